import type { Infeasibility, LocationAnswer } from '../solvers/location-problem.ts';
import type { LocationModel } from './location-model.ts';

/** What cannot be placed, covered or paid, or was left out. A sentence in the texts (`choices`, key `problem_` + code). */
export interface ChoiceProblem {
  readonly code:
    | Infeasibility['reason']
    | 'uncovered_no_way'
    | 'capacity_whole'
    | 'capacity_packing'
    | 'without_way'
    | 'not_covered'
    | 'not_placed'
    | 'split';
  /** Indexes into `County.settlements`, ascending: those it is about. */
  readonly settlements: readonly number[];
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
  const left = model.demands.filter((_, row) => (answer.assignment[row] ?? -1) < 0);
  if (answer.objective !== null && left.length > 0) {
    const isRoom = model.problem.capacities !== null;
    const problem = createUncovered(left, isRoom ? 'not_placed' : 'not_covered');
    problems.push(isRoom ? { ...problem, towns: listShortTowns(model) } : problem);
  }
  return problems;
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
    problems.push({ ...createProblem('capacity', [], values), towns: listShortTowns(model) });
  }
  if (whole.length > 0) problems.push(createProblem('capacity_whole', whole, { count: whole.length }));
  return problems.length > 0 ? problems : [createProblem('capacity_packing', [], {})];
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
): ChoiceProblem => ({ code, settlements, values, towns: [] });
