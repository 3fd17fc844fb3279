import { metersPerDegreeAt } from '../../geo/local-metric.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import type { SegmentRow } from '../things.ts';

/** Vertices of all segments in one row of columns, segment after segment. */
export interface RoadVertices {
  readonly count: number;
  /** Degrees, EPSG:4490. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Index of the segment. */
  readonly segment: Int32Array;
  /** First vertex of each segment; one entry more than there are segments. */
  readonly first: Int32Array;
  /** Metres from the start of the segment, each edge in the plane about its middle: true to the millimetre on edges of some kilometres. */
  readonly along: Float64Array;
}

/** Lays out the vertices of segments in the given order. */
export function createRoadVertices(segments: readonly Pick<SegmentRow, 'line'>[]): RoadVertices {
  const first = new Int32Array(segments.length + 1);
  for (const [index, { line }] of segments.entries()) first[index + 1] = (first[index] ?? 0) + line.coordinates.length;
  const count = first[segments.length] ?? 0;
  const lon = new Float64Array(count);
  const lat = new Float64Array(count);
  const along = new Float64Array(count);
  const segment = new Int32Array(count);
  let vertex = 0;
  for (const [index, { line }] of segments.entries()) {
    let before: LonLat | undefined;
    for (const position of line.coordinates) {
      lon[vertex] = position[0];
      lat[vertex] = position[1];
      segment[vertex] = index;
      if (before) along[vertex] = (along[vertex - 1] ?? 0) + edgeMeters(before, position);
      before = position;
      vertex++;
    }
  }
  return { count, lon, lat, segment, first, along };
}

/** Position of a vertex. */
export const positionOf = ({ lon, lat }: RoadVertices, vertex: number): LonLat => [lon[vertex] ?? 0, lat[vertex] ?? 0];

/** Last vertex of a segment. */
export const lastVertex = ({ first }: RoadVertices, segment: number): number => (first[segment + 1] ?? 0) - 1;

/** Whether an edge leads from this vertex to the next: it does from every vertex but the last of a segment. */
export const hasEdge = (vertices: RoadVertices, vertex: number): boolean =>
  vertices.segment[vertex] === vertices.segment[vertex + 1];

/** Metres from the start of the segment to a place on the edge that begins at `vertex`. */
export function alongAt({ along }: RoadVertices, vertex: number, share: number): number {
  const from = along[vertex] ?? 0;
  return share === 0 ? from : from + share * ((along[vertex + 1] ?? from) - from);
}

function edgeMeters(from: LonLat, to: LonLat): number {
  const scale = metersPerDegreeAt((from[1] + to[1]) / 2);
  return Math.hypot((to[0] - from[0]) * scale.lon, (to[1] - from[1]) * scale.lat);
}

/** Straight metres between two vertices that are near each other, in the plane about the first. */
export function metersBetween(vertices: RoadVertices, from: number, to: number): number {
  const [x, y] = positionOf(vertices, from);
  const scale = metersPerDegreeAt(y);
  return Math.hypot(((vertices.lon[to] ?? 0) - x) * scale.lon, ((vertices.lat[to] ?? 0) - y) * scale.lat);
}
