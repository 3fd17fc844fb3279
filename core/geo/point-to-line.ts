import { createLocalMetric } from './local-metric.ts';
import type { LonLat } from './lon-lat.ts';

/** The place on a line that is nearest to a position. */
export interface NearestOnLine {
  readonly distanceMeters: number;
  readonly position: LonLat;
  /** Index of the position after which it lies. */
  readonly afterIndex: number;
  /** Share of that stretch, 0 to 1. */
  readonly share: number;
}

/**
 * Nearest place on a line, in the metric plane about the position: within 5 km the distance is true to 1 in 5,000.
 *
 * @param line at least one position
 */
export function nearestOnLine(position: LonLat, line: readonly LonLat[]): NearestOnLine {
  const { metersPerDegreeLon: kx, metersPerDegreeLat: ky } = createLocalMetric(position);
  let best: NearestOnLine = { distanceMeters: Infinity, position, afterIndex: 0, share: 0 };
  for (let i = 0; i < Math.max(1, line.length - 1); i++) {
    const from = line[i] ?? position;
    const to = line[i + 1] ?? from;
    const dx = (to[0] - from[0]) * kx;
    const dy = (to[1] - from[1]) * ky;
    const px = (position[0] - from[0]) * kx;
    const py = (position[1] - from[1]) * ky;
    const length2 = dx * dx + dy * dy;
    const share = length2 === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length2));
    const distanceMeters = Math.hypot(px - share * dx, py - share * dy);
    if (distanceMeters < best.distanceMeters) {
      const at: LonLat = [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
      best = { distanceMeters, position: at, afterIndex: i, share };
    }
  }
  return best;
}

/** Distance from a position to the nearest place on a line, in metres. */
export const distanceToLineMeters = (position: LonLat, line: readonly LonLat[]): number =>
  nearestOnLine(position, line).distanceMeters;
