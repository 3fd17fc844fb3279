/** A point of a grid. */
export type GridPoint = readonly [x: number, y: number];
/** A line through points of a grid. */
export type GridLine = readonly GridPoint[];

/** A place at which a line is cut. */
export interface PlainCut {
  /** `x,y`. */
  readonly place: string;
  /** From the start of the line. */
  readonly along: number;
}

/** What a road network on a grid comes to, found by looking at every pair. */
export interface PlainTopology {
  /** By line, the places at which it is cut, ends included, in order along it. */
  readonly cuts: readonly (readonly PlainCut[])[];
  /** Places where lines cross without a node in common: `line line x,y`, sorted. */
  readonly crossings: readonly string[];
}

/** An edge of a line; the lines are numbered. */
interface GridEdge {
  readonly line: number;
  readonly from: GridPoint;
  readonly to: GridPoint;
  /** Along the line, to `from`. */
  readonly along: number;
}

/** Topology of lines through whole numbers, by plain arithmetic and no index: O(n2), for small networks only. */
export function createPlainTopology(lines: readonly GridLine[]): PlainTopology {
  const cuts = lines.map((_, index) => listCuts(index, lines));
  const crossings = new Set<string>();
  const edges = lines.flatMap((line, index) => listEdges(line, index));
  for (const [i, a] of edges.entries()) {
    for (const b of edges.slice(i + 1)) {
      const shares = crossEdges(a, b);
      if (shares === undefined || haveEndInCommon(a, b)) continue;
      const isNode = isCutAt(cuts[a.line], a, shares[0]) && isCutAt(cuts[b.line], b, shares[1]);
      if (!isNode) crossings.add(`${a.line} ${b.line} ${format(pointAt(a, shares[0]))}`);
    }
  }
  return { cuts, crossings: [...crossings].sort() };
}

const format = ([x, y]: GridPoint): string => `${x.toFixed(4)},${y.toFixed(4)}`;

const distance = (a: GridPoint, b: GridPoint): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

function listEdges(line: GridLine, index: number): readonly GridEdge[] {
  let along = 0;
  return line.slice(1).map((to, i) => {
    const from = line[i] ?? to;
    const edge = { line: index, from, to, along };
    along += distance(from, to);
    return edge;
  });
}

/** Vertices that are an end, another line's vertex or passed twice, and ends of lines that lie on an edge. */
function listCuts(index: number, lines: readonly GridLine[]): readonly PlainCut[] {
  const line = lines[index] ?? [];
  const ends = lines.flatMap((other) => [...other.slice(0, 1), ...other.slice(-1)]);
  const others = new Set(lines.flatMap((other, o) => (o === index ? [] : other.map(format))));
  const cuts: PlainCut[] = [];
  const edges = listEdges(line, index);
  for (const [i, vertex] of line.entries()) {
    const place = format(vertex);
    const edge = edges[i];
    const before = edges[i - 1];
    const along = edge?.along ?? (before ? before.along + distance(before.from, before.to) : 0);
    const isPassedTwice = line.filter((point) => format(point) === place).length > 1;
    if (i === 0 || edge === undefined || others.has(place) || isPassedTwice) cuts.push({ place, along });
    if (edge === undefined) continue;
    const onEdge = new Map(
      ends.filter((end) => isInside(end, edge)).map((end) => [format(end), distance(vertex, end)]),
    );
    for (const [end, meters] of [...onEdge].sort((a, b) => a[1] - b[1]))
      cuts.push({ place: end, along: along + meters });
  }
  return cuts;
}

/** Whether a point lies on an edge and is neither of its ends. */
function isInside([x, y]: GridPoint, { from: [x1, y1], to: [x2, y2] }: GridEdge): boolean {
  const cross = (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
  const dot = (x - x1) * (x2 - x1) + (y - y1) * (y2 - y1);
  return cross === 0 && dot > 0 && dot < (x2 - x1) ** 2 + (y2 - y1) ** 2;
}

const haveEndInCommon = (a: GridEdge, b: GridEdge): boolean =>
  [a.from, a.to].some((end) => [b.from, b.to].some((other) => format(end) === format(other)));

const pointAt = ({ from, to }: GridEdge, share: number): GridPoint => [
  from[0] + share * (to[0] - from[0]),
  from[1] + share * (to[1] - from[1]),
];

function isCutAt(cuts: readonly PlainCut[] | undefined, edge: GridEdge, share: number): boolean {
  const along = edge.along + share * distance(edge.from, edge.to);
  return cuts?.some((cut) => Math.abs(cut.along - along) < 1e-6) ?? false;
}

/** Shares of two edges, which are not parallel, at which they cross or touch. */
function crossEdges(a: GridEdge, b: GridEdge): readonly [number, number] | undefined {
  const [ax, ay] = [a.to[0] - a.from[0], a.to[1] - a.from[1]];
  const [bx, by] = [b.to[0] - b.from[0], b.to[1] - b.from[1]];
  const [dx, dy] = [b.from[0] - a.from[0], b.from[1] - a.from[1]];
  const cross = ax * by - ay * bx;
  if (cross === 0) return undefined;
  const along = (dx * by - dy * bx) / cross;
  const across = (dx * ay - dy * ax) / cross;
  return Math.min(along, across) < 0 || Math.max(along, across) > 1 ? undefined : [along, across];
}
