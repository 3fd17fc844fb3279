import { createMilpBuilder, type MilpBuilder, type MilpModel } from '../solvers/milp/milp-model.ts';
import { addFlow } from './claim-flow.ts';
import type { JoinClaim, JoinCluster } from './join-cluster.ts';

/** What a plain model is to find. */
export type MilpGoal =
  | { readonly kind: 'join_all' }
  /** The most weight within so much money. */
  | { readonly kind: 'budget'; readonly budgetFen: number }
  /** The least of cost minus weight ÷ rate: `rate` is weight a fen, above 0. */
  | { readonly kind: 'rate'; readonly rate: number };

/** Money in the models: units of 10,000 yuan, so that numbers stay near 1. */
export const FEN_PER_UNIT = 1e6;

/** A programme as a model, with the columns that decide. */
export interface ProgrammeMilp {
  /** Costs in units of `FEN_PER_UNIT`; for a budget the objective is weight. */
  readonly model: MilpModel;
  /** By cluster, by element: column that is 1 where the segment is hardened; -1 = a point. */
  readonly hardened: readonly (readonly number[])[];
}

/**
 * A programme as one plain model: a segment is hardened or not, a claim joined or not, and each joined claim sends a unit from one of its members
 * to each of its contexts over hardened segments only (multicommodity flow).
 *
 * @see Wong 1984, "A dual ascent approach for Steiner tree problems on a directed graph", Mathematical Programming 28
 */
export function createProgrammeMilp(clusters: readonly JoinCluster[], goal: MilpGoal): ProgrammeMilp {
  const builder = createMilpBuilder(goal.kind === 'budget' ? 'maximize' : 'minimize');
  const spent: { readonly column: number; readonly units: number }[] = [];
  const hardened = clusters.map((cluster) => {
    const columns = Array.from(cluster.segmentOfElement, (segment, element) => {
      if (segment < 0) return -1;
      const units = (cluster.pricesFen[element] ?? 0) / FEN_PER_UNIT;
      const column = builder.addColumn({ cost: goal.kind === 'budget' ? 0 : units });
      spent.push({ column, units });
      return column;
    });
    for (const claim of cluster.claims) addClaim(builder, { cluster, claim, hardened: columns, goal });
    return columns;
  });
  if (goal.kind === 'budget') {
    const columns = spent.map(({ column }) => column);
    builder.addRow({ columns, values: spent.map(({ units }) => units), upper: goal.budgetFen / FEN_PER_UNIT });
  }
  return { model: builder.build(), hardened };
}

interface ClaimPart {
  readonly cluster: JoinCluster;
  readonly claim: JoinClaim;
  /** Column by element; -1 = a point. */
  readonly hardened: readonly number[];
  readonly goal: MilpGoal;
}

function addClaim(builder: MilpBuilder, { cluster, claim, hardened, goal }: ClaimPart): void {
  const joined = builder.addColumn({ cost: priceOfWeight(claim, goal), lower: goal.kind === 'join_all' ? 1 : 0 });
  const starts = new Map(Array.from(claim.members, (member) => [member, builder.addColumn({})]));
  const begun = [...starts.values()];
  builder.addRow({ columns: [joined, ...begun], values: [-1, ...begun.map(() => 1)], lower: 0, upper: 0 });
  for (const [member, start] of starts) {
    const segment = hardened[member] ?? -1;
    if (segment >= 0) builder.addRow({ columns: [start, segment], values: [1, -1], upper: 0 });
  }
  for (const context of claim.contexts) {
    addFlow(builder, { cluster, hardened, starts, ends: new Set(cluster.contexts[context] ?? []) });
  }
}

function priceOfWeight({ weight }: JoinClaim, goal: MilpGoal): number {
  if (goal.kind === 'join_all') return 0;
  return goal.kind === 'budget' ? weight : -weight / goal.rate / FEN_PER_UNIT;
}
