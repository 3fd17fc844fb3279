import type { EdgeIndex, PlaceOnEdge } from './edge-index.ts';
import type { LinkedRoads, NodeLink } from './link-nodes.ts';
import { alongAt, lastVertex, type RoadVertices } from './road-vertices.ts';
import { createLinkWalker } from './walk-links.ts';

/** A dangling end and the road that it does not quite reach. Segments are indexes. */
export interface ProbableGap {
  readonly segment: number;
  readonly otherSegment: number;
  /** The dangling end. */
  readonly vertex: number;
  readonly distanceMeters: number;
}

/** The roads and how far an end may be from another road. */
export interface GapSearch {
  readonly vertices: RoadVertices;
  readonly edges: EdgeIndex;
  readonly roads: LinkedRoads;
  readonly toleranceMeters: number;
  readonly probableGapMeters: number;
}

/** A place that the roads themselves lead to within this many gap lengths is the neighbouring stretch of the same road. */
const NEIGHBOUR_GAPS = 4;

/**
 * Dangling ends (where nothing else meets) that miss another road by more than the tolerance and less than `probableGapMeters`; the nearest
 * road alone is named. Two ends that miss each other are one gap.
 */
export function findProbableGaps(search: GapSearch): readonly ProbableGap[] {
  const { vertices, edges, roads, toleranceMeters, probableGapMeters } = search;
  const dangling = listDanglingEnds(vertices, roads);
  const walk = createLinkWalker(roads);
  const limit = NEIGHBOUR_GAPS * probableGapMeters;
  const gaps = new Map<number, ProbableGap & { readonly nearVertex: number | null }>();
  for (const [vertex, node] of dangling) {
    const places = edges
      .placesNear(vertex, probableGapMeters)
      .filter(({ distanceMeters: meters }) => meters > toleranceMeters && meters < probableGapMeters);
    if (places.length === 0) continue;
    const reached = walk(node, limit);
    const place = places.find((each) => !isReached(search, each, { reached, limit }));
    if (place === undefined) continue;
    const nearVertex = place.share === 0 ? place.vertex : place.share === 1 ? place.vertex + 1 : null;
    const segment = vertices.segment[vertex] ?? 0;
    const otherSegment = vertices.segment[place.vertex] ?? 0;
    const other = nearVertex === null ? undefined : gaps.get(nearVertex);
    if (other?.nearVertex === vertex) continue;
    gaps.set(vertex, { segment, otherSegment, vertex, distanceMeters: place.distanceMeters, nearVertex });
  }
  return [...gaps.values()].map(({ nearVertex, ...gap }) => gap);
}

/** End vertices at nodes where one road ends, with the node; the same road twice (a duplicate) is one road. */
function listDanglingEnds(
  vertices: RoadVertices,
  { links, nodeCount }: LinkedRoads,
): readonly (readonly [number, number])[] {
  const only = new Array<NodeLink | null | undefined>(nodeCount);
  for (const link of links) {
    if (link.fromMeters === link.toMeters) continue;
    for (const node of [link.fromNode, link.toNode]) only[node] = mergeRoads(only[node], link);
  }
  return only.flatMap((link, node) => {
    // a loop comes back to its node: nothing dangles there
    if (!link || link.fromNode === link.toNode) return [];
    const isStart = link.fromNode === node;
    const vertex = isStart ? vertices.first[link.segment] : lastVertex(vertices, link.segment);
    return vertex === undefined ? [] : [[vertex, node] as const];
  });
}

/** The one road at a node; null when there are several. */
function mergeRoads(known: NodeLink | null | undefined, link: NodeLink): NodeLink | null {
  if (known === undefined) return link;
  if (known === null) return null;
  const isSame =
    Math.abs(known.toMeters - known.fromMeters - (link.toMeters - link.fromMeters)) <= 0.001 &&
    Math.min(known.fromNode, known.toNode) === Math.min(link.fromNode, link.toNode) &&
    Math.max(known.fromNode, known.toNode) === Math.max(link.fromNode, link.toNode);
  return isSame ? known : null;
}

/** Whether one gets to a place along the roads within the limit. */
function isReached(
  { vertices, roads }: GapSearch,
  { vertex, share }: PlaceOnEdge,
  { reached, limit }: { readonly reached: ReadonlyMap<number, number>; readonly limit: number },
): boolean {
  const segment = vertices.segment[vertex] ?? 0;
  const along = alongAt(vertices, vertex, share);
  for (let index = roads.firstLink[segment] ?? 0; index < (roads.firstLink[segment + 1] ?? 0); index++) {
    const link = roads.links[index];
    // links follow each other: the first that ends beyond the place holds it
    if (!link || (link.toMeters < along && index + 1 < (roads.firstLink[segment + 1] ?? 0))) continue;
    const back = (reached.get(link.fromNode) ?? Infinity) + Math.abs(along - link.fromMeters);
    const ahead = (reached.get(link.toNode) ?? Infinity) + Math.abs(link.toMeters - along);
    return Math.min(back, ahead) <= limit;
  }
  return false;
}
