/** Corners are cut off where the offset line would run farther than this many offsets from the corner. */
const MITER_LIMIT = 2;

/** A line beside a line, `offset` millimetres to the right of its direction (y down); negative = left. */
export function offsetLine(line: readonly number[], offset: number): number[] {
  const result: number[] = [];
  const count = line.length / 2;
  for (let i = 0; i < count; i++) {
    const before = normalOf(line, Math.max(0, i - 1));
    const after = normalOf(line, Math.min(count - 2, i));
    const x = before[0] + after[0];
    const y = before[1] + after[1];
    // mitre: along the bisector, longer the sharper the corner
    const cosine = Math.max((x * after[0] + y * after[1]) / Math.max(Math.hypot(x, y), 1e-9), 1 / MITER_LIMIT);
    const length = offset / cosine / Math.max(Math.hypot(x, y), 1e-9);
    result.push((line[2 * i] ?? 0) + x * length, (line[2 * i + 1] ?? 0) + y * length);
  }
  return result;
}

/** Unit normal to the right of piece `i`. */
function normalOf(line: readonly number[], i: number): readonly [number, number] {
  const dx = (line[2 * i + 2] ?? 0) - (line[2 * i] ?? 0);
  const dy = (line[2 * i + 3] ?? 0) - (line[2 * i + 1] ?? 0);
  const length = Math.max(Math.hypot(dx, dy), 1e-9);
  return [-dy / length, dx / length];
}
