import type { LonLat } from './lon-lat.ts';

/**
 * A line with fewer positions that stays within a tolerance of the original; both ends stay.
 *
 * @param toleranceDegrees degrees of latitude; longitudes are scaled by the cosine of the latitude
 * @see Douglas & Peucker 1973, "Algorithms for the reduction of the number of points", Cartographica 10(2)
 */
export function simplifyLine(line: readonly LonLat[], toleranceDegrees: number): readonly LonLat[] {
  if (line.length <= 2) return line;
  const keep = new Uint8Array(line.length);
  keep[0] = 1;
  keep[line.length - 1] = 1;
  const scale = Math.cos((((line[0]?.[1] ?? 0) as number) * Math.PI) / 180);
  // pairs of numbers: the stretches that are still to be looked at
  const stack = [0, line.length - 1];
  while (stack.length > 0) {
    const to = stack.pop() ?? 0;
    const from = stack.pop() ?? 0;
    const index = farthestBeyond(line, { from, to, scale, toleranceDegrees });
    if (index < 0) continue;
    keep[index] = 1;
    stack.push(from, index, index, to);
  }
  return line.filter((_, index) => keep[index] === 1);
}

/** The position between two others that is farthest from their chord; -1 where none is farther than the tolerance. */
function farthestBeyond(
  line: readonly LonLat[],
  {
    from,
    to,
    scale,
    toleranceDegrees,
  }: { readonly from: number; readonly to: number; readonly scale: number; readonly toleranceDegrees: number },
): number {
  const [ax, ay] = line[from] ?? [0, 0];
  const [bx, by] = line[to] ?? [0, 0];
  const dx = (bx - ax) * scale;
  const dy = by - ay;
  const length2 = dx * dx + dy * dy;
  let index = from;
  let distance = -1;
  for (let i = from + 1; i < to; i++) {
    const [x, y] = line[i] ?? [0, 0];
    const px = (x - ax) * scale;
    const py = y - ay;
    const share = length2 === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length2));
    const away = Math.hypot(px - share * dx, py - share * dy);
    if (away > distance) {
      distance = away;
      index = i;
    }
  }
  return distance <= toleranceDegrees ? -1 : index;
}
