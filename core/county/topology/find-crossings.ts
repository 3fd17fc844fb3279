import { metersPerDegreeAt } from '../../geo/local-metric.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import type { DisjointSets } from './disjoint-sets.ts';
import type { EdgeIndex } from './edge-index.ts';
import type { LinkedRoads } from './link-nodes.ts';
import { alongAt, positionOf, type RoadVertices } from './road-vertices.ts';
import { SAME_POSITION_METERS } from './share-positions.ts';

/** A place where two lines meet and have no node in common. Segments are indexes, the lower first; a segment may cross itself. */
export interface Crossing {
  readonly segment: number;
  readonly otherSegment: number;
  /** Metres along `segment`, in the plane. */
  readonly along: number;
  readonly otherAlong: number;
  readonly position: LonLat;
}

/** The roads with all that is known of them. */
export interface LinkedRoadLines {
  readonly vertices: RoadVertices;
  readonly sets: DisjointSets;
  readonly edges: EdgeIndex;
  readonly roads: LinkedRoads;
}

/** Lines that cross so close to a node of both meet in it: an end that overshoots the other road a little. */
const NODE_TOLERANCES = 5;

/** Crossings of one pair closer than this are one: a vertex on the other line is met by two edges. */
const SAME_CROSSING_METERS = 0.01;

/** Places where lines cross without a common position, by segment, then place along it: bridges, as far as anyone can tell. */
export function findCrossings(network: LinkedRoadLines, toleranceMeters: number): readonly Crossing[] {
  const { vertices, sets, edges, roads } = network;
  const crossings: Crossing[] = [];
  edges.eachPair((a, b) => {
    // straight edges that share an end cannot cross elsewhere
    for (const endA of [sets.find(a), sets.find(a + 1)]) {
      if (endA === sets.find(b) || endA === sets.find(b + 1)) return;
    }
    const crossing = crossEdges(vertices, a, b);
    if (crossing && !meetInNode(roads, crossing, NODE_TOLERANCES * toleranceMeters)) crossings.push(crossing);
  });
  crossings.sort(
    (a, b) =>
      a.segment - b.segment || a.otherSegment - b.otherSegment || a.along - b.along || a.otherAlong - b.otherAlong,
  );
  return crossings.filter((crossing, index) => !isSameCrossing(crossings[index - 1], crossing));
}

/** Where two edges cross or touch; those that lie along each other do not cross. */
function crossEdges(vertices: RoadVertices, a: number, b: number): Crossing | undefined {
  const { lon, lat } = vertices;
  const [x, y] = positionOf(vertices, a);
  // the plane about the first end of `a`
  const scale = metersPerDegreeAt(y);
  const ax = ((lon[a + 1] ?? 0) - x) * scale.lon;
  const ay = ((lat[a + 1] ?? 0) - y) * scale.lat;
  const fromX = ((lon[b] ?? 0) - x) * scale.lon;
  const fromY = ((lat[b] ?? 0) - y) * scale.lat;
  const bx = ((lon[b + 1] ?? 0) - x) * scale.lon - fromX;
  const by = ((lat[b + 1] ?? 0) - y) * scale.lat - fromY;
  const lengthA = Math.hypot(ax, ay);
  const lengthB = Math.hypot(bx, by);
  const cross = ax * by - ay * bx;
  if (Math.abs(cross) <= 1e-9 * lengthA * lengthB) return undefined;
  const share = (fromX * by - fromY * bx) / cross;
  const otherShare = (fromX * ay - fromY * ax) / cross;
  if (!isWithin(share, lengthA) || !isWithin(otherShare, lengthB)) return undefined;
  const place = { segment: vertices.segment[a] ?? 0, along: alongAt(vertices, a, share) };
  const other = { segment: vertices.segment[b] ?? 0, along: alongAt(vertices, b, otherShare) };
  const isInOrder = place.segment <= other.segment;
  const [lower, higher] = isInOrder ? [place, other] : [other, place];
  return {
    segment: lower.segment,
    otherSegment: higher.segment,
    along: lower.along,
    otherAlong: higher.along,
    position: [x + (share * ax) / scale.lon, y + (share * ay) / scale.lat],
  };
}

/** Whether a share of an edge lies on it, its ends with their millimetre included. */
function isWithin(share: number, lengthMeters: number): boolean {
  const slack = SAME_POSITION_METERS / lengthMeters;
  return share >= -slack && share <= 1 + slack;
}

function meetInNode(roads: LinkedRoads, crossing: Crossing, meters: number): boolean {
  const nodes = listNodesNear(roads, crossing.segment, { along: crossing.along, meters });
  const others = listNodesNear(roads, crossing.otherSegment, { along: crossing.otherAlong, meters });
  return nodes.some((node) => others.includes(node));
}

/** Nodes of a segment within some metres of a place along it. */
function listNodesNear(
  { links, firstLink }: LinkedRoads,
  segment: number,
  { along, meters }: { readonly along: number; readonly meters: number },
): readonly number[] {
  const nodes: number[] = [];
  for (let index = firstLink[segment] ?? 0; index < (firstLink[segment + 1] ?? 0); index++) {
    const link = links[index];
    if (link && Math.abs(link.fromMeters - along) <= meters) nodes.push(link.fromNode);
    if (link && Math.abs(link.toMeters - along) <= meters) nodes.push(link.toNode);
  }
  return nodes;
}

const isSameCrossing = (a: Crossing | undefined, b: Crossing): boolean =>
  a !== undefined &&
  a.segment === b.segment &&
  a.otherSegment === b.otherSegment &&
  Math.abs(a.along - b.along) <= SAME_CROSSING_METERS &&
  Math.abs(a.otherAlong - b.otherAlong) <= SAME_CROSSING_METERS;
