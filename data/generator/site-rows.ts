import type { IsoDate } from '#core/county/dates.ts';
import { dateToDay, dayToDate } from '#core/county/dates.ts';
import { FACILITY_KINDS, type SiteLocationType, type SiteStage } from '#core/county/kinds.ts';
import type { SiteFacility, SiteRow, ThingEvent } from '#core/county/things.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { DATA_DAY } from './calendar.ts';
import type { SitePlace } from './facility-places.ts';
import { toPinyin } from './names.ts';
import { createRandom, type Random } from './random.ts';
import { scheduleSite } from './site-schedule.ts';

/** A site before anybody is assigned to it. */
export interface SiteDraft {
  readonly code: string;
  readonly place: SitePlace;
  readonly plannedYear: number;
  readonly events: readonly ThingEvent<'stage'>[];
}

/** Households in sites with the structure done at the data date, at most; scattered houses fill up to the worked figure. */
const DONE_IN_SITES = 2_620;

/**
 * Years and stages of the sites, so that the households of those done stay below `DONE_IN_SITES`.
 *
 * @param households households that are to live in each site
 */
export function draftSites(seed: number, places: readonly SitePlace[], households: readonly number[]): SiteDraft[] {
  const random = createRandom(seed, 'site schedule');
  const isDone = places.map(() => false);
  let sum = 0;
  for (const i of random.shuffle(places.map((_, index) => index))) {
    if (sum + (households[i] as number) > DONE_IN_SITES) continue;
    isDone[i] = true;
    sum += households[i] as number;
  }
  return places.map((place, i) => {
    const done = isDone[i] as boolean;
    const plannedYear = done
      ? random.weighted([2024, 2025, 2026], [26, 58, 16])
      : random.weighted([2026, 2027], [62, 38]);
    return {
      code: `AZ${String(i + 1).padStart(3, '0')}`,
      place,
      plannedYear,
      events: scheduleSite(plannedYear, done, random),
    };
  });
}

/** The date on which a site reached a stage; undefined when it has not. */
export const stageDate = (
  site: { readonly events: readonly ThingEvent<'stage'>[] },
  stage: SiteStage,
): IsoDate | undefined => site.events.find(({ value }) => value === stage)?.on;

const NAME_PARTS: Readonly<Record<SiteLocationType, readonly string[]>> = {
  county_seat: ['安康', '青岭', '和顺', '锦绣'],
  market_town: ['新民', '幸福', '平安', '团结', '朝阳', '福源', '惠民', '同心'],
  park: ['兴业', '创新', '富园', '康园'],
  scenic_area: ['云栖', '碧水'],
  central_village: ['新村', '安居', '和美', '桃源', '新苑', '乐居'],
  other: ['向阳', '清泉', '松林'],
};

/** Site rows once it is known how many households and people each takes. */
export function createSiteRows({
  seed,
  drafts,
  areaCodeOf,
  areaNameOf,
  positionOf,
  accessOf,
  assigned,
}: {
  seed: number;
  drafts: readonly SiteDraft[];
  areaCodeOf: (village: number) => string;
  /** Name of the town and of the village of a place, without 镇, 乡, 村. */
  areaNameOf: (village: number) => { readonly town: string; readonly village: string };
  positionOf: (cell: number) => LonLat;
  accessOf: (cell: number) => LonLat;
  assigned: (siteCode: string) => { readonly households: number; readonly people: number };
}): SiteRow[] {
  const random = createRandom(seed, 'site rows');
  return drafts.map((draft, i) => {
    const { households, people } = assigned(draft.code);
    const { town, village } = areaNameOf(draft.place.village);
    const parts = NAME_PARTS[draft.place.locationType];
    const isVillage = draft.place.locationType === 'central_village' || draft.place.locationType === 'other';
    const place = isVillage ? village : town;
    const part = parts[i % parts.length] as string;
    const name = `${place}${part}安置点`;
    // one site is a little over its capacity, the others keep a reserve
    const capacityHouseholds =
      i === 7 ? Math.floor(households * 0.97) : Math.ceil((households * random.between(101, 112)) / 500) * 5;
    const conclusion = random.chance(0.85) ? '适宜建设' : '采取工程措施后适宜建设';
    return {
      code: draft.code,
      name,
      nameEn: `${toPinyin(place)} ${toPinyin(part)} Relocation Site`,
      areaCode: areaCodeOf(draft.place.village),
      position: positionOf(draft.place.cell),
      outline: null,
      accessPoint: accessOf(draft.place.cell),
      locationType: draft.place.locationType,
      capacityHouseholds,
      capacityPeople: Math.ceil((capacityHouseholds * (people / Math.max(1, households))) / 5) * 5,
      costYuan: capacityHouseholds * random.between(16, 21) * 10_000,
      deadline: `${draft.plannedYear}-12-31`,
      facilities: createFacilities(draft, people, random),
      hazardAssessment: isAssessed(draft)
        ? {
            number: `青地灾评〔${draft.plannedYear - 1}〕${String(i + 1).padStart(2, '0')}号`,
            on: draft.events[0]?.on ?? '2024-01-08',
            conclusion,
          }
        : null,
      events: draft.events,
    };
  });
}

/** Sites that are only just sited wait for their assessment. */
const isAssessed = (draft: SiteDraft): boolean => stageDate(draft, 'plan_approved') !== undefined;

/** A site of 800 people or more needs all facilities, a smaller one six of them. */
function createFacilities(draft: SiteDraft, people: number, random: Random): SiteFacility[] {
  const required =
    people >= 800
      ? FACILITY_KINDS
      : (['party_service_centre', 'clinic', 'water', 'power', 'road', 'communications'] as const);
  const structure = stageDate(draft, 'structure_done');
  const begun = stageDate(draft, 'begun');
  return required.map((kind) => {
    const isUtility = kind === 'water' || kind === 'power' || kind === 'road' || kind === 'communications';
    const from = isUtility ? begun : structure;
    if (!from) return { kind, presentSince: null };
    const day = dateToDay(from) + random.between(isUtility ? 60 : 20, isUtility ? 200 : 190);
    const isThere = day <= DATA_DAY && random.chance(0.93);
    return { kind, presentSince: isThere ? dayToDate(day) : null };
  });
}
