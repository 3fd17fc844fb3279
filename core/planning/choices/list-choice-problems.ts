import type { Infeasibility, LocationAnswer } from '../solvers/location-problem.ts';
import type { LocationModel } from './location-model.ts';
import { boundPlaced } from './waiting-place.ts';

/** What cannot be placed, covered or paid, or was left out. A sentence in the texts (`choices`, key `problem_` + code). */
export interface ChoiceProblem {
  readonly code:
    | Infeasibility['reason']
    | 'uncovered_no_way'
    | 'capacity_sites'
    | 'capacity_whole'
    | 'capacity_packing'
    | 'without_way'
    | 'not_covered'
    | 'not_placed'
    | 'split'
    | 'inhabited';
  /** Indexes into `County.settlements`, ascending: those it is about. */
  readonly settlements: readonly number[];
  /** Indexes into `County.sites`, ascending: those it is about, where it is about sites. */
  readonly sites: readonly number[];
  /** Placeholders of the sentence: households, sites, yuan. */
  readonly values: Readonly<Record<string, number>>;
  /** Towns with more households to be placed than free room, most first; households. */
  readonly towns: readonly { readonly areaCode: string; readonly missing: number }[];
}

/** Everything that stands against an answer, or that its reader must know. */
export function listChoiceProblems(model: LocationModel, answer: LocationAnswer): readonly ChoiceProblem[] {
  const problems: ChoiceProblem[] = [];
  if (answer.infeasibility) problems.push(...describeInfeasibility(model, answer.infeasibility));
  const split = listSplit(model);
  if (split.length > 0) problems.push(createProblem('split', split, { count: split.length }));
  if (model.withoutWay.length > 0) {
    const settlements = model.withoutWay.map(({ settlement }) => settlement);
    problems.push(
      createProblem('without_way', settlements, {
        count: settlements.length,
        households: sumWeights(model.withoutWay),
      }),
    );
  }
  if (answer.objective === null) return problems;
  return [...problems, ...describeLeft(model, answer), ...describeInhabited(model, answer)];
}

/** Those who are not covered, or for whom there was no room: with how many any answer could place. */
function describeLeft(model: LocationModel, { assignment }: LocationAnswer): readonly ChoiceProblem[] {
  const left = model.demands.filter((_, row) => (assignment[row] ?? -1) < 0);
  if (left.length === 0) return [];
  if (model.problem.capacities === null) return [createUncovered(left, 'not_covered')];
  const problem = createUncovered(left, 'not_placed');
  const demand = sumWeights(model.demands);
  const values = { ...problem.values, demand, placed: demand - sumWeights(left), most: boundPlaced(model) };
  return [{ ...problem, values, towns: listShortTowns(model) }];
}

/** Sites in which people live and that were not chosen: they stay as they are. */
function describeInhabited({ candidates }: LocationModel, { open }: LocationAnswer): readonly ChoiceProblem[] {
  const chosen = new Set(open);
  const kept = candidates.filter(
    ({ residentHouseholds, isClosed }, index) => residentHouseholds > 0 && !isClosed && !chosen.has(index),
  );
  if (kept.length === 0) return [];
  const households = kept.reduce((sum, { residentHouseholds }) => sum + residentHouseholds, 0);
  const sites = kept.map(({ site }) => site);
  return [{ ...createProblem('inhabited', [], { count: kept.length, households }), sites }];
}

function describeInfeasibility(model: LocationModel, why: Infeasibility): readonly ChoiceProblem[] {
  switch (why.reason) {
    case 'no_candidates':
      return [createProblem('no_candidates', [], {})];
    case 'too_many_required':
      return [createProblem('too_many_required', [], { required: why.required, sites: why.sites })];
    case 'uncovered': {
      const demands = why.demands.flatMap((row) => model.demands[row] ?? []);
      return [createUncovered(demands, model.problem.limit === null ? 'uncovered_no_way' : 'uncovered')];
    }
    case 'too_few_sites':
      return [createProblem('too_few_sites', [], { needed: why.needed, sites: why.sites })];
    case 'budget':
      return [createProblem('budget', [], { needed: why.needed, budget: why.budget })];
    case 'capacity':
      return describeCapacity(model, why);
  }
}

