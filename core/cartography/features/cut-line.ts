import type { LonLat } from '../../geo/lon-lat.ts';

/**
 * The stretch of a line between two fractions of its planar length in degrees, as `SegmentPieces` counts them.
 *
 * @param from 0 to 1
 * @param to 0 to 1, more than `from`
 */
export function cutLine(line: readonly LonLat[], from: number, to: number): readonly LonLat[] {
  if (from <= 0 && to >= 1) return line;
  const lengths = line.map((position, i) => (i === 0 ? 0 : planarLength(line[i - 1] as LonLat, position)));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const start = from * total;
  const end = to * total;
  const result: LonLat[] = [];
  let along = 0;
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1] as LonLat;
    const b = line[i] as LonLat;
    const length = lengths[i] ?? 0;
    const next = along + length;
    if (next > start && along < end && length > 0) {
      if (result.length === 0) result.push(between(a, b, Math.max(0, (start - along) / length)));
      result.push(next <= end ? b : between(a, b, (end - along) / length));
    }
    along = next;
  }
  return result;
}

const planarLength = (a: LonLat, b: LonLat): number => Math.hypot(b[0] - a[0], b[1] - a[1]);

const between = (a: LonLat, b: LonLat, share: number): LonLat => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
];
