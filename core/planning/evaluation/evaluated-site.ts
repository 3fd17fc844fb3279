import type { County } from '../../county/county.ts';
import type { CountyState } from '../../county/county-state.ts';
import { compareCodes } from '../../county/sort-things.ts';
import type { SiteRow } from '../../county/things.ts';
import type { PlaceTrips, TripQuestion } from './place-trips.ts';
import { isSiteBuilt, type PlannedCost, priceSite } from './plan-costs.ts';
import type { Surroundings, SurroundingsOf } from './site-surroundings.ts';

/** What of a site's row an evaluation needs. */
export type SiteFacts = Pick<
  SiteRow,
  'code' | 'name' | 'areaCode' | 'position' | 'accessPoint' | 'capacityHouseholds' | 'costYuan'
>;

/** A site with all that is asked of it while a plan is evaluated; trips are columns by origin. */
export interface EvaluatedSite {
  readonly facts: SiteFacts;
  readonly isOpen: boolean;
  readonly isPlanned: boolean;
  readonly isBuilt: boolean;
  readonly cost: PlannedCost;
  /** Minutes to the site, final up to the limit of the evaluation. */
  readonly minutes: Float64Array;
  /** Trips of the origins that have a flow to the site: final for those `wanted`. */
  trips(question: TripQuestion, wanted: ArrayLike<number>): Float64Array;
  surroundings(): Surroundings;
}

/** The sites of a county as an evaluation sees them, in the county's order. */
export function createEvaluatedSites(
  { sites, planned, settings }: County,
  {
    state,
    trips,
    surroundingsOf,
    limitMinutes,
  }: {
    readonly state: Pick<CountyState, 'siteStage'>;
    readonly limitMinutes: number;
    readonly trips: PlaceTrips;
    readonly surroundingsOf: SurroundingsOf;
  },
): readonly EvaluatedSite[] {
  return sites.map((facts, i): EvaluatedSite => {
    let surroundings: Surroundings | undefined;
    const minutes = trips.measureWithin(facts.accessPoint, { metric: 'minutes', direction: 'there' }, limitMinutes);
    return {
      facts,
      isOpen: planned?.closedSites.has(facts.code) !== true,
      isPlanned: planned?.placed.has(facts.code) === true || planned?.movedSites.has(facts.code) === true,
      isBuilt: isSiteBuilt(state.siteStage[i] ?? -1),
      cost: priceSite(settings, facts),
      minutes,
      // whom ledger or command sends there may come from beyond the limit
      trips: (question, wanted) =>
        isWithin(minutes, wanted, limitMinutes)
          ? trips.measureWithin(facts.accessPoint, question, limitMinutes)
          : trips.measure(facts.accessPoint, question),
      surroundings() {
        surroundings ??= surroundingsOf(facts.accessPoint);
        return surroundings;
      },
    };
  });
}

/** Whether all wanted origins are within the limit, so that what was measured up to it tells all of theirs. */
export function isWithin(minutes: Float64Array, wanted: ArrayLike<number>, limitMinutes: number): boolean {
  if (limitMinutes === Infinity) return true;
  for (let i = 0; i < wanted.length; i++) {
    if ((minutes[wanted[i] as number] ?? Infinity) > limitMinutes) return false;
  }
  return true;
}

/** Place of each site's code among all codes. */
export function rankSites(sites: readonly EvaluatedSite[]): Int32Array {
  const codes = sites.map(({ facts }) => facts.code);
  const rank = new Int32Array(codes.length);
  [...codes.keys()]
    .sort((a, b) => compareCodes(codes[a] ?? '', codes[b] ?? ''))
    .forEach((site, place) => {
      rank[site] = place;
    });
  return rank;
}