function createUncovered(
  demands: readonly { readonly settlement: number; readonly weight: number }[],
  code: 'uncovered' | 'uncovered_no_way' | 'not_covered' | 'not_placed',
): ChoiceProblem {
  const settlements = [...new Set(demands.map(({ settlement }) => settlement))];
  return createProblem(code, settlements, { count: settlements.length, households: sumWeights(demands) });
}

/** How many cannot be placed, in which towns, and which settlements no site takes as a whole. */
function describeCapacity(
  model: LocationModel,
  { missing, bottleneck }: Extract<Infeasibility, { reason: 'capacity' }>,
): readonly ChoiceProblem[] {
  const demand = sumWeights(model.demands);
  const whole = [...new Set(bottleneck.flatMap((row) => model.demands[row]?.settlement ?? []))];
  const problems: ChoiceProblem[] = [];
  if (missing > 0) {
    const values = { demand, missing, room: Math.max(0, demand - missing) };
    const short = { ...createProblem('capacity', [], values), towns: listShortTowns(model) };
    const needed = countNeeded(model, demand);
    problems.push(
      needed === null
        ? short
        : { ...short, code: 'capacity_sites', values: { ...values, needed, sites: model.choice.sites ?? 0 } },
    );
  }
  if (whole.length > 0) problems.push(createProblem('capacity_whole', whole, { count: whole.length }));
  return problems.length > 0 ? problems : [createProblem('capacity_packing', [], {})];
}

/** How many sites have room for all, the largest first; null when all together have not, or the number was not the bottleneck. */
function countNeeded({ candidates, problem }: LocationModel, demand: number): number | null {
  if (problem.sites === null || problem.opening !== null) return null;
  const excluded = new Set(problem.excluded);
  const must = new Set(problem.required);
  let room = candidates.reduce((sum, { freeHouseholds }, index) => sum + (must.has(index) ? freeHouseholds : 0), 0);
  const others = candidates.filter((_, index) => !excluded.has(index) && !must.has(index));
  const rooms = others.map(({ freeHouseholds }) => freeHouseholds).toSorted((a, b) => b - a);
  const more = rooms.findIndex((free) => {
    room += free;
    return room >= demand;
  });
  return more < 0 ? null : must.size + more + 1;
}

/** Towns whose own sites have less room than their households need. */
function listShortTowns({ county, demands, candidates, problem }: LocationModel): ChoiceProblem['towns'] {
  const short = new Map<string, number>();
  const add = (areaCode: string, households: number): void => {
    const town = areaCode.slice(0, 9);
    short.set(town, (short.get(town) ?? 0) + households);
  };
  for (const { settlement, weight } of demands) add(county.settlements[settlement]?.villageCode ?? '', weight);
  const excluded = new Set(problem.excluded);
  candidates.forEach(({ site, freeHouseholds }, index) => {
    const areaCode = county.sites[site]?.areaCode;
    if (areaCode !== undefined && areaCode.length >= 9 && !excluded.has(index)) add(areaCode, -freeHouseholds);
  });
  return [...short]
    .filter(([, missing]) => missing > 0)
    .map(([areaCode, missing]) => ({ areaCode, missing }))
    .toSorted((a, b) => b.missing - a.missing || (a.areaCode < b.areaCode ? -1 : 1));
}

/** Settlements that stand in the problem household by household because no site takes them as a whole. */
function listSplit({ demands, choice, problem }: LocationModel): readonly number[] {
  if (choice.split !== 'when_needed' || problem.kind !== 'capacitated_p_median') return [];
  const seen = new Set<number>();
  const split = new Set<number>();
  for (const { settlement } of demands) (seen.has(settlement) ? split : seen).add(settlement);
  return [...split];
}

const sumWeights = (demands: readonly { readonly weight: number }[]): number =>
  demands.reduce((sum, { weight }) => sum + weight, 0);

const createProblem = (
  code: ChoiceProblem['code'],
  settlements: readonly number[],
  values: ChoiceProblem['values'],
): ChoiceProblem => ({ code, settlements, sites: [], values, towns: [] });
