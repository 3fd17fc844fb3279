import type { AreaRow, HazardRow, HomesteadRow, HouseholdRow, SettlementRow, SiteRow } from '#core/county/things.ts';
import { cellCentre } from './grid.ts';
import type { Ground } from './ground.ts';
import { createHazardRows, draftHazards, type HazardDraft } from './hazard-rows.ts';
import { createHomesteadRows } from './homestead-rows.ts';
import { createHouseholdRows } from './household-rows.ts';
import { planResettlement } from './resettlement.ts';
import { createSettlementRows, hazardPlaceName, type SettlementDraft } from './settlement-rows.ts';
import type { SettlementSize } from './settlement-sizes.ts';
import { createSiteRows, type SiteDraft } from './site-rows.ts';

/** All rows that hang together through the households. */
export interface People {
  readonly settlements: SettlementRow[];
  readonly households: HouseholdRow[];
  readonly sites: SiteRow[];
  readonly hazards: HazardRow[];
  readonly homesteads: HomesteadRow[];
}

/** What the people are made from. */
interface PeopleInput {
  readonly seed: number;
  readonly ground: Ground;
  readonly drafts: readonly SettlementDraft[];
  readonly sizes: readonly SettlementSize[];
  /** Village rows by village number. */
  readonly villages: readonly AreaRow[];
  readonly areaByCode: ReadonlyMap<string, AreaRow>;
  readonly elevations: Int16Array;
}

/** Households, where they live, what threatens them and where they move. */
export function createPeople(input: PeopleInput): People {
  const { seed, ground, drafts, sizes, elevations } = input;
  const { sites: siteDrafts, bySettlement } = planResettlement({
    seed,
    places: ground.settlements,
    sizes,
    sitePlaces: ground.sites,
  });
  const hazardDrafts = draftHazards(
    seed,
    ground.settlements,
    sizes.map(({ relocated }) => relocated),
  );
  const households = createHouseholdRows(
    seed,
    drafts.map(({ code }, i) => ({
      code,
      size: sizes[i] as SettlementSize,
      resettlements: bySettlement[i] ?? [],
      hazardCode: findThreat(hazardDrafts, i),
    })),
  );
  const sites = createSites(input, siteDrafts, households);
  const positions = new Map(drafts.map(({ code, position }) => [code, position]));
  return {
    settlements: createSettlementRows({ seed, drafts, sizes, households, sites, elevations }),
    households,
    sites,
    hazards: createHazards(input, hazardDrafts, households),
    homesteads: createHomesteadRows(seed, households, (code) => positions.get(code) ?? [0, 0]),
  };
}

function createSites(
  { seed, villages, areaByCode }: PeopleInput,
  drafts: readonly SiteDraft[],
  households: readonly HouseholdRow[],
): SiteRow[] {
  const areaCodeOf = (village: number): string => villages[village]?.code ?? '';
  const withoutKind = (code: string): string => (areaByCode.get(code)?.name ?? '').slice(0, -1);
  return createSiteRows({
    seed,
    drafts,
    areaCodeOf,
    areaNameOf: (village) => ({
      town: withoutKind(areaCodeOf(village).slice(0, 9)),
      village: withoutKind(areaCodeOf(village)),
    }),
    positionOf: cellCentre,
    accessOf: cellCentre,
    assigned: countAssigned(households),
  });
}

function createHazards(
  { seed, ground: { landscape, settlements }, drafts: settlementDrafts, villages }: PeopleInput,
  drafts: readonly HazardDraft[],
  households: readonly HouseholdRow[],
): HazardRow[] {
  const draftOf = (i: number): SettlementDraft => settlementDrafts[i] as SettlementDraft;
  return createHazardRows({
    seed,
    drafts,
    landscape,
    places: settlements,
    areaCodeOf: (village) => villages[village]?.code ?? '',
    nameOf: (i) => hazardPlaceName(draftOf(i), villages[settlements[i]?.village ?? -1]?.name ?? ''),
    positionOf: (i) => draftOf(i).position,
    households,
  });
}

const findThreat = (hazards: readonly HazardDraft[], settlement: number): string | null =>
  hazards.find((hazard) => hazard.settlement === settlement && hazard.isRelocated)?.code ?? null;

function countAssigned(
  households: readonly HouseholdRow[],
): (siteCode: string) => { households: number; people: number } {
  const counts = new Map<string, { households: number; people: number }>();
  for (const { relocation, people } of households) {
    if (!relocation?.siteCode) continue;
    const count = counts.get(relocation.siteCode) ?? { households: 0, people: 0 };
    counts.set(relocation.siteCode, { households: count.households + 1, people: count.people + people });
  }
  return (siteCode) => counts.get(siteCode) ?? { households: 0, people: 0 };
}
