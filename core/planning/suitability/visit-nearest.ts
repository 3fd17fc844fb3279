import { metersPerDegreeAt } from '../../geo/local-metric.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import { createEdgeSearch, type EdgeSearch, type LineIndex, seekNearestEdge } from '../ground/line-index.ts';
import type { CountyCells } from './county-cells.ts';
import { centreOfCell, type GridFrame } from './grid-frame.ts';

/** Cells a side of the blocks with which the search begins, and of those that are not split further. */
const FIRST_CELLS = 64;
const LAST_CELLS = 4;

/**
 * The planes about a block's centre and about one of its cells differ by the change of the length of a degree of longitude between them:
 * the tangent of the latitude times the angle. Twice that, and some metres.
 */
const PLANE_RADIUS_METERS = 6_378_137;
const PLANE_METERS = 1;

/** A square of cells, clipped to the frame. */
interface Block {
  readonly top: number;
  readonly left: number;
  readonly size: number;
}

/** What all blocks share. */
interface Visit {
  readonly grid: CountyCells;
  readonly edges: Float64Array;
  readonly tell: (cell: number, found: EdgeSearch) => void;
  /** Metres a degree by row. */
  readonly planes: readonly { readonly lon: number; readonly lat: number }[];
  readonly search: EdgeSearch;
  /** By how often a block was split: room for its candidates. */
  readonly lists: readonly Int32Array[];
  readonly squares: Float64Array;
}

/**
 * The nearest edge of every cell's centre, to the last digit what `LineIndex.nearest` answers there. Blocks are split into four again and again, each
 * with the edges that may be nearest to one of its cells: none of them is farther from the block's centre than the centre's own nearest edge and
 * twice the half diagonal.
 *
 * @param tell hears of each cell (its place in `cells`) once, in no order; of none where there is no line. The search is used again
 * @yields after each of the largest blocks, so that others may take their turn
 */
export function* visitNearest(
  grid: CountyCells,
  lines: LineIndex,
  tell: (cell: number, found: EdgeSearch) => void,
): Generator<undefined, void> {
  if (lines.edgeCount === 0) return;
  const { frame } = grid;
  const visit: Visit = {
    grid,
    edges: lines.edges,
    tell,
    planes: Array.from(frame.latOfRow, metersPerDegreeAt),
    search: createEdgeSearch([0, 0]),
    lists: Array.from({ length: Math.log2(FIRST_CELLS / LAST_CELLS) + 1 }, () => new Int32Array(lines.edgeCount)),
    squares: new Float64Array(lines.edgeCount),
  };
  for (let top = 0; top < frame.rows; top += FIRST_CELLS) {
    for (let left = 0; left < frame.columns; left += FIRST_CELLS) {
      const block = { top, left, size: FIRST_CELLS };
      if (!hasCells(grid, block)) continue;
      const measured = measureBlock(frame, block);
      const reach = reachOf(measured, lines.nearest(measured.centre)?.meters ?? 0);
      splitBlock(visit, block, Int32Array.from(lines.listWithin(measured.centre, reach)));
      yield;
    }
  }
}

/** Leaves the edges that may matter in a block and hands them to its quarters. */
function splitBlock(visit: Visit, block: Block, inherited: Int32Array): void {
  const candidates = keepNear(visit, block, inherited);
  if (block.size <= LAST_CELLS) {
    visitCells(visit, block, candidates);
    return;
  }
  const size = block.size / 2;
  for (const top of [block.top, block.top + size]) {
    for (const left of [block.left, block.left + size]) {
      const quarter = { top, left, size };
      if (hasCells(visit.grid, quarter)) splitBlock(visit, quarter, candidates);
    }
  }
}

/** The edges of a list that may be the nearest of a cell in a block, in their order; in the list of the block's level. */
function keepNear({ grid, edges, lists, squares }: Visit, block: Block, inherited: Int32Array): Int32Array {
  const measured = measureBlock(grid.frame, block);
  const least = measureSquares(edges, inherited, { ...measured, squares });
  const most = reachOf(measured, Math.sqrt(least)) ** 2;
  const list = lists[Math.log2(FIRST_CELLS / block.size)] as Int32Array;
  let count = 0;
  for (let i = 0; i < inherited.length; i++) {
    if ((squares[i] as number) <= most) list[count++] = inherited[i] as number;
  }
  return list.subarray(0, count);
}

