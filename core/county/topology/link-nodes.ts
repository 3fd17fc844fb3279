import type { Cut } from './cut-at-nodes.ts';
import type { DisjointSets } from './disjoint-sets.ts';

/** A stretch of a segment between two nodes. */
export interface NodeLink {
  /** Index of the segment. */
  readonly segment: number;
  readonly fromNode: number;
  readonly toNode: number;
  /** Geodesic metres along the segment. */
  readonly fromMeters: number;
  readonly toMeters: number;
}

/** The roads as links between nodes. */
export interface LinkedRoads {
  /** By segment, then place along it. */
  readonly links: readonly NodeLink[];
  /** First link of each segment; one entry more than there are segments. */
  readonly firstLink: Int32Array;
  /** Nodes are numbered from 0 by first appearance along the segments. */
  readonly nodeCount: number;
}

/** Cuts of one node closer along a segment than this many tolerances are one cut. */
const SAME_CUT_TOLERANCES = 2;

/** Numbers the nodes and links each cut to the next. */
export function linkNodes(cuts: readonly (readonly Cut[])[], sets: DisjointSets, toleranceMeters: number): LinkedRoads {
  const numbers = new Map<number, number>();
  const numberOf = (member: number): number => {
    const root = sets.find(member);
    const number = numbers.get(root) ?? numbers.size;
    numbers.set(root, number);
    return number;
  };
  const links: NodeLink[] = [];
  const firstLink = new Int32Array(cuts.length + 1);
  for (const [segment, cutsOfSegment] of cuts.entries()) {
    const kept = mergeCuts(cutsOfSegment, sets, SAME_CUT_TOLERANCES * toleranceMeters);
    for (const [index, to] of kept.entries()) {
      const from = kept[index - 1];
      if (from === undefined) continue;
      // the order of the two calls decides the numbers
      const fromNode = numberOf(from.member);
      const toNode = numberOf(to.member);
      links.push({ segment, fromNode, toNode, fromMeters: from.meters, toMeters: to.meters });
    }
    firstLink[segment + 1] = links.length;
  }
  return { links, firstLink, nodeCount: numbers.size };
}

/** Leaves out cuts that follow a cut of the same node at once; both ends of the segment stay. */
function mergeCuts(cuts: readonly Cut[], sets: DisjointSets, meters: number): readonly Cut[] {
  const kept: Cut[] = [];
  for (const [index, cut] of cuts.entries()) {
    const isLast = index === cuts.length - 1;
    if (isLast) while (kept.length > 1 && isSameCut(sets, [kept.at(-1), cut], meters)) kept.pop();
    if (isLast || !isSameCut(sets, [kept.at(-1), cut], meters)) kept.push(cut);
  }
  return kept;
}

const isSameCut = (sets: DisjointSets, [a, b]: readonly [Cut | undefined, Cut], meters: number): boolean =>
  a !== undefined && b.meters - a.meters <= meters && sets.find(a.member) === sets.find(b.member);
