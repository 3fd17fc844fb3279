import Flatbush from 'flatbush';
import { metersPerDegreeAt } from '../geo/local-metric.ts';
import type { LonLat } from '../geo/lon-lat.ts';
import { nearDistanceMeters } from '../geo/near-distance.ts';
import type { RoadGeometry } from './road-geometry.ts';
import type { RoadGraph } from './road-graph.ts';

/** Where a position reaches the roads: the nearest place on the nearest segment that is there. The stretch off the road is walked. */
export interface Snap {
  readonly position: LonLat;
  /** On the road. */
  readonly at: LonLat;
  readonly link: number;
  /** Metres from the link's first node to `at`, along the link. */
  readonly alongMeters: number;
  /** Straight, from `position` to `at`. */
  readonly offRoadMeters: number;
}

/** Nearer to the end of a link than this, a place is that end: positions are written to some millimetres. */
const END_METERS = 0.002;

/** Most settlements have a road within this distance; farther ones take another look around. */
const FIRST_REACH_METERS = 300;

/** More than the girth of the Earth: beyond it there is no road. */
const WORLD_METERS = 50_000_000;

/** Finds where positions reach the roads. */
export interface Snapper {
  /**
   * The nearest place on the nearest segment; of equally near segments the first. Null when no segment is there.
   *
   * @param exists by segment, 1 = it is there
   */
  snap(position: LonLat, exists: Uint8Array): Snap | null;
}

/** A snapper over all segments of a graph, for any date: which segments are there is asked with each position. */
export function createSnapper(
  graph: Pick<RoadGraph, 'firstLink' | 'linkStartMeters' | 'linkMeters'>,
  geometry: RoadGeometry,
): Snapper {
  const { vertexOfEdge, segmentOfEdge, tree } = indexEdges(geometry);
  if (tree === null) return { snap: () => null };
  return {
    snap(position, exists) {
      const { lon: kx, lat: ky } = metersPerDegreeAt(position[1]);
      const plane = { origin: position, kx, ky };
      let best = { meters: Infinity, share: 0 };
      let bestEdge = -1;
      const consider = (edge: number): boolean => {
        if (exists[segmentOfEdge[edge] ?? -1] !== 1) return false;
        const near = nearestOnEdge(plane, geometry, vertexOfEdge[edge] ?? 0);
        if (near.meters < best.meters || (near.meters === best.meters && edge < bestEdge)) {
          best = near;
          bestEdge = edge;
        }
        return false;
      };
      // what is nearer than the half width of a box touches the box, so that a find within it is the nearest of all
      for (let reach = FIRST_REACH_METERS; ; reach = bestEdge >= 0 ? best.meters : 4 * reach) {
        const [dx, dy] = [reach / kx, reach / ky];
        tree.search(position[0] - dx, position[1] - dy, position[0] + dx, position[1] + dy, consider);
        if (best.meters <= reach) break;
        if (reach > WORLD_METERS) return null;
      }
      const place = { segment: segmentOfEdge[bestEdge] ?? 0, vertex: vertexOfEdge[bestEdge] ?? 0, share: best.share };
      return createSnap(position, place, { graph, geometry });
    },
  };
}

/** Every edge of every line in a tree of boxes. Edges are numbered by segment, then along it. */
function indexEdges({ firstVertex, lon, lat }: RoadGeometry) {
  const segmentCount = firstVertex.length - 1;
  let count = 0;
  for (let s = 0; s < segmentCount; s++) {
    count += Math.max(0, (firstVertex[s + 1] ?? 0) - (firstVertex[s] ?? 0) - 1);
  }
  const vertexOfEdge = new Int32Array(count);
  const segmentOfEdge = new Int32Array(count);
  if (count === 0) return { vertexOfEdge, segmentOfEdge, tree: null };
  const tree = new Flatbush(count);
  let edge = 0;
  for (let s = 0; s < segmentCount; s++) {
    for (let v = firstVertex[s] ?? 0; v + 1 < (firstVertex[s + 1] ?? 0); v++) {
      const [x1 = 0, x2 = 0, y1 = 0, y2 = 0] = [lon[v], lon[v + 1], lat[v], lat[v + 1]];
      tree.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
      vertexOfEdge[edge] = v;
      segmentOfEdge[edge++] = s;
    }
  }
  tree.finish();
  return { vertexOfEdge, segmentOfEdge, tree };
}

/** Distance to an edge and where on it, as a share, in the metric plane about a position (`kx`, `ky`: metres a degree). */
function nearestOnEdge(
  { origin, kx, ky }: { readonly origin: LonLat; readonly kx: number; readonly ky: number },
  { lon, lat }: RoadGeometry,
  vertex: number,
): { readonly meters: number; readonly share: number } {
  const x1 = ((lon[vertex] ?? 0) - origin[0]) * kx;
  const y1 = ((lat[vertex] ?? 0) - origin[1]) * ky;
  const dx = ((lon[vertex + 1] ?? 0) - origin[0]) * kx - x1;
  const dy = ((lat[vertex + 1] ?? 0) - origin[1]) * ky - y1;
  const length2 = dx * dx + dy * dy;
  const share = length2 === 0 ? 0 : Math.min(1, Math.max(0, -(x1 * dx + y1 * dy) / length2));
  const x = x1 + share * dx;
  const y = y1 + share * dy;
  return { meters: Math.sqrt(x * x + y * y), share };
}

/** The snap at a share of an edge: on which link it is, and how far along. */
function createSnap(
  position: LonLat,
  { segment, vertex, share }: { readonly segment: number; readonly vertex: number; readonly share: number },
  {
    graph,
    geometry: { lon, lat, meters },
  }: {
    readonly graph: Pick<RoadGraph, 'firstLink' | 'linkStartMeters' | 'linkMeters'>;
    readonly geometry: RoadGeometry;
  },
): Snap {
  const from: LonLat = [lon[vertex] ?? 0, lat[vertex] ?? 0];
  const to: LonLat = [lon[vertex + 1] ?? 0, lat[vertex + 1] ?? 0];
  const at: LonLat =
    share === 0 ? from : share === 1 ? to : [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
  const start = meters[vertex] ?? 0;
  const onSegment = start + share * ((meters[vertex + 1] ?? 0) - start);
  const { link, alongMeters } = findPlaceOnLink(graph, segment, onSegment);
  return { position, at, link, alongMeters, offRoadMeters: nearDistanceMeters(position, at) };
}

/** The link of a segment on which a place lies, and how far along it; so near to an end that it is the end. */
export function findPlaceOnLink(
  graph: Pick<RoadGraph, 'firstLink' | 'linkStartMeters' | 'linkMeters'>,
  segment: number,
  segmentMeters: number,
): { readonly link: number; readonly alongMeters: number } {
  let link = graph.firstLink[segment] ?? 0;
  const end = graph.firstLink[segment + 1] ?? 0;
  while (link + 1 < end && (graph.linkStartMeters[link + 1] ?? 0) <= segmentMeters) link++;
  const linkMeters = graph.linkMeters[link] ?? 0;
  const along = Math.min(linkMeters, Math.max(0, segmentMeters - (graph.linkStartMeters[link] ?? 0)));
  return { link, alongMeters: along < END_METERS ? 0 : linkMeters - along < END_METERS ? linkMeters : along };
}
