import { metersPerDegreeAt } from '../../geo/local-metric.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import { createEdgeSearch, type EdgeSearch, type LineIndex, seekNearestEdge } from '../ground/line-index.ts';
import type { CountyCells } from './county-cells.ts';
import { centreOfCell, type GridFrame } from './grid-frame.ts';

/** Cells a side of the blocks with which the search begins, and of those that are not split further. */
const FIRST_CELLS = 64;
const LAST_CELLS = 2;

/** The planes about a block's centre and about a cell differ by far less than this share, and by some metres. */
const PLANE_SHARE = 1.01;
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
  readonly single: Int32Array;
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
    single: new Int32Array(1),
  };
  for (let top = 0; top < frame.rows; top += FIRST_CELLS) {
    for (let left = 0; left < frame.columns; left += FIRST_CELLS) {
      const block = { top, left, size: FIRST_CELLS };
      if (!hasCells(grid, block)) continue;
      const { centre, halfMeters } = measureBlock(frame, block);
      const reach = reachOf(lines.nearest(centre)?.meters ?? 0, halfMeters);
      splitBlock(visit, block, Int32Array.from(lines.listWithin(centre, reach)));
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

/** The edges of a list that may be the nearest of a cell in a block, in their order. */
function keepNear({ grid, edges, single }: Visit, block: Block, inherited: Int32Array): Int32Array {
  const { centre, halfMeters } = measureBlock(grid.frame, block);
  const search = createEdgeSearch(centre);
  const squares = new Float64Array(inherited.length);
  let least = Infinity;
  for (let i = 0; i < inherited.length; i++) {
    single[0] = inherited[i] as number;
    seekNearestEdge(search, edges, single);
    squares[i] = search.squared;
    if (search.squared < least) least = search.squared;
  }
  const most = reachOf(Math.sqrt(least), halfMeters) ** 2;
  return inherited.filter((_, i) => (squares[i] as number) <= most);
}

const reachOf = (nearestMeters: number, halfMeters: number): number =>
  (nearestMeters + 2 * halfMeters) * PLANE_SHARE + PLANE_METERS;

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

/** Centre of a block, and from there to the centre of its farthest cell. */
function measureBlock(frame: GridFrame, { top, left, size }: Block): { centre: LonLat; halfMeters: number } {
  const { columns, rows } = frame;
  const [west, north] = centreOfCell(frame, top * columns + left);
  const lastRow = Math.min(rows, top + size) - 1;
  const [east, south] = centreOfCell(frame, lastRow * columns + Math.min(columns, left + size) - 1);
  const centre: LonLat = [(west + east) / 2, (south + north) / 2];
  const { lon, lat } = metersPerDegreeAt(centre[1]);
  return { centre, halfMeters: Math.hypot((east - west) * lon, (north - south) * lat) / 2 };
}
