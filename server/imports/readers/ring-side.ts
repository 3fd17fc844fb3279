import type { LonLat } from '#core/geo/lon-lat.ts';

/** Whether a position lies in a ring, by the crossings of a ray to the east; coordinates of any plane. */
export function isInRing([x, y]: LonLat, ring: readonly LonLat[]): boolean {
  let isInside = false;
  for (let index = 1; index < ring.length; index += 1) {
    const [ax, ay] = ring[index - 1] ?? [0, 0];
    const [bx, by] = ring[index] ?? [0, 0];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside;
  }
  return isInside;
}
