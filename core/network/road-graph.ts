import type { County, Segment, SegmentLinks } from '../county/county.ts';
import { orderNodes } from './order-nodes.ts';
import { createRoadGeometry, positionOnSegment } from './road-geometry.ts';

/**
 * The roads of a county as a graph: compressed sparse rows. One a county and data revision, immutable, for every date and plan: which links
 * exist and what they cost is said by `ArcCosts`.
 *
 * A link is a stretch of a segment between two nodes. Each link gives two arcs, one in each direction; the arcs of node `n` are numbers
 * `firstArc[n]` to `firstArc[n + 1] - 1`, links ascending. A link from a node to itself gives two arcs of that node.
 */
export interface RoadGraph {
  readonly nodeCount: number;
  readonly linkCount: number;
  /** Degrees, EPSG:4490, by node; `NaN` where no link comes. */
  readonly nodeLon: Float64Array;
  readonly nodeLat: Float64Array;
  /** By link: index into `County.segments`, its nodes, and where on the segment it begins and how long it is. */
  readonly linkSegment: Int32Array;
  readonly linkFrom: Int32Array;
  readonly linkTo: Int32Array;
  readonly linkStartMeters: Float64Array;
  readonly linkMeters: Float64Array;
  /** By link: the arc that runs along its line; the other one is its `arcOpposite`. */
  readonly linkArc: Int32Array;
  /** By segment, one more than there are segments: links `firstLink[s]` to `firstLink[s + 1] - 1` belong to segment `s`. */
  readonly firstLink: Int32Array;
  /** By link: 1 = traffic runs along the line only. Walking minds no such rule. */
  readonly linkOneWay: Uint8Array;
  /** By node, one more than there are nodes. */
  readonly firstArc: Int32Array;
  readonly arcTarget: Int32Array;
  readonly arcLink: Int32Array;
  /** 1 = the arc runs along the line, 0 = against it. */
  readonly arcForward: Uint8Array;
  /** The arc of the same link in the other direction. */
  readonly arcOpposite: Int32Array;
}

/**
 * The graph of a county's roads, in time proportional to its size. Links have the numbers of `County.links`; nodes get numbers of their own,
 * near ones near each other (`orderNodes`).
 */
export function createRoadGraph({ segments, links }: Pick<County, 'segments' | 'links'>): RoadGraph {
  const given = placeNodes(segments, links);
  const numbers = orderNodes(given);
  const renumber = (node: number) => numbers[node] ?? 0;
  const positions = { nodeLon: new Float64Array(links.nodeCount), nodeLat: new Float64Array(links.nodeCount) };
  numbers.forEach((number, node) => {
    positions.nodeLon[number] = given.nodeLon[node] ?? Number.NaN;
    positions.nodeLat[number] = given.nodeLat[node] ?? Number.NaN;
  });
  const renumbered = { ...links, fromNode: links.fromNode.map(renumber), toNode: links.toNode.map(renumber) };
  return assembleGraph({ segments, links: renumbered }, positions);
}

/** The same with the node numbers of `links` as they are. */
export const createGraphAsNumbered = (roads: Pick<County, 'segments' | 'links'>): RoadGraph =>
  assembleGraph(roads, placeNodes(roads.segments, roads.links));

function assembleGraph(
  { segments, links }: Pick<County, 'segments' | 'links'>,
  positions: Pick<RoadGraph, 'nodeLon' | 'nodeLat'>,
): RoadGraph {
  const linkMeters = new Float64Array(links.count);
  const linkOneWay = new Uint8Array(links.count);
  for (let l = 0; l < links.count; l++) {
    linkMeters[l] = (links.toMeters[l] ?? 0) - (links.fromMeters[l] ?? 0);
    linkOneWay[l] = segments[links.segment[l] ?? -1]?.oneWay ? 1 : 0;
  }
  return {
    nodeCount: links.nodeCount,
    linkCount: links.count,
    linkSegment: links.segment,
    linkFrom: links.fromNode,
    linkTo: links.toNode,
    linkStartMeters: links.fromMeters,
    linkMeters,
    linkOneWay,
    firstLink: findFirstLinks(links, segments.length),
    ...positions,
    ...createArcs(links),
  };
}

