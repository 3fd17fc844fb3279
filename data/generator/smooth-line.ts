/** Position in cells. */
export type GridPoint = readonly [x: number, y: number];

/**
 * Rounds a staircase or cell path by weights 1-2-1, ends and pinned points fixed.
 *
 * @param isPinned points that other lines hang on, by index
 */
export function smoothLine(
  points: readonly GridPoint[],
  rounds: number,
  isPinned: (index: number) => boolean = () => false,
): GridPoint[] {
  let current: GridPoint[] = [...points];
  for (let round = 0; round < rounds; round++) {
    current = current.map((point, i) => {
      const before = current[i - 1];
      const after = current[i + 1];
      if (!before || !after || isPinned(i)) return point;
      return [(before[0] + 2 * point[0] + after[0]) / 4, (before[1] + 2 * point[1] + after[1]) / 4];
    });
  }
  return current;
}

/**
 * Leaves out points that lie closer than `tolerance` cells to the line without them; ends and pinned points stay.
 *
 * @see Douglas & Peucker 1973
 */
export function simplifyLine(
  points: readonly GridPoint[],
  tolerance: number,
  isPinned: (index: number) => boolean = () => false,
): GridPoint[] {
  const keep = new Uint8Array(points.length);
  const fixed = points.map((_, i) => i).filter((i) => i === 0 || i === points.length - 1 || isPinned(i));
  for (const i of fixed) keep[i] = 1;
  const stack: [number, number][] = fixed.slice(1).map((end, i) => [fixed[i] as number, end]);
  for (let range = stack.pop(); range; range = stack.pop()) {
    const [start, end] = range;
    let farthest = -1;
    let most = tolerance;
    for (let i = start + 1; i < end; i++) {
      const away = distanceToLine(points[i] as GridPoint, points[start] as GridPoint, points[end] as GridPoint);
      if (away > most) {
        most = away;
        farthest = i;
      }
    }
    if (farthest < 0) continue;
    keep[farthest] = 1;
    stack.push([start, farthest], [farthest, end]);
  }
  return points.filter((_, i) => keep[i] === 1);
}

function distanceToLine(point: GridPoint, start: GridPoint, end: GridPoint): number {
  const x = end[0] - start[0];
  const y = end[1] - start[1];
  const square = x * x + y * y;
  const along = square === 0 ? 0 : ((point[0] - start[0]) * x + (point[1] - start[1]) * y) / square;
  const t = Math.min(1, Math.max(0, along));
  const dx = point[0] - start[0] - t * x;
  const dy = point[1] - start[1] - t * y;
  return Math.sqrt(dx * dx + dy * dy);
}
