/** A line that can be asked for its point and direction at a distance from its beginning. */
export interface PathWalker {
  /** Point of the line itself, held to its ends. */
  exactAt(distance: number): readonly [x: number, y: number];
  /** Point of the smoothed line. */
  at(distance: number): readonly [x: number, y: number];
  /** Direction of the smoothed line, radians clockwise on paper. */
  angleAt(distance: number): number;
}

/** The line is smoothed over this many ems to each side, by so many points. */
const REACH_EMS = 0.9;
const SAMPLES = 2;

/**
 * A walker for names in characters of `size` millimetres: small wiggles of the line, over which a name runs straight on, are smoothed away.
 */
export function createPathWalker(line: readonly number[], size: number): PathWalker {
  const count = line.length / 2;
  const lengths = new Float64Array(count);
  for (let i = 1; i < count; i++)
    lengths[i] =
      (lengths[i - 1] ?? 0) +
      Math.hypot((line[2 * i] ?? 0) - (line[2 * i - 2] ?? 0), (line[2 * i + 1] ?? 0) - (line[2 * i - 1] ?? 0));
  const total = lengths[count - 1] ?? 0;
  const exactAt = (distance: number): readonly [number, number] => {
    const held = Math.max(0, Math.min(total, distance));
    let low = 1;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((lengths[middle] ?? 0) < held) low = middle + 1;
      else high = middle;
    }
    const before = lengths[low - 1] ?? 0;
    const length = (lengths[low] ?? 0) - before;
    const t = length > 0 ? (held - before) / length : 0;
    const [x1, y1, x2, y2] = [
      line[2 * low - 2] ?? 0,
      line[2 * low - 1] ?? 0,
      line[2 * low] ?? 0,
      line[2 * low + 1] ?? 0,
    ];
    return [x1 + (x2 - x1) * t, y1 + (y2 - y1) * t];
  };
  const reach = REACH_EMS * size;
  const at = (distance: number): readonly [number, number] => {
    let [x, y] = [0, 0];
    for (let i = -SAMPLES; i <= SAMPLES; i++) {
      const [px, py] = exactAt(distance + (i * reach) / SAMPLES);
      x += px;
      y += py;
    }
    return [x / (2 * SAMPLES + 1), y / (2 * SAMPLES + 1)];
  };
  return {
    exactAt,
    at,
    angleAt(distance) {
      const [x1, y1] = at(distance - reach / 2);
      const [x2, y2] = at(distance + reach / 2);
      return Math.atan2(y2 - y1, x2 - x1);
    },
  };
}
