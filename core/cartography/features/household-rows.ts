import { createLocalMetric } from '../../geo/local-metric.ts';
import type { LonLat } from '../../geo/lon-lat.ts';

/** A settlement and how many symbols stand at it. */
export interface SymbolBlock {
  readonly origin: LonLat;
  readonly count: number;
}

/** Spacings from the settlement's point to the nearest symbol, and from row to row: between rows stand the codes. */
const FIRST_ROW = 1.5;
const ROW_PITCH = 1.4;

/** Fewest symbols in a full row. */
const LEAST_COLUMNS = 4;

/** On which side of its settlement a block stands, the usual one first; x to the east, y to the north. */
const SIDES = [
  [0, -1],
  [0, 1],
  [1, 0],
  [-1, 0],
] as const;

/** A block's extent in the plane, metres. */
interface Extent {
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/**
 * Positions of symbols in rows below their settlements; a block that would lie on a larger one stands above, right or left of its settlement,
 * where there is room.
 *
 * @returns positions by block, row by row
 */
export function placeInRows(blocks: readonly SymbolBlock[], spacingMeters: number): readonly (readonly LonLat[])[] {
  const metric = createLocalMetric(blocks[0]?.origin ?? [0, 0]);
  const taken: Extent[] = [];
  const positions: (readonly LonLat[])[] = blocks.map(() => []);
  const largestFirst = blocks
    .map((_, i) => i)
    .sort((a, b) => (blocks[b]?.count ?? 0) - (blocks[a]?.count ?? 0) || a - b);
  for (const index of largestFirst) {
    const block = blocks[index];
    if (!block) continue;
    const extents = listExtents(metric.toPlane(block.origin), block.count, spacingMeters);
    const extent = extents.find((one) => !taken.some((other) => overlaps(one, other))) ?? extents[0];
    if (!extent) continue;
    taken.push(extent);
    positions[index] = fillRows(block.count).map(([x, y]) =>
      metric.toLonLat([extent.x + x * spacingMeters, extent.y + y * spacingMeters]),
    );
  }
  return positions;
}

const countColumns = (count: number): number => Math.max(LEAST_COLUMNS, Math.ceil(Math.sqrt(count * 2)));

/** Extents of a block on each side of its settlement. */
function listExtents([x, y]: readonly [number, number], count: number, spacing: number): readonly Extent[] {
  const columns = Math.min(count, countColumns(count));
  const rows = Math.ceil(count / countColumns(count));
  const halfWidth = (columns / 2) * spacing;
  const halfHeight = (((rows - 1) * ROW_PITCH + 1) / 2) * spacing;
  return SIDES.map(([east, north]) => ({
    x: x + east * (halfWidth + (FIRST_ROW - 0.5) * spacing),
    y: y + north * (halfHeight + (FIRST_ROW - 0.5) * spacing),
    halfWidth,
    halfHeight,
  }));
}

const overlaps = (a: Extent, b: Extent): boolean =>
  Math.abs(a.x - b.x) < a.halfWidth + b.halfWidth && Math.abs(a.y - b.y) < a.halfHeight + b.halfHeight;

/** Places of symbols against the middle of their block, in spacings; a last row that is not full is centred. */
function fillRows(count: number): readonly (readonly [number, number])[] {
  const columns = countColumns(count);
  const rows = Math.ceil(count / columns);
  return Array.from({ length: count }, (_, n) => {
    const column = n % columns;
    const inRow = Math.min(columns, count - n + column);
    const row = Math.floor(n / columns);
    return [column - (inRow - 1) / 2, ((rows - 1) / 2 - row) * ROW_PITCH] as const;
  });
}
