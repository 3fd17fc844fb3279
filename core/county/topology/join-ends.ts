import type { DisjointSets } from './disjoint-sets.ts';
import type { EdgeIndex, PlaceOnEdge } from './edge-index.ts';
import { alongAt, metersBetween, type RoadVertices } from './road-vertices.ts';
import { type EndPosition, isEndVertex, listEndPositions } from './segment-ends.ts';
import { SAME_POSITION_METERS } from './share-positions.ts';

/** A cut of a segment in the middle of an edge, where the end of another segment lies on it. */
export interface EdgeCut {
  /** Vertex at which the edge begins. */
  readonly vertex: number;
  readonly share: number;
  /** An end vertex of the segment that ends here. */
  readonly end: number;
}

/** An end that was moved by more than 1 mm to meet another segment. Segments are indexes. */
export interface MovedEnd {
  readonly segment: number;
  readonly otherSegment: number;
  /** The end. */
  readonly vertex: number;
  readonly distanceMeters: number;
}

/** What joining the ends gave. */
export interface JoinedEnds {
  readonly edgeCuts: readonly EdgeCut[];
  readonly moved: readonly MovedEnd[];
}

/** The network while its ends are joined. */
export interface RoadsToJoin {
  readonly vertices: RoadVertices;
  /** Vertices of the same position are in one set; those that are joined will be. */
  readonly sets: DisjointSets;
  readonly edges: EdgeIndex;
}

/** A segment may come back to its own end and join there, but only after a way of this many tolerances. */
const RETURN_TOLERANCES = 10;

/**
 * Joins each end of a segment with the ends within the tolerance, and with the nearest place within the tolerance of every segment that has
 * no end there: one of its vertices where that is within the tolerance too, else a cut in an edge. The two ends of one segment alone join
 * only when they coincide.
 */
export function joinEnds(roads: RoadsToJoin, toleranceMeters: number): JoinedEnds {
  const { vertices, sets, edges } = roads;
  const positions = listEndPositions(vertices, sets);
  // roots change while sets grow: ends are looked up by the roots of before
  const rootBefore = Int32Array.from({ length: vertices.count }, (_, vertex) => sets.find(vertex));
  const byRoot = new Map(positions.map((position) => [rootBefore[position.vertex] ?? 0, position]));
  const edgeCuts: EdgeCut[] = [];
  const moved: MovedEnd[] = [];
  for (const position of positions) {
    const places = edges.placesNear(position.vertex, toleranceMeters);
    if (places.every(({ vertex }) => isIncident(vertices, vertex, { position, rootBefore }))) continue;
    const nearEnds = listNearEnds(vertices, places, { position, toleranceMeters });
    const others = new Set(nearEnds.map((end) => byRoot.get(rootBefore[end] ?? 0)));
    for (const other of others) {
      if (other === undefined || other.vertex <= position.vertex) continue;
      const pair = findPair(position, other);
      if (pair === undefined) continue;
      sets.unite(position.vertex, other.vertex);
      const distanceMeters = metersBetween(vertices, position.vertex, other.vertex);
      moved.push({ ...pair, vertex: position.vertex, distanceMeters });
    }
    for (const place of listMeetings(vertices, places, { nearEnds, toleranceMeters })) {
      const near = findNearVertex(vertices, place, { position, toleranceMeters });
      if (near === undefined) edgeCuts.push({ vertex: place.vertex, share: place.share, end: position.vertex });
      else sets.unite(position.vertex, near);
      const distanceMeters = near === undefined ? place.distanceMeters : metersBetween(vertices, position.vertex, near);
      const otherSegment = vertices.segment[place.vertex] ?? 0;
      const segment = position.segments.find((each) => each !== otherSegment) ?? otherSegment;
      moved.push({ segment, otherSegment, vertex: position.vertex, distanceMeters });
    }
  }
  return { edgeCuts, moved: moved.filter(({ distanceMeters }) => distanceMeters > SAME_POSITION_METERS) };
}

/** Whether an edge leads to the end at a position itself; nearly every end meets no other edge. */
function isIncident(
  vertices: RoadVertices,
  vertex: number,
  { position, rootBefore }: { readonly position: EndPosition; readonly rootBefore: Int32Array },
): boolean {
  const root = rootBefore[position.vertex];
  return (
    (rootBefore[vertex] === root && isEndVertex(vertices, vertex)) ||
    (rootBefore[vertex + 1] === root && isEndVertex(vertices, vertex + 1))
  );
}

/** An end position and how far it may be from what it joins. */
interface NearPosition {
  readonly position: EndPosition;
  readonly toleranceMeters: number;
}

/** End vertices within the tolerance, those at the position itself included. */
function listNearEnds(
  vertices: RoadVertices,
  places: readonly PlaceOnEdge[],
  { position, toleranceMeters }: NearPosition,
): readonly number[] {
  const ends = new Set(places.flatMap(({ vertex }) => [vertex, vertex + 1]));
  return [...ends].filter(
    (end) => isEndVertex(vertices, end) && metersBetween(vertices, position.vertex, end) <= toleranceMeters,
  );
}

/** A segment of each of two positions, two different ones; undefined when one segment alone ends at both. */
function findPair(a: EndPosition, b: EndPosition): Pick<MovedEnd, 'segment' | 'otherSegment'> | undefined {
  for (const segment of a.segments) {
    const otherSegment = b.segments.find((other) => other !== segment);
    if (otherSegment !== undefined) return { segment, otherSegment };
  }
  return undefined;
}

/**
 * The nearest place on each passage of a segment that does not meet the position with an end; `places` come nearest first. A segment that
 * comes back after a while passes again.
 */
function listMeetings(
  vertices: RoadVertices,
  places: readonly PlaceOnEdge[],
  { nearEnds, toleranceMeters }: { readonly nearEnds: readonly number[]; readonly toleranceMeters: number },
): readonly PlaceOnEdge[] {
  // where each segment meets the position already: with its ends, then with each place that is taken
  const met = nearEnds.map((end) => ({ segment: vertices.segment[end] ?? 0, along: vertices.along[end] ?? 0 }));
  const isSamePassage = (place: (typeof met)[number]): boolean =>
    met.some(
      ({ segment, along }) =>
        segment === place.segment && Math.abs(along - place.along) <= RETURN_TOLERANCES * toleranceMeters,
    );
  return places.filter((place) => {
    const along = alongAt(vertices, place.vertex, place.share);
    const passage = { segment: vertices.segment[place.vertex] ?? 0, along };
    if (isSamePassage(passage)) return false;
    met.push(passage);
    return true;
  });
}

/** The nearer end of the edge, where it is within the tolerance. */
function findNearVertex(
  vertices: RoadVertices,
  place: PlaceOnEdge,
  { position, toleranceMeters }: NearPosition,
): number | undefined {
  const near = place.share <= 0.5 ? place.vertex : place.vertex + 1;
  return metersBetween(vertices, position.vertex, near) <= toleranceMeters ? near : undefined;
}
