import { COUNTY_GRID } from './grid.ts';

/** A border between two regions from junction to junction; positions in cells from the north-west corner of the grid. */
export interface BorderArc {
  readonly left: number;
  readonly right: number;
  readonly points: readonly (readonly [x: number, y: number])[];
}

const CORNER_COLUMNS = COUNTY_GRID.columns + 1;
/** East, south, west, north. */
const DIRECTIONS = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;

/** Follows the cell sides between different labels. Borders end where three regions meet; closed ones where they were begun. */
export function traceBorderArcs(labels: Int16Array): BorderArc[] {
  const { columns, rows } = COUNTY_GRID;
  const labelAt = (column: number, row: number): number =>
    column < 0 || row < 0 || column >= columns || row >= rows ? -1 : (labels[row * columns + column] as number);
  const sides = (x: number, y: number, direction: number): readonly [left: number, right: number] => {
    if (direction === 0) return [labelAt(x, y - 1), labelAt(x, y)];
    if (direction === 1) return [labelAt(x, y), labelAt(x - 1, y)];
    if (direction === 2) return [labelAt(x - 1, y), labelAt(x - 1, y - 1)];
    return [labelAt(x - 1, y - 1), labelAt(x, y - 1)];
  };
  const isBorder = (x: number, y: number, direction: number): boolean => {
    const [left, right] = sides(x, y, direction);
    return left !== right;
  };
  const isWithinOne = (x: number, y: number): boolean => {
    const label = labelAt(x, y);
    return label === labelAt(x - 1, y) && label === labelAt(x, y - 1) && label === labelAt(x - 1, y - 1);
  };
  const exits = (x: number, y: number): number[] => [0, 1, 2, 3].filter((direction) => isBorder(x, y, direction));
  const walked = new Set<number>();
  const keyOf = (x: number, y: number, direction: number): number => (y * CORNER_COLUMNS + x) * 4 + direction;

  const walk = (startX: number, startY: number, startDirection: number): BorderArc => {
    const points: [number, number][] = [[startX, startY]];
    const [left, right] = sides(startX, startY, startDirection);
    let [x, y, direction] = [startX, startY, startDirection];
    for (;;) {
      walked.add(keyOf(x, y, direction));
      x += DIRECTIONS[direction]?.[0] ?? 0;
      y += DIRECTIONS[direction]?.[1] ?? 0;
      const back = (direction + 2) % 4;
      walked.add(keyOf(x, y, back));
      points.push([x, y]);
      const onward = exits(x, y).filter((exit) => exit !== back);
      if (onward.length !== 1 || (x === startX && y === startY)) return { left, right, points };
      direction = onward[0] as number;
    }
  };

  const arcs: BorderArc[] = [];
  // junctions first, then closed borders that touch none
  for (const minimumExits of [3, 2]) {
    for (let y = 0; y <= rows; y++) {
      for (let x = 0; x <= columns; x++) {
        if (isWithinOne(x, y)) continue;
        const found = exits(x, y);
        if (found.length < minimumExits) continue;
        for (const direction of found) if (!walked.has(keyOf(x, y, direction))) arcs.push(walk(x, y, direction));
      }
    }
  }
  return arcs;
}
