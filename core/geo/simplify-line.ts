import type { LonLat } from './lon-lat.ts';

/** Room for the marks of one line: a sheet has hundreds of thousands, one after the other. */
let marks = new Uint8Array(1024);

/**
 * A line with fewer positions that stays within a tolerance of the original; both ends stay. The line itself where all positions stay.
 *
 * @param toleranceDegrees degrees of latitude; longitudes are scaled by the cosine of the latitude
 * @see Douglas & Peucker 1973, "Algorithms for the reduction of the number of points", Cartographica 10(2)
 */
export function simplifyLine(line: readonly LonLat[], toleranceDegrees: number): readonly LonLat[] {
  const { length } = line;
  if (length <= 2) return line;
  if (marks.length < length) marks = new Uint8Array(length * 2);
  const keep = marks.fill(0, 0, length);
  keep[0] = 1;
  keep[length - 1] = 1;
  let count = 2;
  const scale = Math.cos((((line[0]?.[1] ?? 0) as number) * Math.PI) / 180);
  // pairs of numbers: the stretches that are still to be looked at
  const stack = [0, length - 1];
  while (stack.length > 0) {
    const to = stack.pop() ?? 0;
    const from = stack.pop() ?? 0;
    const index = farthestBeyond(line, { from, to, scale, toleranceDegrees });
    if (index < 0) continue;
    keep[index] = 1;
    count++;
    if (index - from > 1) stack.push(from, index);
    if (to - index > 1) stack.push(index, to);
  }
  if (count === length) return line;
  const kept: LonLat[] = [];
  for (let i = 0; i < length; i++) if (keep[i] === 1) kept.push(line[i] as LonLat);
  return kept;
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
  const start = line[from] as LonLat;
  const end = line[to] as LonLat;
  const ax = start[0];
  const ay = start[1];
  const dx = (end[0] - ax) * scale;
  const dy = end[1] - ay;
  const length2 = dx * dx + dy * dy;
  let index = from;
  let distance2 = -1;
  for (let i = from + 1; i < to; i++) {
    const position = line[i] as LonLat;
    const px = (position[0] - ax) * scale;
    const py = position[1] - ay;
    const share = length2 === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length2));
    const awayX = px - share * dx;
    const awayY = py - share * dy;
    const away2 = awayX * awayX + awayY * awayY;
    if (away2 > distance2) {
      distance2 = away2;
      index = i;
    }
  }
  return distance2 <= toleranceDegrees * toleranceDegrees ? -1 : index;
}
