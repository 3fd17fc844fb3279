import { createMilpBuilder, type MilpBuilder, type MilpModel } from '../milp/milp-model.ts';
import type { CapacitatedModel } from './capacitated-model.ts';

/** The exact model over the pairs that may still be in a better answer, with the way back. */
export interface CapacitatedMilp {
  readonly model: MilpModel;
  /** Values of all columns for an assignment; null when it uses a pair that was left out. */
  readonly toStart: (open: readonly number[], assignment: Int32Array) => Float64Array | null;
  readonly toAssignment: (values: Float64Array) => {
    readonly open: readonly number[];
    readonly assignment: Int32Array;
  };
}

/**
 * Columns: opening of each candidate, then each pair that is kept; rows: one candidate per demand, capacity where it is open, a pair only where it is open, number, budget.
 *
 * @param isKept false = the pair (or, with demand null, the candidate) cannot be in a better answer
 */
export function createCapacitatedMilp(
  source: CapacitatedModel,
  isKept: (demand: number | null, candidate: number) => boolean,
): CapacitatedMilp {
  const { demandCount, candidateCount: m, isAllowed, opening } = source;
  const builder = createMilpBuilder('minimize');
  const required = new Set(source.required);
  for (let j = 0; j < m; j++) {
    const isFree = required.has(j) || (isAllowed[j] === 1 && isKept(null, j));
    builder.addColumn({ lower: required.has(j) ? 1 : 0, upper: isFree ? 1 : 0 });
  }
  const { columnOf, pairs, bySite } = addPairs(builder, source, isKept);
  addCapacities(builder, source, { columnOf, bySite });
  const all = Array.from({ length: m }, (_, j) => j);
  builder.addRow({ columns: all, values: 1, upper: source.sites });
  if (opening !== null) builder.addRow({ columns: all, values: [...opening.costs], upper: opening.budget });
  const model = builder.build();
  return {
    model,
    toStart: (open, assignment) => {
      const start = new Float64Array(model.columnCount);
      for (const j of open) start[j] = 1;
      for (let i = 0; i < demandCount; i++) {
        const column = columnOf[i * m + (assignment[i] as number)] as number;
        if (column < 0) return null;
        start[column] = 1;
      }
      return start;
    },
    toAssignment: (values) => {
      const assignment = new Int32Array(demandCount).fill(-1);
      pairs.forEach((pair, k) => {
        if ((values[m + k] as number) > 0.5) assignment[Math.floor(pair / m)] = pair % m;
      });
      return { open: all.filter((j) => (values[j] as number) > 0.5), assignment };
    },
  };
}

/** Pairs that are kept, with where they stand. */
interface MilpPairs {
  /** Column of `demand * candidates + candidate`; -1 = left out. */
  readonly columnOf: Int32Array;
  /** In the order of their columns. */
  readonly pairs: readonly number[];
  /** Demands of the pairs of each candidate. */
  readonly bySite: readonly (readonly number[])[];
}

/** A column for each pair, open only where its candidate is; each demand at one candidate. */
function addPairs(
  builder: MilpBuilder,
  { demandCount, candidateCount: m, costs }: CapacitatedModel,
  isKept: (demand: number | null, candidate: number) => boolean,
): MilpPairs {
  const columnOf = new Int32Array(demandCount * m).fill(-1);
  const pairs: number[] = [];
  const bySite: number[][] = Array.from({ length: m }, () => []);
  for (let i = 0; i < demandCount; i++) {
    const columns: number[] = [];
    for (let j = 0; j < m; j++) {
      const cost = costs[i * m + j] as number;
      if (cost === Infinity || !isKept(i, j)) continue;
      const column = builder.addColumn({ cost });
      columnOf[i * m + j] = column;
      columns.push(column);
      pairs.push(i * m + j);
      bySite[j]?.push(i);
      builder.addRow({ columns: [column, j], values: [1, -1], upper: 0 });
    }
    builder.addRow({ columns, values: 1, lower: 1, upper: 1 });
  }
  return { columnOf, pairs, bySite };
}

/** No capacity is passed where a candidate is open. */
function addCapacities(
  builder: MilpBuilder,
  { candidateCount: m, capacities, sizes }: CapacitatedModel,
  { columnOf, bySite }: Pick<MilpPairs, 'columnOf' | 'bySite'>,
): void {
  for (let j = 0; j < m; j++) {
    const demands = bySite[j] ?? [];
    if (!Number.isFinite(capacities[j]) || demands.length === 0) continue;
    const columns = [...demands.map((i) => columnOf[i * m + j] as number), j];
    builder.addRow({
      columns,
      values: [...demands.map((i) => sizes[i] as number), -(capacities[j] as number)],
      upper: 0,
    });
  }
}
