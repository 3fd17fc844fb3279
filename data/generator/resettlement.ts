import { dateToDay, dayToDate, type IsoDate } from '#core/county/dates.ts';
import type { ArrangementKind } from '#core/county/kinds.ts';
import { DATA_DAY, nextWorkingDay } from './calendar.ts';
import type { SitePlace } from './facility-places.ts';
import { distanceOnGrid } from './grid.ts';
import { spreadOverPeriod } from './pace.ts';
import { createRandom, type Random } from './random.ts';
import type { SettlementPlace } from './settlement-places.ts';
import type { SettlementSize } from './settlement-sizes.ts';
import { draftSites, type SiteDraft, stageDate } from './site-rows.ts';

/** How one relocation household is to live and when that came about. */
export interface Resettlement {
  readonly kind: ArrangementKind;
  readonly site: SiteDraft | null;
  readonly plannedYear: number;
  readonly structureDone: IsoDate | null;
  readonly handedOver: IsoDate | null;
  readonly movedIn: IsoDate | null;
}

/** Relocation households with the structure done at the data date. */
export const STRUCTURE_DONE_HOUSEHOLDS = 3_270;
const SCATTERED_SHARE = 0.2;
const SCATTERED_KINDS: readonly ArrangementKind[] = [
  'self_built',
  'purchased',
  'monetary',
  'with_relatives',
  'moved_to_city',
];
const SCATTERED_WEIGHTS = [52, 18, 14, 7, 9];

/** The sites and, by settlement index, how each relocation household is resettled. */
export interface ResettlementPlan {
  readonly sites: readonly SiteDraft[];
  readonly bySettlement: readonly (readonly Resettlement[])[];
}

/** Sends each settlement's households to a site or scatters them; exactly 3,270 have the structure done. */
export function planResettlement({
  seed,
  places,
  sizes,
  sitePlaces,
}: {
  seed: number;
  places: readonly SettlementPlace[];
  sizes: readonly SettlementSize[];
  sitePlaces: readonly SitePlace[];
}): ResettlementPlan {
  const random = createRandom(seed, 'resettlement');
  // by settlement the index of its site, and by household whether it goes there
  const siteOf = chooseSites(places, sizes, sitePlaces, random);
  const isCentralised = sizes.map(({ relocated }) =>
    Array.from({ length: relocated }, () => !random.chance(SCATTERED_SHARE)),
  );
  const households = sitePlaces.map(() => 0);
  for (const [i, list] of isCentralised.entries()) {
    const site = siteOf[i] as number;
    households[site] = (households[site] as number) + list.filter(Boolean).length;
  }
  const sites = draftSites(seed, sitePlaces, households);
  const bySettlement = isCentralised.map((list, i) =>
    list.map((centralised) =>
      centralised ? createCentralised(sites[siteOf[i] as number] as SiteDraft, random) : createScattered(random),
    ),
  );
  finishScattered(bySettlement, random);
  return { sites, bySettlement };
}

/** Households that a site of each type takes before it puts others off. */
const USUAL_SIZE: Readonly<Record<SitePlace['locationType'], number>> = {
  county_seat: 300,
  market_town: 150,
  park: 190,
  scenic_area: 90,
  central_village: 85,
  other: 60,
};

/** Index of the site of each settlement: a near one that is not yet crowded. */
function chooseSites(
  places: readonly SettlementPlace[],
  sizes: readonly SettlementSize[],
  sites: readonly SitePlace[],
  random: Random,
): number[] {
  const load = sites.map(() => 0);
  const chosen = places.map(() => 0);
  for (const i of random.shuffle(places.map((_, index) => index))) {
    const place = places[i] as SettlementPlace;
    const costs = sites.map((site, k) => {
      const crowd = (load[k] as number) / USUAL_SIZE[site.locationType];
      return (distanceOnGrid(place.cell, site.cell) + 2500) * (0.35 + crowd * crowd) * (0.8 + 0.4 * random.next());
    });
    const best = costs.indexOf(Math.min(...costs));
    chosen[i] = best;
    load[best] = (load[best] as number) + (sizes[i]?.relocated ?? 0);
  }
  return chosen;
}

function createCentralised(site: SiteDraft, random: Random): Resettlement {
  const moved = stageDate(site, 'moved_in');
  const movedDay = moved ? dateToDay(moved) + Math.floor(110 * random.next() * random.next()) : Infinity;
  return {
    kind: 'centralised',
    site,
    plannedYear: site.plannedYear,
    structureDone: stageDate(site, 'structure_done') ?? null,
    handedOver: stageDate(site, 'handed_over') ?? null,
    movedIn: movedDay <= DATA_DAY && random.chance(0.97) ? dayToDate(movedDay) : null,
  };
}

const createScattered = (random: Random): Resettlement => ({
  kind: random.weighted(SCATTERED_KINDS, SCATTERED_WEIGHTS),
  site: null,
  plannedYear: random.weighted([2024, 2025, 2026, 2027], [14, 30, 32, 24]),
  structureDone: null,
  handedOver: null,
  movedIn: null,
});

/** As many scattered houses are done as the sites leave open; those planned early first. Replaces entries in place. */
function finishScattered(bySettlement: readonly Resettlement[][], random: Random): void {
  const scattered = bySettlement.flatMap((list) =>
    list.flatMap((entry, index) => (entry.site ? [] : [{ list, index, key: entry.plannedYear + 1.4 * random.next() }])),
  );
  const done = bySettlement.flat().filter(({ structureDone }) => structureDone !== null).length;
  const wanted = STRUCTURE_DONE_HOUSEHOLDS - done;
  if (wanted < 0 || wanted > scattered.length) throw new Error(`${wanted} scattered houses would have to be done.`);
  const order = scattered.sort((a, b) => a.key - b.key).slice(0, wanted);
  const days = spreadOverPeriod(wanted, '2024-04-08', '2026-11-20');
  for (const [i, { list, index }] of order.entries()) {
    const before = list[index] as Resettlement;
    const day = days[i] as number;
    const handed = nextWorkingDay(day + random.between(6, 30), Infinity);
    const moved = handed + random.between(10, 75);
    list[index] = {
      ...before,
      structureDone: dayToDate(day),
      handedOver: handed <= DATA_DAY ? dayToDate(handed) : null,
      movedIn: moved <= DATA_DAY ? dayToDate(moved) : null,
    };
  }
}
