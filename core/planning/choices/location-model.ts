import type { County } from '../../county/county.ts';
import { createCountyState } from '../../county/county-state.ts';
import type { IsoDate } from '../../county/dates.ts';
import { InvalidInputError } from '../../errors.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import { measureMatrix } from '../../network/measure-matrix.ts';
import { getNetwork } from '../../network/network.ts';
import { createRoadState } from '../../network/road-state.ts';
import type { LocationProblem } from '../solvers/location-problem.ts';
import { checkSiteChoice } from './check-site-choice.ts';
import { listCandidates, type SiteCandidate } from './list-candidates.ts';
import { listDemands, type SettlementDemand, splitDemand } from './list-demands.ts';
import type { SiteChoice } from './site-choice.ts';
import { addWaitingPlace } from './waiting-place.ts';

/** A choice of sites as a problem for the solvers, with what is needed to read its answer. */
export interface LocationModel {
  /** With the plan applied. */
  readonly county: County;
  readonly choice: SiteChoice;
  readonly problem: LocationProblem;
  /** Aligned with the demands of the problem; a settlement that is split stands here once for each household. */
  readonly demands: readonly SettlementDemand[];
  /** Aligned with the candidates of the problem, which has one more where as many as possible are to be placed (`readLocationAnswer`). */
  readonly candidates: readonly SiteCandidate[];
  /** By vehicle, `[demand * candidates + candidate]`; `Infinity` = no way. */
  readonly minutes: Float64Array;
  readonly meters: Float64Array;
  /** Without a way to any allowed candidate, and so left out of the problem: they keep what the plan arranges for them. */
  readonly withoutWay: readonly SettlementDemand[];
}

/** What a model rests on beside county and choice. */
export interface LocationModelOptions {
  /** Begins the codes of new sites: the code of the plan. */
  readonly codePrefix: string;
  /** Points of the suitability map, best first; as many as the choice asks for. */
  readonly suitable?: readonly LonLat[];
  /** Defaults to the county's data date. */
  readonly asOf?: IsoDate;
}

/**
 * The problem of a choice: settlements with their households, candidates with the room they have left, and what it costs to go from each to
 * each by vehicle.
 *
 * @param county with the plan applied
 * @throws {InvalidInputError} as `checkSiteChoice`; `choice_no_demand`: there is nobody to be placed
 */
export function createLocationModel(county: County, choice: SiteChoice, options: LocationModelOptions): LocationModel {
  checkSiteChoice(county, choice);
  const state = createCountyState(county, options.asOf ?? county.dataDate);
  const settlements = listDemands(county, choice.demand, state.day);
  if (settlements.length === 0) throw new InvalidInputError('choice_no_demand', 'Nobody is to be placed', {});
  const places = listCandidates(county, choice, {
    state,
    codePrefix: options.codePrefix,
    suitable: options.suitable ?? [],
  });
  const network = getNetwork(county).at(createRoadState(state));
  const snaps = network.settlementSnaps();
  const ends = {
    from: settlements.map(({ settlement }) => snaps[settlement] ?? null),
    to: places.map(({ accessPoint }) => network.snap(accessPoint)),
    mode: 'drive',
  } as const;
  const measured = {
    minutes: measureMatrix(network, { ...ends, metric: 'minutes' }),
    meters: measureMatrix(network, { ...ends, metric: 'meters' }),
  };
  const indexes = indexCodes(places, choice);
  const { reachable, withoutWay } = sortByWay(choice, {
    settlements,
    candidateCount: places.length,
    costs: measured[choice.measure],
    excluded: indexes.excluded,
  });
  const candidates = choice.demand === 'relocation' ? keepRoom(county, places, withoutWay) : places;
  const rows = splitRows(choice, reachable, { candidates, excluded: indexes.excluded });
  const spread = (matrix: Float64Array): Float64Array => pickRows(matrix, rows, candidates.length);
  const minutes = spread(measured.minutes);
  const meters = spread(measured.meters);
  const demands = rows.map(({ demand }) => demand);
  const costs = choice.measure === 'minutes' ? minutes : meters;
  const problem = createProblem(choice, { demands, candidates, costs, ...indexes });
  return {
    county,
    choice,
    problem: choice.shortage === 'place_most' ? addWaitingPlace(problem) : problem,
    demands,
    candidates,
    minutes,
    meters,
    withoutWay,
  };
}

/** A demand and the row of its settlement in the matrices. */
interface DemandRow {
  readonly demand: SettlementDemand;
  readonly row: number;
}

