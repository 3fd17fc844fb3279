import type { LonLat } from './lon-lat.ts';
import { straightDistanceMeters } from './straight-distance.ts';

/**
 * Geodesic length of a line on the CGCS2000 ellipsoid.
 *
 * @returns metres; 0 for fewer than two positions
 */
export function geodesicLengthMeters(line: readonly LonLat[]): number {
  let length = 0;
  for (let i = 1; i < line.length; i++) {
    const from = line[i - 1];
    const to = line[i];
    if (from && to) length += straightDistanceMeters(from, to);
  }
  return length;
}

/** Metres rounded to whole millimetres, the precision in which lengths are stored and shared out. */
export const roundToMillimeters = (meters: number): number => Math.round(meters * 1000) / 1000;
