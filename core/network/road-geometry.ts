import type { Segment } from '../county/county.ts';
import { metersPerDegreeAt } from '../geo/local-metric.ts';
import type { LonLat } from '../geo/lon-lat.ts';

/**
 * The lines of all segments as columns: vertices `firstVertex[s]` to `firstVertex[s + 1] - 1` belong to segment `s`. Immutable.
 */
export interface RoadGeometry {
  /** By segment, one more than there are segments. */
  readonly firstVertex: Int32Array;
  /** Degrees, EPSG:4490, by vertex. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Metres along the segment, by vertex: 0 at its first, the segment's stored length at its last. */
  readonly meters: Float64Array;
}

/** The lines of segments, each measured so that it ends at the segment's stored length. */
export function createRoadGeometry(segments: readonly Pick<Segment, 'line' | 'lengthMeters'>[]): RoadGeometry {
  const firstVertex = new Int32Array(segments.length + 1);
  for (let s = 0; s < segments.length; s++) {
    firstVertex[s + 1] = (firstVertex[s] ?? 0) + (segments[s]?.line.coordinates.length ?? 0);
  }
  const count = firstVertex[segments.length] ?? 0;
  const geometry = {
    firstVertex,
    lon: new Float64Array(count),
    lat: new Float64Array(count),
    meters: new Float64Array(count),
  };
  segments.forEach(({ line: { coordinates }, lengthMeters }, s) => {
    const start = firstVertex[s] ?? 0;
    for (let i = 0; i < coordinates.length; i++) {
      const position = coordinates[i];
      geometry.lon[start + i] = position?.[0] ?? 0;
      geometry.lat[start + i] = position?.[1] ?? 0;
    }
    measureVertices(geometry, { start, end: start + coordinates.length, lengthMeters });
  });
  return geometry;
}

/** Within so many degrees of latitude one plane serves: lengths differ by less than 1 in 50,000. */
const METRIC_DEGREES = 0.002;

/**
 * Metres along one segment at each of its vertices. Edges are measured in a metric plane near them, then stretched together to the
 * stored geodesic length, so that no place is off by more than some centimetres in 10 km.
 */
function measureVertices(
  { lon, lat, meters }: Pick<RoadGeometry, 'lon' | 'lat' | 'meters'>,
  { start, end, lengthMeters }: { readonly start: number; readonly end: number; readonly lengthMeters: number },
): void {
  let planar = 0;
  let metric = metersPerDegreeAt(lat[start] ?? 0);
  let metricLat = lat[start] ?? 0;
  for (let v = start + 1; v < end; v++) {
    const lat1 = lat[v - 1] ?? 0;
    const lat2 = lat[v] ?? 0;
    const middle = (lat1 + lat2) / 2;
    if (Math.abs(middle - metricLat) > METRIC_DEGREES) {
      metric = metersPerDegreeAt(middle);
      metricLat = middle;
    }
    const dx = ((lon[v] ?? 0) - (lon[v - 1] ?? 0)) * metric.lon;
    const dy = (lat2 - lat1) * metric.lat;
    planar += Math.sqrt(dx * dx + dy * dy);
    meters[v] = planar;
  }
  const stretch = planar > 0 ? lengthMeters / planar : 0;
  for (let v = start + 1; v < end - 1; v++) meters[v] = Math.min(lengthMeters, (meters[v] ?? 0) * stretch);
  if (end - 1 > start) meters[end - 1] = lengthMeters;
}

/** The place so many metres along a segment; beyond its ends the end. */
export function positionOnSegment(geometry: RoadGeometry, segment: number, alongMeters: number): LonLat {
  const { firstVertex, lon, lat, meters } = geometry;
  const first = firstVertex[segment] ?? 0;
  const last = (firstVertex[segment + 1] ?? 0) - 1;
  let v = first;
  while (v < last - 1 && (meters[v + 1] ?? 0) <= alongMeters) v++;
  const next = Math.min(v + 1, last);
  const from = meters[v] ?? 0;
  const length = (meters[next] ?? 0) - from;
  const share = length > 0 ? Math.min(1, Math.max(0, (alongMeters - from) / length)) : 0;
  // the ends themselves come out unchanged
  if (share === 1) return [lon[next] ?? 0, lat[next] ?? 0];
  return [
    (lon[v] ?? 0) + share * ((lon[next] ?? 0) - (lon[v] ?? 0)),
    (lat[v] ?? 0) + share * ((lat[next] ?? 0) - (lat[v] ?? 0)),
  ];
}

/**
 * A stretch of a segment as a line, in the order asked: against the segment's own direction when `fromMeters` is greater than `toMeters`.
 * At least two positions.
 */
export function sliceSegment(
  geometry: RoadGeometry,
  segment: number,
  { fromMeters, toMeters }: { readonly fromMeters: number; readonly toMeters: number },
): LonLat[] {
  const { firstVertex, lon, lat, meters } = geometry;
  const low = Math.min(fromMeters, toMeters);
  const high = Math.max(fromMeters, toMeters);
  const line: LonLat[] = [positionOnSegment(geometry, segment, low)];
  for (let v = firstVertex[segment] ?? 0; v < (firstVertex[segment + 1] ?? 0); v++) {
    const at = meters[v] ?? 0;
    if (at > low && at < high) line.push([lon[v] ?? 0, lat[v] ?? 0]);
  }
  line.push(positionOnSegment(geometry, segment, high));
  return fromMeters > toMeters ? line.reverse() : line;
}
