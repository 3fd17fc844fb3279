import type { LocationProblem } from './location-problem.ts';
import { markAllowed } from './median/median-model.ts';
import { createMilpBuilder, type MilpModel } from './milp/milp-model.ts';

/** Rows of the demands for the candidates within `radius`; null when a demand has none. Rows that contain another row are implied by it and left out. */
export function listCoverRows(problem: LocationProblem, radius: number): readonly Int32Array[] | null {
  const { demandCount, candidateCount, costs, limit } = problem;
  const isAllowed = markAllowed(problem);
  const isRequired = new Uint8Array(candidateCount);
  for (const j of problem.required) isRequired[j] = 1;
  const rows = new Map<string, Int32Array>();
  for (let i = 0; i < demandCount; i++) {
    const row: number[] = [];
    let isCovered = false;
    for (let j = 0; j < candidateCount; j++) {
      const cost = costs[i * candidateCount + j] as number;
      if (isAllowed[j] === 0 || !(cost <= radius) || cost === Infinity || (limit !== null && cost > limit)) continue;
      row.push(j);
      isCovered ||= isRequired[j] === 1;
    }
    if (row.length === 0) return null;
    if (!isCovered) rows.set(row.join(), Int32Array.from(row));
  }
  return dropImplied([...rows.values()], candidateCount);
}

/** Shorter rows first; a row that holds a whole shorter one says nothing new. */
function dropImplied(rows: readonly Int32Array[], candidateCount: number): readonly Int32Array[] {
  const kept: Int32Array[] = [];
  const byFirst: Int32Array[][] = Array.from({ length: candidateCount }, () => []);
  const isIn = new Uint8Array(candidateCount);
  for (const row of rows.toSorted((a, b) => a.length - b.length || compareRows(a, b))) {
    isIn.fill(0);
    for (const j of row) isIn[j] = 1;
    const isImplied = row.some((j) => (byFirst[j] ?? []).some((other) => other.every((k) => isIn[k] === 1)));
    if (isImplied) continue;
    kept.push(row);
    byFirst[row[0] as number]?.push(row);
  }
  return kept;
}

function compareRows(a: Int32Array, b: Int32Array): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number);
  return 0;
}

/**
 * Fewest (or cheapest, by `prices`) candidates that meet every row; columns are the candidates, excluded ones fixed at 0, required ones at 1.
 *
 * @param most null = any number of sites
 */
export function createCoverMilp(
  problem: LocationProblem,
  rows: readonly Int32Array[],
  { prices, most }: { readonly prices: Float64Array | null; readonly most: number | null },
): MilpModel {
  const builder = createMilpBuilder('minimize');
  const isAllowed = markAllowed(problem);
  const required = new Set(problem.required);
  for (let j = 0; j < problem.candidateCount; j++) {
    builder.addColumn({ cost: prices?.[j] ?? 1, lower: required.has(j) ? 1 : 0, upper: isAllowed[j] === 1 ? 1 : 0 });
  }
  for (const row of rows) builder.addRow({ columns: [...row], values: 1, lower: 1 });
  if (most !== null) builder.addRow({ columns: Array.from(isAllowed.keys()), values: 1, upper: most });
  return builder.build();
}

/** A cover by taking again and again the candidate that meets most open rows per price; then what is not needed is taken out, the dearest first. */
export function coverGreedily(
  problem: LocationProblem,
  rows: readonly Int32Array[],
  prices: Float64Array | null,
): number[] {
  const open = new Set(problem.required);
  const priceOf = (j: number): number => prices?.[j] ?? 1;
  let left = rows.filter((row) => !row.some((j) => open.has(j)));
  while (left.length > 0) {
    const met = new Map<number, number>();
    for (const row of left) for (const j of row) met.set(j, (met.get(j) ?? 0) + 1);
    let best = -1;
    let value = -1;
    for (const [j, count] of [...met].sort(([a], [b]) => a - b)) {
      const worth = count / Math.max(priceOf(j), Number.MIN_VALUE);
      if (worth > value) [best, value] = [j, worth];
    }
    open.add(best);
    left = left.filter((row) => !row.includes(best));
  }
  const required = new Set(problem.required);
  for (const j of [...open].sort((a, b) => priceOf(b) - priceOf(a) || b - a)) {
    if (required.has(j)) continue;
    if (rows.every((row) => row.some((k) => k !== j && open.has(k)))) open.delete(j);
  }
  return [...open].sort((a, b) => a - b);
}
