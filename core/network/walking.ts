import { type SpeedTable, walkingKmh } from '../county/speed-table.ts';
import type { ElevationAt } from './elevation.ts';
import type { RoadGeometry } from './road-geometry.ts';
import type { RoadGraph } from './road-graph.ts';

/** The ground is sampled at least this often along a line (domain.md section 6, "walking"). */
export const WALKING_SAMPLE_METERS = 90;

/** Minutes on foot in both directions. */
export interface WalkMinutes {
  readonly forward: number;
  readonly backward: number;
}

/**
 * Minutes on foot are rounded to a millionth: `Math.exp` may differ in its last digit between JavaScript engines, and figures must not.
 */
export const roundMinutes = (minutes: number): number => Math.round(minutes * 1e6) / 1e6;

/** A straight stretch: where it begins and ends in degrees, and its horizontal length. */
interface Stretch {
  readonly from: readonly [lon: number, lat: number];
  readonly to: readonly [lon: number, lat: number];
  readonly meters: number;
}

/**
 * Minutes to walk straight in both directions over the ground, not rounded. Sampled in equal steps of 90 m or less; lengths are horizontal, the
 * slope decides the speed; level where the height is not known.
 *
 * @see Tobler 1993, NCGIA 93-1 (speeds from the county's table)
 */
export function walkStretch(speeds: SpeedTable, elevationAt: ElevationAt, { from, to, meters }: Stretch): WalkMinutes {
  if (!(meters > 0)) return { forward: 0, backward: 0 };
  const steps = Math.ceil(meters / WALKING_SAMPLE_METERS);
  const stepMeters = meters / steps;
  const dLon = (to[0] - from[0]) / steps;
  const dLat = (to[1] - from[1]) / steps;
  let height = elevationAt(from[0], from[1]);
  let hoursForward = 0;
  let hoursBackward = 0;
  for (let i = 1; i <= steps; i++) {
    const nextHeight = elevationAt(from[0] + i * dLon, from[1] + i * dLat);
    const rise = nextHeight - height;
    const slope = Number.isNaN(rise) ? 0 : rise / stepMeters;
    hoursForward += stepMeters / 1000 / walkingKmh(speeds, slope);
    hoursBackward += stepMeters / 1000 / walkingKmh(speeds, -slope);
    height = nextHeight;
  }
  return { forward: hoursForward * 60, backward: hoursBackward * 60 };
}

/** Minutes on foot along each link: with its line and against it. Independent of any date. */
export interface LinkWalkMinutes {
  readonly along: Float64Array;
  readonly against: Float64Array;
}

/** Minutes on foot along every link of a graph, rounded to a millionth. */
export function walkLinks(
  graph: Pick<RoadGraph, 'linkCount' | 'linkSegment' | 'linkStartMeters' | 'linkMeters'>,
  geometry: RoadGeometry,
  { speeds, elevationAt }: { readonly speeds: SpeedTable; readonly elevationAt: ElevationAt },
): LinkWalkMinutes {
  const along = new Float64Array(graph.linkCount);
  const against = new Float64Array(graph.linkCount);
  const { firstVertex, meters } = geometry;
  for (let l = 0; l < graph.linkCount; l++) {
    const s = graph.linkSegment[l] ?? 0;
    const start = graph.linkStartMeters[l] ?? 0;
    const end = start + (graph.linkMeters[l] ?? 0);
    let forward = 0;
    let backward = 0;
    for (let v = firstVertex[s] ?? 0; v + 1 < (firstVertex[s + 1] ?? 0); v++) {
      const edgeStart = meters[v] ?? 0;
      const edgeMeters = (meters[v + 1] ?? 0) - edgeStart;
      // the part of the edge that lies on the link
      const low = Math.max(start, edgeStart);
      const high = Math.min(end, edgeStart + edgeMeters);
      if (!(high > low)) continue;
      const stretch = cutEdge(geometry, v, [(low - edgeStart) / edgeMeters, (high - edgeStart) / edgeMeters]);
      const minutes = walkStretch(speeds, elevationAt, { ...stretch, meters: high - low });
      forward += minutes.forward;
      backward += minutes.backward;
    }
    along[l] = roundMinutes(forward);
    against[l] = roundMinutes(backward);
  }
  return { along, against };
}

/** Both ends of a part of an edge, which is given by shares of its length. */
function cutEdge(
  { lon, lat }: RoadGeometry,
  vertex: number,
  [low, high]: readonly [number, number],
): Pick<Stretch, 'from' | 'to'> {
  const x = lon[vertex] ?? 0;
  const y = lat[vertex] ?? 0;
  const dx = (lon[vertex + 1] ?? 0) - x;
  const dy = (lat[vertex + 1] ?? 0) - y;
  return { from: [x + low * dx, y + low * dy], to: [x + high * dx, y + high * dy] };
}
