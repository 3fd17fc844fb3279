import { rowOf } from '../../network/near-segments.ts';
import type { MilpBuilder } from '../solvers/milp/milp-model.ts';
import type { JoinCluster } from './join-cluster.ts';
import { findWayElements } from './way-elements.ts';

/** One unit that goes from one of the starts to one of the ends over hardened segments. */
export interface FlowPart {
  readonly cluster: JoinCluster;
  /** Column by element; -1 = a point. */
  readonly hardened: readonly number[];
  /** Column that sends the unit off, by element. */
  readonly starts: ReadonlyMap<number, number>;
  readonly ends: ReadonlySet<number>;
}

/**
 * Adds the flow of one claim to one context. Only elements on some way between the two get columns; a segment between two points is one edge with
 * an arc each way, everything else a node through which the unit passes.
 */
export function addFlow(builder: MilpBuilder, { cluster, hardened, starts, ends }: FlowPart): void {
  const isOnWay = findWayElements(cluster, [...starts.keys()], [...ends]);
  const rows = new Map<number, { readonly into: number[]; readonly outOf: number[] }>();
  const rowAt = (element: number) => {
    const row = rows.get(element) ?? { into: [], outOf: [] };
    rows.set(element, row);
    return row;
  };
  const addArc = (from: number, to: number): number => {
    const arc = builder.addColumn({ isWhole: false });
    rowAt(from).outOf.push(arc);
    rowAt(to).into.push(arc);
    return arc;
  };
  for (const [element, start] of starts) if (isOnWay[element] === 1) rowAt(element).into.push(start);
  for (const element of ends) {
    if (isOnWay[element] === 1) rowAt(element).outOf.push(builder.addColumn({ isWhole: false }));
  }
  for (let element = 0; element < cluster.elementCount; element++) {
    const column = hardened[element] ?? -1;
    if (column < 0 || isOnWay[element] !== 1) continue;
    const points = rowOf(cluster.neighbours, element).filter((point) => isOnWay[point] === 1);
    const [a, b] = [points[0] ?? -1, points[1] ?? -1];
    const isEdge = points.length === 2 && !starts.has(element) && !ends.has(element);
    const arcs = isEdge
      ? [addArc(a, b), addArc(b, a)]
      : Array.from(points, (point) => {
          addArc(element, point);
          return addArc(point, element);
        });
    if (arcs.length > 0) builder.addRow({ columns: [...arcs, column], values: [...arcs.map(() => 1), -1], upper: 0 });
  }
  for (const { into, outOf } of rows.values()) {
    const values = [...into.map(() => 1), ...outOf.map(() => -1)];
    builder.addRow({ columns: [...into, ...outOf], values, lower: 0, upper: 0 });
  }
  // whoever starts where no way leads to an end cannot start
  for (const [element, start] of starts) {
    if (isOnWay[element] !== 1) builder.addRow({ columns: [start], values: 1, upper: 0 });
  }
}
