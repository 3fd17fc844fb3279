import type { Bbox } from '#core/geo/bbox.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { createRandom } from '../random.ts';

/** Positions spread over a box, the same for a seed. */
export function pickPositions(
  [west, south, east, north]: Bbox,
  { count, seed }: { readonly count: number; readonly seed: number },
): readonly LonLat[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => [west + random() * (east - west), south + random() * (north - south)]);
}
