import type { County } from '#core/county/county.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { createOwnDefinition } from '#core/network/join-definition.ts';
import { JOINED } from '#core/network/join-places.ts';
import { countSettlements } from '#core/planning/programme/counted-settlements.ts';
import { createClusters } from '#core/planning/programme/create-clusters.ts';
import type { ProgrammeAnswer, ProgrammeProblem } from '#core/planning/programme/programme.ts';
import { createProgrammeMilp } from '#core/planning/programme/programme-milp.ts';
import { solveProgramme } from '#core/planning/programme/solve-programme.ts';
import { solveMilp } from '#core/planning/solvers/milp/solve-milp.ts';
import { type BenchPeer, type BenchResult, summarise } from '../measure.ts';
import { turnToGravel } from './gravel-county.ts';

const RUNS = 3;
const LIMIT_MS = 10_000;
const GOALS: readonly ProgrammeProblem['goal'][] = [
  { kind: 'budget', budgetYuan: 5_000_000 },
  { kind: 'budget', budgetYuan: 20_000_000 },
  { kind: 'budget', budgetYuan: 50_000_000 },
  { kind: 'join_all' },
];

const GRAVEL_SHARES = [0.1, 0.3, 1];
const GRAVEL_GOALS: readonly ProgrammeProblem['goal'][] = [
  { kind: 'join_all' },
  { kind: 'budget', budgetYuan: 100_000_000 },
  { kind: 'target_share', targetShare: 0.9 },
];

/** Which roads first, in the sample county, most households: three budgets and everybody, beside one plain model solved by HiGHS. */
export async function benchProgramme(county: County): Promise<readonly BenchResult[]> {
  const results: BenchResult[] = [];
  for (const goal of GOALS) {
    const times: number[] = [];
    let last: ProgrammeAnswer | null = null;
    for (let run = 0; run < RUNS; run++) {
      const start = performance.now();
      last = await solve(county, goal);
      times.push(performance.now() - start);
    }
    if (last === null) continue;
    const name = goal.kind === 'budget' ? `for ${goal.budgetYuan / 10_000} x 10,000 yuan` : 'for everybody';
    const gained = `${last.gained} households, ${Math.round(last.costYuan / 10_000)} x 10,000 yuan`;
    results.push(
      summarise(`road programme ${name}: ${gained}`, 'ms', times, LIMIT_MS, await solvePeer(county, goal)),
      summarise(`  its gap (${last.status})`, 'ratio', [last.gap], 0.02),
    );
  }
  for (const share of GRAVEL_SHARES) results.push(...(await benchGravel(turnToGravel(county, share), share)));
  return results;
}

/** The county made harder: most clusters are large, and the time may end before the search does. */
async function benchGravel(county: County, share: number): Promise<readonly BenchResult[]> {
  const results: BenchResult[] = [];
  for (const goal of GRAVEL_GOALS) {
    const start = performance.now();
    const { status, gap } = await solve(county, goal);
    const name = `road programme with ${100 * share} % of the low roads turned to gravel, ${goal.kind}`;
    results.push(
      summarise(name, 'ms', [performance.now() - start], 1.1 * LIMIT_MS),
      summarise(`  its gap (${status})`, 'ratio', [gap], 0.02),
    );
  }
  return results;
}

const solve = (county: County, goal: ProgrammeProblem['goal']) =>
  solveProgramme(
    createIndicatorContext(county),
    {
      goal,
      target: 'households',
      years: [2027, 2028, 2029].map((year) => ({ year, budgetYuan: null })),
      includesEmptied: false,
      timeLimitMs: LIMIT_MS,
      seed: 1,
    },
    { now: () => performance.now(), isCancelled: () => false, tell: () => undefined },
  );

/** The same by HiGHS alone; its name says what it found. */
async function solvePeer(county: County, goal: ProgrammeProblem['goal']): Promise<BenchPeer> {
  const context = createIndicatorContext(county);
  const definition = createOwnDefinition(county.settings);
  const joined = context.joined(definition);
  const counted = countSettlements(context, joined, { target: 'households', includesEmptied: false });
  const settlements = county.settlements.flatMap((_, i) =>
    counted.counts[i] === 1 && joined.pathState[i] !== JOINED ? [i] : [],
  );
  const { clusters } = createClusters(context.network(), definition, { settlements, weights: counted.weights });
  const { model } = createProgrammeMilp(
    clusters,
    goal.kind === 'budget' ? { kind: 'budget', budgetFen: 100 * goal.budgetYuan } : { kind: 'join_all' },
  );
  const start = performance.now();
  try {
    const { status, objective } = await solveMilp(model, { timeLimitMs: LIMIT_MS });
    const found =
      objective === null ? '' : ` ${Math.round(objective)}${goal.kind === 'budget' ? '' : ' x 10,000 yuan'}`;
    return { name: `HiGHS, plain model (${status}${found})`, median: performance.now() - start };
  } catch {
    return { name: 'HiGHS, plain model (absent)', median: null };
  }
}
