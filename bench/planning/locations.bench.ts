import type { County } from '#core/county/county.ts';
import { createCountyState } from '#core/county/county-state.ts';
import { measureMatrix } from '#core/network/measure-matrix.ts';
import { getNetwork } from '#core/network/network.ts';
import { createRoadState } from '#core/network/road-state.ts';
import { createCapacitatedMilp } from '#core/planning/solvers/capacitated/capacitated-milp.ts';
import { createCapacitatedModel } from '#core/planning/solvers/capacitated/capacitated-model.ts';
import { checkLocationAnswer } from '#core/planning/solvers/check-location-answer.ts';
import type { LocationAnswer, LocationProblem } from '#core/planning/solvers/location-problem.ts';
import { solveMilp } from '#core/planning/solvers/milp/solve-milp.ts';
import { solveLocation } from '#core/planning/solvers/solve-location.ts';
import { type BenchPeer, type BenchResult, summarise } from '../measure.ts';
import {
  createMedianProblem,
  generateCountyLike,
  generatePmed,
  generatePmedcap,
  type Instance,
  readPmedcapInstances,
  readPmedInstances,
} from './location-instances.ts';

/** What is asked of a run: the product's own goals. */
interface Goal {
  readonly limitMs: number;
  readonly gap: number;
  /** Whether HiGHS solves the same model, whole, beside it. */
  readonly hasPeer: boolean;
}

/** HiGHS gets as long for each model; where it does not end the name says so. */
const PEER_LIMIT_MS = 20_000;
const GIVEN: Goal = { limitMs: 2000, gap: 0, hasPeer: true };
const FAMILY: Goal = { limitMs: 10_000, gap: 0.005, hasPeer: false };
const CAPACITATED: Goal = { limitMs: 10_000, gap: 0.01, hasPeer: true };
const COUNTY: Goal = { limitMs: 5000, gap: 0.01, hasPeer: false };

/** Choice of sites: given and own instances of both families, and the sample county, beside HiGHS. */
export async function benchLocations(county: County): Promise<readonly BenchResult[]> {
  const family = [
    generatePmed(300, 5, 11),
    generatePmed(600, 60, 12),
    generatePmed(700, 7, 13),
    generatePmed(800, 20, 14),
    generatePmed(900, 5, 15),
    generatePmed(900, 10, 16),
    generatePmed(900, 90, 17),
    generatePmed(900, 200, 18),
  ];
  const runs: readonly (readonly [readonly Instance[], Goal])[] = [
    [readPmedInstances(), GIVEN],
    [family, FAMILY],
    [readPmedcapInstances(), CAPACITATED],
    [[generatePmedcap(50, 5, 21), generatePmedcap(100, 10, 22)], { ...CAPACITATED, hasPeer: false }],
    [[generateCountyLike(1000, 40, 8), generateCountyLike(1000, 40, 20)], { ...COUNTY, limitMs: 6000 }],
    [createCountyInstances(county), COUNTY],
  ];
  const results: BenchResult[] = [];
  for (const [instances, goal] of runs) {
    if (instances.length === 0) process.stdout.write('../shared/data is absent: its instances are not run\n');
    for (const instance of instances) results.push(...(await benchInstance(instance, goal)));
  }
  return results;
}

async function benchInstance({ name, problem, published }: Instance, goal: Goal): Promise<readonly BenchResult[]> {
  const start = performance.now();
  const answer = await solveLocation(problem, {
    now: () => performance.now(),
    isCancelled: () => false,
    tell: () => undefined,
    timeLimitMs: goal.limitMs * 0.97,
  });
  const elapsedMs = performance.now() - start;
  const faults = checkLocationAnswer(problem, answer);
  if (faults.length > 0) throw new Error(`${name}: ${faults.join('; ')}`);
  const peer = goal.hasPeer ? await runPeer(problem) : null;
  const title = `${problem.kind} ${name}: ${describeAnswer(answer)}`;
  return [
    summarise(title, 'ms', [elapsedMs], goal.limitMs, peer),
    summarise('  gap to the proved bound', 'ratio', [answer.gap ?? Number.NaN], goal.gap),
    ...(published === null
      ? []
      : [summarise('  objective / published optimum', 'ratio', [(answer.objective ?? Number.NaN) / published], 1)]),
  ];
}

const describeAnswer = ({ status, objective }: LocationAnswer): string =>
  `${status} ${objective === null ? '' : Number(objective.toPrecision(9))}`;

/** The same model, whole, given to HiGHS. */
async function runPeer(problem: LocationProblem): Promise<BenchPeer> {
  // Without capacities the model is that of capacities without end.
  const { model } = createCapacitatedMilp(createCapacitatedModel(problem), () => true);
  const start = performance.now();
  try {
    const { status, objective } = await solveMilp(model, { timeLimitMs: PEER_LIMIT_MS });
    return { name: `HiGHS (${status} ${objective ?? ''})`, median: performance.now() - start };
  } catch {
    return { name: 'HiGHS', median: null };
  }
}

/** Every settlement by its households to the 40 sites, and to as many settlements as candidates more, by road minutes. */
function createCountyInstances(county: County): readonly Instance[] {
  const network = getNetwork(county).at(createRoadState(createCountyState(county, county.dataDate)));
  const snaps = network.settlementSnaps();
  const weights = new Float64Array(county.settlements.length);
  for (const settlement of county.households.settlement) weights[settlement] = (weights[settlement] ?? 0) + 1;
  const every = (count: number) => {
    const step = Math.floor(county.settlements.length / count);
    return Array.from({ length: count }, (_, k) => snaps[k * step] ?? null);
  };
  const sites = county.sites.map(({ accessPoint }) => network.snap(accessPoint));
  const sides = [
    { to: sites, open: 8 },
    { to: [...sites, ...every(260)], open: 12 },
    { to: every(500), open: 40 },
  ];
  return sides.map(({ to, open }) => {
    const costs = measureMatrix(network, { from: snaps, to, mode: 'drive', metric: 'minutes' });
    const reached = [...snaps.keys()].filter((i) =>
      costs.subarray(i * to.length, (i + 1) * to.length).some((cost) => cost < Infinity),
    );
    const table = {
      demandCount: reached.length,
      candidateCount: to.length,
      costs: Float64Array.from(reached.flatMap((i) => [...costs.subarray(i * to.length, (i + 1) * to.length)])),
    };
    const problem = createMedianProblem(
      table,
      open,
      Float64Array.from(reached, (i) => weights[i] ?? 0),
    );
    return { name: `county, ${reached.length} settlements x ${to.length}, ${open} open`, problem, published: null };
  });
}
