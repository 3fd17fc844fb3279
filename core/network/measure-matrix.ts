import type { ArcCosts } from './arc-costs.ts';
import { getSearch } from './shortest-paths.ts';
import type { Snap } from './snap.ts';
import { costWithinLink, createTerminals, groupByLink, type Terminals, type TravelNetwork } from './terminals.ts';
import type { TravelMetric, TravelMode } from './travel.ts';

/** Which pairs of places, and how one travels. */
export interface MatrixQuestion {
  readonly from: readonly (Snap | null)[];
  readonly to: readonly (Snap | null)[];
  readonly mode: TravelMode;
  readonly metric: TravelMetric;
}

/**
 * Cost of every pair, row by row: `matrix[i * to.length + j]`, walked stretches included; `Infinity` = cannot be reached. One search for each
 * place of the smaller side.
 */
export function measureMatrix(network: TravelNetwork, question: MatrixQuestion): Float64Array {
  const steps = measureMatrixByRows(network, question);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** `measureMatrix` in steps: after each search it yields the share that is done, 0 to 1, so that a job can tell and can stop. */
export function* measureMatrixByRows(
  network: TravelNetwork,
  { from, to, mode, metric }: MatrixQuestion,
): Generator<number, Float64Array> {
  const costs = network.costs(mode, metric);
  const isForward = from.length <= to.length;
  const origins = createTerminals(network, from, { costs, direction: 'forward' });
  const ends = createTerminals(network, to, { costs, direction: 'backward' });
  const matrix = new Float64Array(from.length * to.length).fill(Infinity);
  const few = isForward
    ? { terminals: origins, others: ends, stride: to.length, step: 1 }
    : { terminals: ends, others: origins, stride: 1, step: to.length };
  const targets = listTargets(few.others);
  for (let i = 0; i < few.terminals.count; i++) {
    if ((few.terminals.link[i] ?? -1) >= 0) {
      fillLine(network, { ...few, index: i, costs, direction: isForward ? 'forward' : 'backward', matrix, targets });
    }
    yield (i + 1) / few.terminals.count;
  }
  mendNeighbours(network, { from, to, origins, ends, costs, matrix });
  return matrix;
}

/** Up to so many places a search ends when all of them are reached. */
const MOST_TARGETS = 32;

/** Nodes at which a search may end; undefined = there are too many for that to pay. */
function listTargets({ count, link, fromNode, toNode }: Terminals): readonly number[] | undefined {
  if (count > MOST_TARGETS) return undefined;
  const places = [...link.keys()].filter((i) => (link[i] ?? -1) >= 0);
  return places.flatMap((i) => [fromNode[i] ?? 0, toNode[i] ?? 0]);
}

/** One search from one place, read at all places of the other side. */
function fillLine(
  { graph }: TravelNetwork,
  line: {
    readonly terminals: Terminals;
    readonly others: Terminals;
    readonly index: number;
    readonly costs: ArcCosts;
    readonly direction: 'forward' | 'backward';
    readonly matrix: Float64Array;
    readonly targets: readonly number[] | undefined;
    /** Where the line begins in the matrix, as a multiple of `index`, and from one cell to the next. */
    readonly stride: number;
    readonly step: number;
  },
): void {
  const { terminals, others, index, matrix, stride, step } = line;
  const seeds = {
    nodes: [terminals.fromNode[index] ?? 0, terminals.toNode[index] ?? 0],
    costs: [terminals.fromCost[index] ?? Infinity, terminals.toCost[index] ?? Infinity],
  };
  const { cost } = getSearch(graph).run(line.costs, seeds, {
    direction: line.direction,
    ...(line.targets ? { targets: line.targets } : {}),
  });
  const { count, fromNode, toNode, fromCost, toCost } = others;
  for (let j = 0; j < count; j++) {
    const overFrom = (cost[fromNode[j] as number] as number) + (fromCost[j] as number);
    const overTo = (cost[toNode[j] as number] as number) + (toCost[j] as number);
    matrix[index * stride + j * step] = overFrom < overTo ? overFrom : overTo;
  }
}

/** Pairs on one link may go along it directly; pairs at one position need not go at all. */
function mendNeighbours(
  { graph }: TravelNetwork,
  {
    from,
    to,
    origins,
    ends,
    costs,
    matrix,
  }: Pick<MatrixQuestion, 'from' | 'to'> & {
    readonly origins: Terminals;
    readonly ends: Terminals;
    readonly costs: ArcCosts;
    readonly matrix: Float64Array;
  },
): void {
  const onLink = groupByLink(to);
  from.forEach((snap, i) => {
    for (const j of onLink.get(snap?.link ?? -1) ?? []) {
      const offRoadCost = (origins.offRoadCost[i] ?? 0) + (ends.offRoadCost[j] ?? 0);
      const direct = costWithinLink(graph, costs, { from: snap, to: to[j] ?? null, offRoadCost });
      const cell = i * to.length + j;
      matrix[cell] = Math.min(matrix[cell] ?? Infinity, direct);
    }
  });
}
