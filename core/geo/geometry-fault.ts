import { createBoxTree, type Edge, edgesOfRing } from './area-index.ts';
import { bboxOfPositions, positionsOf } from './bbox.ts';
import { polygonsOf } from './geodesic-area.ts';
import type { AreaGeometry, Geometry } from './geometry.ts';
import type { LonLat } from './lon-lat.ts';
import { relationToArea } from './point-in-polygon.ts';

/** What is wrong with a geometry, and where; `errors` in `core/texts` names each kind (prefix `geometry_`). */
export interface GeometryFault {
  readonly kind:
    | 'out_of_range'
    | 'too_few_positions'
    | 'no_length'
    | 'ring_open'
    | 'self_intersection'
    | 'hole_outside';
  readonly position: LonLat | null;
}

/**
 * First fault of a geometry by the rules of OGC Simple Features (06-103r4, 6.1.11); undefined when it is sound. Rings may touch each other in single positions; a ring may not touch itself.
 * The direction of rings does not matter here: `turnArea` puts it right.
 */
export function findGeometryFault(geometry: Geometry): GeometryFault | undefined {
  const strange = positionsOf(geometry).find(([lon, lat]) => !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90));
  if (strange) return { kind: 'out_of_range', position: strange };
  switch (geometry.type) {
    case 'Point':
      return undefined;
    case 'LineString':
      return findLineFault(geometry.coordinates);
    case 'MultiLineString':
      return firstFault(geometry.coordinates, findLineFault);
    case 'Polygon':
    case 'MultiPolygon':
      return findAreaFault(geometry);
  }
}

function firstFault<T>(items: readonly T[], find: (item: T) => GeometryFault | undefined): GeometryFault | undefined {
  for (const item of items) {
    const fault = find(item);
    if (fault) return fault;
  }
  return undefined;
}

function findLineFault(line: readonly LonLat[]): GeometryFault | undefined {
  const [first] = line;
  if (!first || line.length < 2) return { kind: 'too_few_positions', position: first ?? null };
  const moves = line.some(([x, y]) => x !== first[0] || y !== first[1]);
  return moves ? undefined : { kind: 'no_length', position: first };
}

function findAreaFault(geometry: AreaGeometry): GeometryFault | undefined {
  const polygons = polygonsOf(geometry);
  if (polygons.length === 0 || polygons.some((rings) => rings.length === 0)) {
    return { kind: 'too_few_positions', position: null };
  }
  return (
    firstFault(polygons.flat(), findRingFault) ?? findCrossing(polygons.flat()) ?? firstFault(polygons, findHoleFault)
  );
}

function findRingFault(ring: readonly LonLat[]): GeometryFault | undefined {
  const first = ring[0];
  const last = ring.at(-1);
  if (!first || !last || ring.length < 4) return { kind: 'too_few_positions', position: first ?? null };
  if (first[0] !== last[0] || first[1] !== last[1]) return { kind: 'ring_open', position: last };
  return undefined;
}

function findHoleFault(rings: readonly (readonly LonLat[])[]): GeometryFault | undefined {
  const [outer, ...holes] = rings;
  if (!outer) return undefined;
  return firstFault(holes, (hole) => {
    // a hole may touch the outer ring, so the first position that is not on it decides
    const decided = hole.find((position) => relation(position, outer) !== 'boundary');
    return decided && relation(decided, outer) === 'outside' ? { kind: 'hole_outside', position: decided } : undefined;
  });
}

const relation = (position: LonLat, ring: readonly LonLat[]) =>
  relationToArea(position, { type: 'Polygon', coordinates: [ring] });

/** An edge that knows its place: neighbours on the same ring meet in one position by right. */
interface RingEdge {
  readonly edge: Edge;
  readonly ring: number;
  readonly index: number;
  readonly ringLength: number;
}

function findCrossing(rings: readonly (readonly LonLat[])[]): GeometryFault | undefined {
  const edges: RingEdge[] = rings.flatMap((points, ring) => {
    const ringEdges = edgesOfRing(points).filter(([a, b]) => a[0] !== b[0] || a[1] !== b[1]);
    return ringEdges.map((edge, index) => ({ edge, ring, index, ringLength: ringEdges.length }));
  });
  const boxes = edges.map(({ edge }) => bboxOfPositions(edge));
  const tree = createBoxTree(boxes);
  for (const [i, a] of edges.entries()) {
    const box = boxes[i];
    if (!tree || !box) continue;
    for (const j of tree.search(...box, (index) => index > i)) {
      const b = edges[j];
      if (b && isForbiddenMeeting(a, b)) return { kind: 'self_intersection', position: a.edge[0] };
    }
  }
  return undefined;
}

function isForbiddenMeeting(a: RingEdge, b: RingEdge): boolean {
  const meeting = meetingOf(a.edge, b.edge);
  if (meeting === 'none') return false;
  if (meeting === 'overlap' || meeting === 'cross') return true;
  if (a.ring !== b.ring) return false;
  const gap = Math.abs(a.index - b.index);
  return gap !== 1 && gap !== a.ringLength - 1;
}

/** How two edges meet: `touch` = in one position that is an end of at least one of them. */
function meetingOf([a, b]: Edge, [c, d]: Edge): 'none' | 'touch' | 'cross' | 'overlap' {
  const sideC = side(a, b, c);
  const sideD = side(a, b, d);
  const sideA = side(c, d, a);
  const sideB = side(c, d, b);
  if (sideC === 0 && sideD === 0) return meetingOnOneLine([a, b], [c, d]);
  if (sideC * sideD > 0 || sideA * sideB > 0) return 'none';
  return sideC * sideD < 0 && sideA * sideB < 0 ? 'cross' : 'touch';
}

function meetingOnOneLine([a, b]: Edge, [c, d]: Edge): 'none' | 'touch' | 'overlap' {
  const axis = Math.abs(b[0] - a[0]) >= Math.abs(b[1] - a[1]) ? 0 : 1;
  const low = Math.max(Math.min(a[axis], b[axis]), Math.min(c[axis], d[axis]));
  const high = Math.min(Math.max(a[axis], b[axis]), Math.max(c[axis], d[axis]));
  if (low > high) return 'none';
  return low === high ? 'touch' : 'overlap';
}

/**
 * On which side of the line `a`-`b` a position lies: -1, 0 or 1; 0 also where the sign cannot be trusted.
 *
 * @see Shewchuk 1997, "Adaptive precision floating-point arithmetic", error bound A of orient2d
 */
function side(a: LonLat, b: LonLat, c: LonLat): -1 | 0 | 1 {
  const left = (a[0] - c[0]) * (b[1] - c[1]);
  const right = (a[1] - c[1]) * (b[0] - c[0]);
  const bound = 3.3306690738754716e-16 * (Math.abs(left) + Math.abs(right));
  const cross = left - right;
  if (Math.abs(cross) <= bound) return 0;
  return cross > 0 ? 1 : -1;
}
