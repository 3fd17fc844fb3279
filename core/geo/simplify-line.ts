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
  const stack: [number, number][] = [[0, line.length - 1]];
  for (let range = stack.pop(); range; range = stack.pop()) {
    const [from, to] = range;
    const { index, distance } = farthest(line, from, to, scale);
    if (distance <= toleranceDegrees) continue;
    keep[index] = 1;
    stack.push([from, index], [index, to]);
  }
  return line.filter((_, index) => keep[index] === 1);
}

/** The position between two others that is farthest from their chord. */
function farthest(line: readonly LonLat[], from: number, to: number, scale: number) {
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
  return { index, distance };
}
