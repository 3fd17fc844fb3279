/**
 * Points along a line at a spacing, the first half a spacing from its beginning; the middle alone when the line is shorter.
 *
 * @param spacing millimetres; Infinity = only the middle
 */
export function pointsAlong(line: readonly number[], spacing: number): (readonly [number, number])[] {
  const total = lineLength(line);
  const count = Number.isFinite(spacing) ? Math.floor(total / spacing) : 0;
  if (count < 1) return total > 0 ? [pointAt(line, total / 2)] : [];
  const step = total / count;
  return Array.from({ length: count }, (_, i) => pointAt(line, (i + 0.5) * step));
}

/** Length of a polyline in its own unit. */
export function lineLength(line: readonly number[]): number {
  let length = 0;
  for (let i = 0; i + 3 < line.length; i += 2)
    length += Math.hypot((line[i + 2] ?? 0) - (line[i] ?? 0), (line[i + 3] ?? 0) - (line[i + 1] ?? 0));
  return length;
}

/** Point at a distance from the beginning, held to the ends. */
export function pointAt(line: readonly number[], distance: number): readonly [number, number] {
  let left = distance;
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [x1, y1, x2, y2] = [line[i] ?? 0, line[i + 1] ?? 0, line[i + 2] ?? 0, line[i + 3] ?? 0];
    const length = Math.hypot(x2 - x1, y2 - y1);
    if (left <= length && length > 0) {
      const t = Math.max(0, left) / length;
      return [x1 + (x2 - x1) * t, y1 + (y2 - y1) * t];
    }
    left -= length;
  }
  return [line.at(-2) ?? 0, line.at(-1) ?? 0];
}
