import { PROOF_TOLERANCE, type SolverRun } from '../solver-run.ts';
import { assignWithinCapacity, type CapacitatedSolution } from './assign-within-capacity.ts';
import type { CapacitatedModel } from './capacitated-model.ts';

/** Pairs of demand and candidate that all trials of one search may look at: it is work that is limited, not time, so that answers do not depend on the machine. */
const MOST_WORK = 6e7;

/** Betters an answer by opening one candidate in the place of another (or beside them), all demands assigned anew, until no exchange helps. */
export async function exchangeSites(
  run: SolverRun,
  model: CapacitatedModel,
  start: CapacitatedSolution,
): Promise<CapacitatedSolution> {
  const { candidateCount, isAllowed, required, demandCount } = model;
  const must = new Set(required);
  let best = start;
  let work = 0;
  for (let isBetter = true; isBetter; ) {
    isBetter = false;
    for (let j = 0; j < candidateCount && work < MOST_WORK; j++) {
      if (isAllowed[j] === 0 || best.open.includes(j)) continue;
      for (const out of [-1, ...best.open]) {
        if (run.isOver()) return best;
        if (run.isPauseDue()) await run.pause();
        if (must.has(out)) continue;
        const open = [...best.open.filter((k) => k !== out), j].sort((a, b) => a - b);
        if (!isAffordableChoice(model, open)) continue;
        work += 4 * demandCount * open.length;
        if (boundOf(model, open) >= best.cost) continue;
        const quick = await assignWithinCapacity(run, { model, open, isQuick: true });
        if (quick === null || quick.cost >= best.cost * 1.05) continue;
        const full = await assignWithinCapacity(run, { model, open });
        work += demandCount * demandCount;
        if (full === null || full.cost >= best.cost * (1 - PROOF_TOLERANCE)) continue;
        best = full;
        isBetter = true;
        break;
      }
    }
  }
  return best;
}

/** What the choice costs at least: everybody at the nearest, capacities left aside. */
function boundOf({ demandCount, candidateCount, costs }: CapacitatedModel, open: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < demandCount; i++) {
    let least = Infinity;
    for (const j of open) least = Math.min(least, costs[i * candidateCount + j] as number);
    sum += least;
  }
  return sum;
}

/** True when number and budget allow these candidates. */
export function isAffordableChoice({ sites, opening }: CapacitatedModel, open: readonly number[]): boolean {
  if (open.length > sites) return false;
  if (opening === null) return true;
  return open.reduce((sum, j) => sum + (opening.costs[j] as number), 0) <= opening.budget * (1 + PROOF_TOLERANCE);
}
