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

/** How a block may lie at its side when its usual place is taken: how far along the side, against half its length, and how far off, in spacings. */
const SLIDES = [0, 0.5, -0.5, 1, -1];
const DISTANCES = [0, 1.5, 3];
/** Columns against the usual number: flatter and taller blocks. */
const COLUMN_SHARES = [1, 1.5, 0.67];

/** Half the room that the point of another settlement has to itself, in spacings. */
const SEAT_ROOM = 0.6;

/** Room in the plane, metres. */
interface Room {
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/** A block's extent. */
interface Extent extends Room {
  readonly columns: number;
}

/**
 * Positions of symbols in rows below their settlements; a block that would lie on a larger one, or on the point of another settlement, stands above, right or left of its settlement, further along
 * that side, a little further off, or is flatter or taller, whatever comes first; where nothing is free it covers as little as it can.
 *
 * @returns positions by block, row by row
 */
export function placeInRows(blocks: readonly SymbolBlock[], spacingMeters: number): readonly (readonly LonLat[])[] {
  const metric = createLocalMetric(blocks[0]?.origin ?? [0, 0]);
  const taken: Extent[] = [];
  const positions: (readonly LonLat[])[] = blocks.map(() => []);
  const half = SEAT_ROOM * spacingMeters;
  const seats = blocks.map(({ origin }): Room => {
    const [x, y] = metric.toPlane(origin);
    return { x, y, halfWidth: half, halfHeight: half };
  });
  const largestFirst = blocks
    .map((_, i) => i)
    .sort((a, b) => (blocks[b]?.count ?? 0) - (blocks[a]?.count ?? 0) || a - b);
  for (const index of largestFirst) {
    const block = blocks[index];
    if (!block) continue;
    const others = seats.filter((_, i) => i !== index);
    const extents = listExtents(metric.toPlane(block.origin), block.count, spacingMeters);
    const extent = findRoom(extents, [...taken, ...others]);
    if (!extent) continue;
    taken.push(extent);
    positions[index] = fillRows(block.count, extent.columns).map(([x, y]) =>
      metric.toLonLat([extent.x + x * spacingMeters, extent.y + y * spacingMeters]),
    );
  }
  return positions;
}

/** The first extent that covers no other; else the one that covers least. */
function findRoom(extents: readonly Extent[], taken: readonly Room[]): Extent | undefined {
  let best: Extent | undefined;
  let least = Infinity;
  for (const extent of extents) {
    const covered = taken.reduce((sum, other) => sum + coveredArea(extent, other), 0);
    if (covered >= least) continue;
    [best, least] = [extent, covered];
    if (least === 0) break;
  }
  return best;
}

function coveredArea(a: Room, b: Room): number {
  const width = a.halfWidth + b.halfWidth - Math.abs(a.x - b.x);
  const height = a.halfHeight + b.halfHeight - Math.abs(a.y - b.y);
  return Math.max(0, width) * Math.max(0, height);
}

/** Extents of a block around its settlement, the usual ones first. */
function listExtents(origin: readonly [number, number], count: number, spacing: number): readonly Extent[] {
  const usual = Math.min(count, Math.max(LEAST_COLUMNS, Math.ceil(Math.sqrt(count * 2))));
  const columns = COLUMN_SHARES.map((share) => Math.min(count, Math.max(LEAST_COLUMNS, Math.round(usual * share))));
  return DISTANCES.flatMap((distance) =>
    [...new Set(columns)].flatMap((each) =>
      SLIDES.flatMap((slide) => listSides(origin, { count, columns: each, distance, slide }, spacing)),
    ),
  );
}

/** A block on each side of its settlement. */
function listSides(
  [x, y]: readonly [number, number],
  block: { readonly count: number; readonly columns: number; readonly distance: number; readonly slide: number },
  spacing: number,
): readonly Extent[] {
  const { count, columns, slide } = block;
  const rows = Math.ceil(count / columns);
  const halfWidth = (columns / 2) * spacing;
  const halfHeight = (((rows - 1) * ROW_PITCH + 1) / 2) * spacing;
  const off = (FIRST_ROW - 0.5 + block.distance) * spacing;
  return SIDES.map(([east, north]) => ({
    x: x + east * (halfWidth + off) + (east === 0 ? slide * halfWidth : 0),
    y: y + north * (halfHeight + off) + (north === 0 ? slide * halfHeight : 0),
    halfWidth,
    halfHeight,
    columns,
  }));
}

/** Places of symbols against the middle of their block, in spacings; a last row that is not full is centred. */
function fillRows(count: number, columns: number): readonly (readonly [number, number])[] {
  const rows = Math.ceil(count / columns);
  return Array.from({ length: count }, (_, n) => {
    const column = n % columns;
    const inRow = Math.min(columns, count - n + column);
    const row = Math.floor(n / columns);
    return [column - (inRow - 1) / 2, ((rows - 1) / 2 - row) * ROW_PITCH] as const;
  });
}
