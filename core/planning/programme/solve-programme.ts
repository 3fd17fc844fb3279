import { createOwnDefinition } from '../../network/join-definition.ts';
import { JOINED, joinPlaces } from '../../network/join-places.ts';
import { checkProgrammeProblem } from './check-programme-problem.ts';
import { countSettlements, type ProgrammeContext } from './counted-settlements.ts';
import { createClusters } from './create-clusters.ts';
import { type Decision, decideProgramme, type ProgrammeGoal } from './decide-programme.ts';
import { describeSteps, type ProgrammeGround, sumWeights, type ToldSteps } from './describe-programme.ts';
import type { JoinCluster } from './join-cluster.ts';
import { orderSteps } from './order-steps.ts';
import type { ProgrammeAnswer, ProgrammeHooks, ProgrammeProblem } from './programme.ts';
import { createProgrammeSearch, type ProgrammeSearch } from './programme-search.ts';
import { createSearchClock, type SearchClock } from './search-clock.ts';
import { spreadSteps } from './spread-steps.ts';

/** What is decided once for a problem. */
interface Task extends ProgrammeGround {
  readonly problem: ProgrammeProblem;
  readonly goal: ProgrammeGoal;
  /** The share that is asked for needs settlements that no road can join: all others are joined at the least cost, and the answer says `infeasible`. */
  readonly isBeyondReach: boolean;
  readonly clusters: readonly JoinCluster[];
  readonly impossible: readonly string[];
  readonly leftOut: readonly string[];
}

/**
 * Which segments to harden first (先修哪几段). The roads fall into clusters that can be decided each by itself (`createClusters`); for small ones
 * every choice worth making is found exactly, for large ones good choices and a bound; a knapsack over the clusters takes the best choices for the
 * goal. A budget that reaches everybody is spent on the cheapest such set. The answer is `optimal` only when its bound says so. Nothing is drawn at random: the same county and problem give the same answer, unless
 * time or a cancellation ends the search, and then the best answer so far is given with its bound. A share that cannot be reached is `infeasible`; the
 * answer is then the cheapest programme that joins all who can be, with bound and gap of that.
 *
 * @param context of the county at a day; of the planned county, where households that leave shall be minded
 * @throws {InvalidInputError} `programme_budget`, `programme_share`, `programme_years`
 */
export async function solveProgramme(
  context: ProgrammeContext,
  problem: ProgrammeProblem,
  hooks: ProgrammeHooks,
): Promise<ProgrammeAnswer> {
  checkProgrammeProblem(problem);
  const start = hooks.now();
  // what the last answer will take to write is known once the first has been written
  let answerMs = 0;
  const clock = createSearchClock(hooks, { timeLimitMs: problem.timeLimitMs, reserveMs: () => answerMs });
  const task = createTask(context, problem);
  await clock.breathe();
  const search = await createProgrammeSearch(task.clusters, { clock, seed: problem.seed });
  const answer = () => {
    const begun = hooks.now();
    const found = createAnswer(task, decideProgramme(search.known(), task.goal), begun - start);
    answerMs = Math.max(answerMs, 1.2 * (hooks.now() - begun));
    return found;
  };
  let best = answer();
  hooks.tell(judge(task, best));
  if (best.status === 'feasible' && !clock.isOver()) {
    for await (const _ of search.improve(task.goal)) {
      best = answer();
      hooks.tell(judge(task, best));
      if (best.status !== 'feasible' || clock.isOver()) break;
      await clock.breathe();
    }
  }
  if (!isEverybody(task, best) || clock.isOver()) return judge(task, best);
  return cheapen(task, best, { search, clock, hooks, elapsedMs: () => hooks.now() - start });
}

/** The best for those who can be joined is no answer to a share that needs the others too. */
const judge = ({ isBeyondReach }: Task, answer: ProgrammeAnswer): ProgrammeAnswer =>
  isBeyondReach ? { ...answer, status: 'infeasible' } : answer;

const JOIN_ALL: ProgrammeGoal = { kind: 'join_all', budgetFen: Infinity, neededWeight: 0 };

const sumClaims = ({ clusters }: Pick<Task, 'clusters'>): number =>
  clusters.reduce((sum, { claims }) => claims.reduce((more, { weight }) => more + weight, sum), 0);

/** Whether a budget joins everybody whom roads can join. */
const isEverybody = (task: Task, { gained }: ProgrammeAnswer): boolean =>
  task.goal.kind === 'budget' && gained >= sumClaims(task);

