import type { HouseholdRow, SettlementRow, SiteRow } from '#core/county/things.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { moveByMeters } from './blob.ts';
import { cellAt, cellCentre } from './grid.ts';
import { groupRows } from './group-rows.ts';
import { createGroupNames, type NameTaker, toEnglishName, toPinyin } from './names.ts';
import { createRandom } from './random.ts';
import type { SettlementPlace } from './settlement-places.ts';
import type { SettlementSize } from './settlement-sizes.ts';

/** Code, name and position of a settlement before its people are counted. */
export interface SettlementDraft {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly position: LonLat;
  readonly place: SettlementPlace;
}

/** How far a settlement's point lies from its node on the road, at most. */
const OFF_ROAD_METERS = 28;

/** Numbers, names and places the settlements of each village; the seat is number one. */
export function draftSettlements(
  seed: number,
  places: readonly SettlementPlace[],
  villageCodes: readonly string[],
): SettlementDraft[] {
  const random = createRandom(seed, 'settlement names');
  const counters = new Map<number, number>();
  const takers = new Map<number, NameTaker>();
  return places.map((place) => {
    const number = (counters.get(place.village) ?? 0) + 1;
    counters.set(place.village, number);
    const taker = takers.get(place.village) ?? createGroupNames(random);
    takers.set(place.village, taker);
    const name = random.chance(0.35) ? `${taker.take()}组` : taker.take();
    const jitter = (): number => random.between(-OFF_ROAD_METERS, OFF_ROAD_METERS);
    return {
      code: `${villageCodes[place.village]}${String(number).padStart(3, '0')}`,
      name,
      nameEn: toEnglishName(name),
      position: moveByMeters(cellCentre(place.cell), jitter(), jitter()),
      place,
    };
  });
}

/** Settlement rows with registered and resident people; each site is a settlement without people of its own. */
export function createSettlementRows({
  seed,
  drafts,
  sizes,
  households,
  sites,
  elevations,
}: {
  seed: number;
  drafts: readonly SettlementDraft[];
  sizes: readonly SettlementSize[];
  households: readonly HouseholdRow[];
  sites: readonly SiteRow[];
  elevations: Int16Array;
}): SettlementRow[] {
  const random = createRandom(seed, 'residents');
  const bySettlement = groupRows(households, ({ settlementCode }) => settlementCode);
  const rows = drafts.map((draft, i): SettlementRow => {
    const members = bySettlement.get(draft.code) ?? [];
    const registeredPeople = members.reduce((sum, { people }) => sum + people, 0);
    const moving = members.filter(({ relocation }) => relocation !== null);
    const movingPeople = moving.reduce((sum, { people }) => sum + people, 0);
    // many work elsewhere; those who are to be moved still live here at the base date
    const staying = 0.62 + 0.2 * random.next();
    const isToBeMoved = sizes[i]?.isToBeMoved ?? false;
    return {
      code: draft.code,
      name: draft.name,
      nameEn: draft.nameEn,
      villageCode: draft.code.slice(0, 12),
      kind: draft.name.endsWith('组') ? 'villager_group' : 'natural_village',
      position: draft.position,
      elevationMeters: elevations[draft.place.cell] ?? null,
      registeredHouseholds: members.length,
      registeredPeople,
      residentHouseholds: moving.length + Math.round((members.length - moving.length) * (staying + 0.12)),
      residentPeople: movingPeople + Math.round((registeredPeople - movingPeople) * staying),
      roadDuty: isToBeMoved
        ? 'to_be_moved'
        : !draft.place.isSeat && draft.place.remoteness > 1.75 && members.length < 14
          ? 'not_possible'
          : 'required',
      siteCode: null,
    };
  });
  return [...rows, ...createSiteSettlements(rows, sites, elevations)].sort((a, b) => (a.code < b.code ? -1 : 1));
}

function createSiteSettlements(
  rows: readonly SettlementRow[],
  sites: readonly SiteRow[],
  elevations: Int16Array,
): SettlementRow[] {
  const counters = new Map(
    [...groupRows(rows, ({ villageCode }) => villageCode)].map(([code, list]) => [code, list.length]),
  );
  return sites.map((site) => {
    const number = (counters.get(site.areaCode) ?? 0) + 1;
    counters.set(site.areaCode, number);
    return {
      code: `${site.areaCode}${String(number).padStart(3, '0')}`,
      name: site.name,
      nameEn: site.nameEn,
      villageCode: site.areaCode,
      kind: 'relocation_site',
      position: site.position,
      elevationMeters: elevations[cellAt(site.position)] ?? null,
      registeredHouseholds: 0,
      registeredPeople: 0,
      residentHouseholds: 0,
      residentPeople: 0,
      roadDuty: 'required',
      siteCode: site.code,
    };
  });
}

/** Name of a hazard point's place: village and settlement. */
export const hazardPlaceName = (
  draft: SettlementDraft,
  villageName: string,
): { readonly zh: string; readonly en: string } => ({
  zh: `${villageName}${draft.name}`,
  en: `${toPinyin(villageName.slice(0, -1))} ${draft.nameEn}`,
});