/** First link of each segment; links are sorted by segment. */
function findFirstLinks({ count, segment }: SegmentLinks, segmentCount: number): Int32Array {
  const firstLink = new Int32Array(segmentCount + 1);
  for (let l = 0; l < count; l++) {
    const next = (segment[l] ?? 0) + 1;
    firstLink[next] = (firstLink[next] ?? 0) + 1;
  }
  for (let s = 0; s < segmentCount; s++) firstLink[s + 1] = (firstLink[s + 1] ?? 0) + (firstLink[s] ?? 0);
  return firstLink;
}

/** Both arcs of every link, sorted by the node at which they begin (counting sort). */
function createArcs({ nodeCount, count, fromNode, toNode }: SegmentLinks) {
  const firstArc = new Int32Array(nodeCount + 1);
  for (let l = 0; l < count; l++) {
    const from = (fromNode[l] ?? 0) + 1;
    const to = (toNode[l] ?? 0) + 1;
    firstArc[from] = (firstArc[from] ?? 0) + 1;
    firstArc[to] = (firstArc[to] ?? 0) + 1;
  }
  for (let n = 0; n < nodeCount; n++) firstArc[n + 1] = (firstArc[n + 1] ?? 0) + (firstArc[n] ?? 0);
  const nextArc = firstArc.slice(0, nodeCount);
  const arcTarget = new Int32Array(2 * count);
  const arcLink = new Int32Array(2 * count);
  const arcForward = new Uint8Array(2 * count);
  const arcOpposite = new Int32Array(2 * count);
  const linkArc = new Int32Array(count);
  for (let l = 0; l < count; l++) {
    const from = fromNode[l] ?? 0;
    const to = toNode[l] ?? 0;
    const along = nextArc[from] ?? 0;
    nextArc[from] = along + 1;
    const against = nextArc[to] ?? 0;
    nextArc[to] = against + 1;
    linkArc[l] = along;
    arcTarget[along] = to;
    arcTarget[against] = from;
    arcLink[along] = l;
    arcLink[against] = l;
    arcForward[along] = 1;
    arcOpposite[along] = against;
    arcOpposite[against] = along;
  }
  return { firstArc, arcTarget, arcLink, arcForward, arcOpposite, linkArc };
}

/**
 * Positions of nodes: the end of a segment that ends there, else the place along the segment that passes through; `NaN` where no link comes.
 */
function placeNodes(segments: readonly Segment[], links: SegmentLinks) {
  const nodeLon = new Float64Array(links.nodeCount).fill(Number.NaN);
  const nodeLat = new Float64Array(links.nodeCount).fill(Number.NaN);
  placeInnerNodes(segments, links, { nodeLon, nodeLat });
  for (let l = 0; l < links.count; l++) {
    const s = links.segment[l] ?? 0;
    const line = segments[s]?.line.coordinates;
    if (!line) continue;
    if (links.segment[l - 1] !== s) place(links.fromNode[l] ?? 0, line[0]);
    if (links.segment[l + 1] !== s) place(links.toNode[l] ?? 0, line.at(-1));
  }
  function place(node: number, position: readonly [number, number] | undefined) {
    nodeLon[node] = position?.[0] ?? 0;
    nodeLat[node] = position?.[1] ?? 0;
  }
  return { nodeLon, nodeLat };
}

function placeInnerNodes(
  segments: readonly Segment[],
  links: SegmentLinks,
  { nodeLon, nodeLat }: Pick<RoadGraph, 'nodeLon' | 'nodeLat'>,
): void {
  for (let l = 0; l + 1 < links.count; l++) {
    const s = links.segment[l] ?? 0;
    const segment = segments[s];
    if (links.segment[l + 1] !== s || !segment) continue;
    const geometry = createRoadGeometry([segment]);
    for (; links.segment[l + 1] === s; l++) {
      const [lon, lat] = positionOnSegment(geometry, 0, links.toMeters[l] ?? 0);
      nodeLon[links.toNode[l] ?? 0] = lon;
      nodeLat[links.toNode[l] ?? 0] = lat;
    }
  }
}