/** Demands that an allowed candidate can serve, and those that none can; a cover speaks of both itself. */
function sortByWay(
  { problem }: SiteChoice,
  parts: {
    readonly settlements: readonly SettlementDemand[];
    readonly candidateCount: number;
    readonly costs: Float64Array;
    readonly excluded: readonly number[];
  },
): { readonly reachable: readonly DemandRow[]; readonly withoutWay: readonly SettlementDemand[] } {
  const { settlements, candidateCount, costs } = parts;
  const excluded = new Set(parts.excluded);
  const isCover = problem === 'set_cover' || problem === 'maximal_cover';
  const hasWay = (row: number): boolean => {
    for (let candidate = 0; candidate < candidateCount; candidate++)
      if (!excluded.has(candidate) && (costs[row * candidateCount + candidate] ?? Infinity) < Infinity) return true;
    return isCover;
  };
  const rows = settlements.map((demand, row) => ({ demand, row }));
  return {
    reachable: rows.filter(({ row }) => hasWay(row)),
    withoutWay: rows.filter(({ row }) => !hasWay(row)).map(({ demand }) => demand),
  };
}

/** Those without a way keep the sites that they have, and their room in them. */
function keepRoom(
  { households }: County,
  candidates: readonly SiteCandidate[],
  withoutWay: readonly SettlementDemand[],
): readonly SiteCandidate[] {
  const kept = new Map<number, number>();
  for (const household of withoutWay.flatMap((demand) => demand.households)) {
    const site = households.site[household] ?? -1;
    if (site >= 0) kept.set(site, (kept.get(site) ?? 0) + 1);
  }
  if (kept.size === 0) return candidates;
  return candidates.map((candidate) => {
    const freeHouseholds = Math.max(0, candidate.freeHouseholds - (kept.get(candidate.site) ?? 0));
    return { ...candidate, freeHouseholds };
  });
}

/** Settlements household by household where that is asked. */
function splitRows(
  { problem, split }: SiteChoice,
  rows: readonly DemandRow[],
  { candidates, excluded }: { readonly candidates: readonly SiteCandidate[]; readonly excluded: readonly number[] },
): readonly DemandRow[] {
  if (problem !== 'capacitated_p_median' || split === 'never') return rows;
  const closed = new Set(excluded);
  const mostFree = candidates.reduce(
    (most, { freeHouseholds }, index) => (closed.has(index) ? most : Math.max(most, freeHouseholds)),
    0,
  );
  return rows.flatMap(({ demand, row }) =>
    split === 'always' || demand.weight > mostFree
      ? splitDemand(demand).map((part) => ({ demand: part, row }))
      : [{ demand, row }],
  );
}

function pickRows(matrix: Float64Array, rows: readonly DemandRow[], width: number): Float64Array {
  const picked = new Float64Array(rows.length * width);
  for (const [i, { row }] of rows.entries()) picked.set(matrix.subarray(row * width, (row + 1) * width), i * width);
  return picked;
}

/** Required and excluded sites as indexes of candidates. */
function indexCodes(
  candidates: readonly SiteCandidate[],
  { required, excluded }: SiteChoice,
): { readonly required: readonly number[]; readonly excluded: readonly number[] } {
  const index = new Map(candidates.map(({ code }, i) => [code, i]));
  const find = (codes: readonly string[]): readonly number[] =>
    [...new Set(codes)].flatMap((code) => index.get(code) ?? []).toSorted((a, b) => a - b);
  return { required: find(required), excluded: find(excluded) };
}

function createProblem(
  choice: SiteChoice,
  parts: {
    readonly demands: readonly SettlementDemand[];
    readonly candidates: readonly SiteCandidate[];
    readonly costs: Float64Array;
    readonly required: readonly number[];
    readonly excluded: readonly number[];
  },
): LocationProblem {
  const { demands, candidates, costs, required, excluded } = parts;
  const weights = Float64Array.from(demands, ({ weight }) => weight);
  const isCapacitated = choice.problem === 'capacitated_p_median';
  const isCover = choice.problem === 'maximal_cover' || choice.problem === 'set_cover';
  return {
    kind: choice.problem,
    demandCount: demands.length,
    candidateCount: candidates.length,
    weights,
    costs,
    sizes: isCapacitated ? weights : null,
    capacities: isCapacitated ? Float64Array.from(candidates, ({ freeHouseholds }) => freeHouseholds) : null,
    required,
    excluded,
    sites: choice.sites,
    opening:
      choice.budgetYuan === null
        ? null
        : { costs: Float64Array.from(candidates, ({ openingYuan }) => openingYuan), budget: choice.budgetYuan },
    limit: isCover ? choice.limit : null,
    seed: choice.seed,
  };
}
