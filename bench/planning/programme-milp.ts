import { rowOf } from '#core/network/near-segments.ts';
import type { JoinClaim, JoinCluster } from '#core/planning/programme/join-cluster.ts';
import { createMilpBuilder, type MilpBuilder, type MilpModel } from '#core/planning/solvers/milp/milp-model.ts';

/**
 * The same programme as one plain model: a segment is hardened or not, a claim joined or not, and each joined claim sends a unit from one of its
 * members to each of its contexts over hardened segments only (multicommodity flow).
 *
 * @param budgetFen null = join every claim at the least cost
 */
export function createProgrammeMilp(clusters: readonly JoinCluster[], budgetFen: number | null): MilpModel {
  const builder = createMilpBuilder(budgetFen === null ? 'minimize' : 'maximize');
  const spent: { readonly column: number; readonly yuan: number }[] = [];
  for (const cluster of clusters) {
    const hardened = Array.from(cluster.segmentOfElement, (segment, element) => {
      if (segment < 0) return -1;
      const yuan = (cluster.pricesFen[element] ?? 0) / 100;
      const column = builder.addColumn({ cost: budgetFen === null ? yuan : 0 });
      spent.push({ column, yuan });
      return column;
    });
    for (const claim of cluster.claims) addClaim(builder, { cluster, claim, hardened, mustJoin: budgetFen === null });
  }
  if (budgetFen !== null) {
    const columns = spent.map(({ column }) => column);
    builder.addRow({ columns, values: spent.map(({ yuan }) => yuan), upper: budgetFen / 100 });
  }
  return builder.build();
}

interface ClaimPart {
  readonly cluster: JoinCluster;
  readonly claim: JoinClaim;
  /** Column by element; -1 = a point. */
  readonly hardened: readonly number[];
  readonly mustJoin: boolean;
}

function addClaim(builder: MilpBuilder, { cluster, claim, hardened, mustJoin }: ClaimPart): void {
  const joined = builder.addColumn({ cost: mustJoin ? 0 : claim.weight, lower: mustJoin ? 1 : 0 });
  const starts = new Map(Array.from(claim.members, (member) => [member, builder.addColumn({})]));
  const begun = [...starts.values()];
  builder.addRow({ columns: [joined, ...begun], values: [-1, ...begun.map(() => 1)], lower: 0, upper: 0 });
  // a claim whose members bring everything along needs its member hardened and no flow
  for (const [member, start] of claim.contexts.length === 0 ? starts : []) {
    const segment = hardened[member] ?? -1;
    if (segment >= 0) builder.addRow({ columns: [start, segment], values: [1, -1], upper: 0 });
  }
  for (const context of claim.contexts) {
    const ends = new Set(cluster.contexts[context] ?? []);
    addFlow(builder, { cluster, hardened, starts, ends });
  }
}

function addFlow(
  builder: MilpBuilder,
  {
    cluster,
    hardened,
    starts,
    ends,
  }: Pick<ClaimPart, 'cluster' | 'hardened'> & {
    readonly starts: ReadonlyMap<number, number>;
    readonly ends: ReadonlySet<number>;
  },
): void {
  const into: number[][] = Array.from({ length: cluster.elementCount }, () => []);
  const outOf: number[][] = Array.from({ length: cluster.elementCount }, () => []);
  for (let element = 0; element < cluster.elementCount; element++) {
    for (const next of rowOf(cluster.neighbours, element)) {
      const arc = builder.addColumn({ isWhole: false });
      outOf[element]?.push(arc);
      into[next]?.push(arc);
    }
    if (ends.has(element)) outOf[element]?.push(builder.addColumn({ isWhole: false }));
    const start = starts.get(element);
    if (start !== undefined) into[element]?.push(start);
  }
  into.forEach((coming, element) => {
    const going = outOf[element] ?? [];
    const values = [...coming.map(() => 1), ...going.map(() => -1)];
    if (values.length > 0) builder.addRow({ columns: [...coming, ...going], values, lower: 0, upper: 0 });
    const segment = hardened[element] ?? -1;
    if (segment < 0 || coming.length === 0) return;
    builder.addRow({ columns: [...coming, segment], values: [...coming.map(() => 1), -1], upper: 0 });
  });
}