/** The money reaches everybody: of all ways to join everybody the cheapest, not just any that the budget pays. */
async function cheapen(
  task: Task,
  dear: ProgrammeAnswer,
  {
    search,
    clock,
    hooks,
    elapsedMs,
  }: {
    readonly search: ProgrammeSearch;
    readonly clock: SearchClock;
    readonly hooks: ProgrammeHooks;
    readonly elapsedMs: () => number;
  },
): Promise<ProgrammeAnswer> {
  let best = dear;
  /** @returns true when nothing is cheaper */
  const take = (): boolean => {
    const decision = decideProgramme(search.known(), JOIN_ALL);
    const next = createAnswer(task, { ...decision, bound: dear.gained }, elapsedMs());
    if (next.costYuan < best.costYuan && next.gained >= best.gained) {
      best = next;
      hooks.tell(best);
    }
    return decision.bound >= Math.round(100 * best.costYuan);
  };
  if (take()) return best;
  for await (const _ of search.improve(JOIN_ALL)) {
    if (take() || clock.isOver()) break;
    await clock.breathe();
  }
  return { ...best, elapsedMs: elapsedMs() };
}

function createTask(context: ProgrammeContext, problem: ProgrammeProblem): Task {
  const { county } = context;
  const network = context.network();
  const definition = createOwnDefinition(county.settings);
  const joined = joinPlaces(network, definition);
  const counted = countSettlements(context, joined, problem);
  const settlements = county.settlements.flatMap((_, i) =>
    counted.counts[i] === 1 && joined.pathState[i] !== JOINED ? [i] : [],
  );
  const built = createClusters(network, definition, { settlements, weights: counted.weights });
  const clusters = problem.goal.kind === 'join_all' ? built.clusters : dropWeightless(built.clusters);
  const ground = { network, definition, joined, counted };
  const codes = (indexes: readonly number[]) => indexes.flatMap((i) => county.settlements[i]?.code ?? []);
  const goal = createGoal(problem, ground);
  const reach = sumClaims({ clusters });
  return {
    ...ground,
    problem,
    goal: { ...goal, neededWeight: Math.min(goal.neededWeight, reach) },
    isBeyondReach: goal.neededWeight > reach,
    clusters,
    impossible: codes(built.impossible),
    leftOut: codes(counted.leftOut),
  };
}

/** Nobody is joined for a weight of 0, unless all must be. */
const dropWeightless = (clusters: readonly JoinCluster[]): readonly JoinCluster[] =>
  clusters
    .map((cluster) => ({ ...cluster, claims: cluster.claims.filter(({ weight }) => weight > 0) }))
    .filter(({ claims }) => claims.length > 0);

function createGoal({ goal }: ProgrammeProblem, ground: ProgrammeGround): ProgrammeGoal {
  const all = ground.counted.weights.reduce((sum, weight) => sum + weight, 0);
  const share = goal.kind === 'target_share' ? goal.targetShare : 0;
  // a share such as 0.9 of 940 must not ask for one more than 846 because of how 0.9 is stored
  const needed = Math.ceil(share * all - 1e-9 * all) - sumWeights(ground, ground.joined);
  return {
    kind: goal.kind,
    budgetFen: goal.kind === 'budget' ? Math.floor(100 * goal.budgetYuan + 1e-6) : Infinity,
    neededWeight: Math.max(0, needed),
  };
}

function createAnswer(task: Task, decision: Decision, elapsedMs: number): ProgrammeAnswer {
  const { problem, clusters, impossible, leftOut } = task;
  const chosen = decision.options.flatMap(({ segments }, i) => {
    const cluster = clusters[i];
    return cluster && segments.length > 0 ? [{ cluster, segments }] : [];
  });
  const steps = orderSteps(chosen);
  const costFen = steps.reduce((sum, step) => sum + step.costFen, 0);
  const totalFen = problem.goal.kind === 'budget' ? task.goal.budgetFen : costFen;
  const told = describeSteps(task, spreadSteps(steps, problem.years, totalFen));
  return { ...told, ...prove(task, decision, { told, costFen }), impossible, leftOut, seed: problem.seed, elapsedMs };
}

/** Bound, gap and whether the two meet. */
function prove(
  { goal }: Task,
  decision: Decision,
  { told, costFen }: { readonly told: ToldSteps; readonly costFen: number },
): Pick<ProgrammeAnswer, 'status' | 'bound' | 'gap'> {
  const isBudget = goal.kind === 'budget';
  const reached = isBudget ? told.gained : costFen;
  // steps may cost less than was decided, or gain more: then they are the better bound themselves
  const bound = isBudget ? Math.max(decision.bound, reached) : Math.min(decision.bound, reached);
  const gap = bound === reached ? 0 : Math.abs(reached - bound) / Math.max(1, reached);
  const status = decision.isFeasible ? (bound === reached ? 'optimal' : 'feasible') : 'infeasible';
  return { status, bound: isBudget ? bound : bound / 100, gap };
}