/**
 * Squares of the distances from a centre to edges, into `squares`, and the least of them.
 *
 * Letters: `x`, `y` metres east and north of the centre, `d` along the edge, `s` where on it.
 */
function measureSquares(
  edges: Float64Array,
  list: Int32Array,
  { centre, lon: kx, lat: ky, squares }: MeasuredBlock & { readonly squares: Float64Array },
): number {
  const [lon, lat] = centre;
  let least = Infinity;
  for (let i = 0; i < list.length; i++) {
    const at = 4 * (list[i] as number);
    const x1 = ((edges[at] as number) - lon) * kx;
    const y1 = ((edges[at + 1] as number) - lat) * ky;
    const dx = ((edges[at + 2] as number) - lon) * kx - x1;
    const dy = ((edges[at + 3] as number) - lat) * ky - y1;
    const length2 = dx * dx + dy * dy;
    const along = -(x1 * dx + y1 * dy);
    const s = length2 === 0 || along <= 0 ? 0 : along >= length2 ? 1 : along / length2;
    const x = x1 + s * dx;
    const y = y1 + s * dy;
    const squared = x * x + y * y;
    squares[i] = squared;
    if (squared < least) least = squared;
  }
  return least;
}

/** How far from the centre an edge may be that is the nearest of a cell. */
function reachOf({ centre, halfMeters }: MeasuredBlock, nearestMeters: number): number {
  const tangent = Math.abs(Math.tan((centre[1] * Math.PI) / 180));
  const share = (2 * halfMeters * Math.max(1, tangent)) / PLANE_RADIUS_METERS;
  return (nearestMeters + 2 * halfMeters) * (1 + share) + PLANE_METERS;
}

function visitCells({ grid, edges, tell, planes, search }: Visit, { top, left, size }: Block, candidates: Int32Array) {
  const { frame, placeOfCell } = grid;
  for (let row = top; row < Math.min(frame.rows, top + size); row++) {
    search.lat = frame.latOfRow[row] as number;
    search.metersPerLon = planes[row]?.lon ?? 0;
    search.metersPerLat = planes[row]?.lat ?? 0;
    for (let column = left; column < Math.min(frame.columns, left + size); column++) {
      const cell = placeOfCell[row * frame.columns + column] as number;
      if (cell < 0) continue;
      search.lon = frame.lonOfColumn[column] as number;
      seekNearestEdge(search, edges, candidates);
      tell(cell, search);
    }
  }
}

function hasCells({ frame, placeOfCell }: CountyCells, { top, left, size }: Block): boolean {
  for (let row = top; row < Math.min(frame.rows, top + size); row++) {
    for (let column = left; column < Math.min(frame.columns, left + size); column++) {
      if ((placeOfCell[row * frame.columns + column] as number) >= 0) return true;
    }
  }
  return false;
}

/** A block on the ground. */
interface MeasuredBlock {
  readonly centre: LonLat;
  /** From the centre to the farthest of its cells. */
  readonly halfMeters: number;
  /** Metres a degree about the centre. */
  readonly lon: number;
  readonly lat: number;
}

function measureBlock(frame: GridFrame, { top, left, size }: Block): MeasuredBlock {
  const { columns, rows } = frame;
  const [west, north] = centreOfCell(frame, top * columns + left);
  const lastRow = Math.min(rows, top + size) - 1;
  const [east, south] = centreOfCell(frame, lastRow * columns + Math.min(columns, left + size) - 1);
  const centre: LonLat = [(west + east) / 2, (south + north) / 2];
  const { lon, lat } = metersPerDegreeAt(centre[1]);
  return { centre, lon, lat, halfMeters: Math.hypot((east - west) * lon, (north - south) * lat) / 2 };
}
