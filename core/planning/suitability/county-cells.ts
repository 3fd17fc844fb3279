import { InvalidInputError } from '../../errors.ts';
import { bboxOf } from '../../geo/bbox.ts';
import type { AreaGeometry } from '../../geo/geometry.ts';
import { fillArea } from './fill-area.ts';
import { createGridFrame, type GridFrame } from './grid-frame.ts';

/** Most cells of a grid, the corners outside the county included: some 50 m a cell in a county of 3,000 square kilometres. */
export const MOST_CELLS = 2_500_000;

/** The cells of a grid whose centres lie in a county. */
export interface CountyCells {
  readonly frame: GridFrame;
  /** Cells of the frame, ascending; everything that is known of cells is aligned with this list. */
  readonly cells: Int32Array;
  /** By cell of the frame: its place in `cells`; -1 = outside the county. */
  readonly placeOfCell: Int32Array;
}

/** So many grids of one county boundary are kept. */
const KEPT_GRIDS = 2;
const kept = new WeakMap<AreaGeometry, CountyCells[]>();

/**
 * The cells of a county at a size; those used last are kept.
 *
 * @param boundary null = a county without areas: no cells
 * @throws {InvalidInputError} `grid_too_fine`
 */
export function getCountyCells(boundary: AreaGeometry | null, cellMeters: number): CountyCells {
  if (boundary === null) return collectCells(createGridFrame([0, 0, 0, 0], cellMeters), () => undefined);
  const grids = kept.get(boundary) ?? [];
  kept.set(boundary, grids);
  const place = grids.findIndex(({ frame }) => frame.cellMeters === cellMeters);
  const grid = place >= 0 ? (grids.splice(place, 1)[0] as CountyCells) : createCountyCells(boundary, cellMeters);
  grids.unshift(grid);
  if (grids.length > KEPT_GRIDS) grids.pop();
  return grid;
}

function createCountyCells(boundary: AreaGeometry, cellMeters: number): CountyCells {
  const frame = createGridFrame(bboxOf(boundary), cellMeters);
  const count = frame.columns * frame.rows;
  if (count > MOST_CELLS) {
    const least = Math.ceil(cellMeters * Math.sqrt(count / MOST_CELLS));
    throw new InvalidInputError('grid_too_fine', `Got a grid of ${cellMeters} m, expected ${least} m or more`, {
      got: cellMeters,
      least,
    });
  }
  return collectCells(frame, (visit) => fillArea(frame, boundary, visit));
}

function collectCells(frame: GridFrame, fill: (visit: (cell: number) => void) => void): CountyCells {
  const placeOfCell = new Int32Array(frame.columns * frame.rows).fill(-1);
  let count = 0;
  fill((cell) => {
    if (placeOfCell[cell] === -1) count++;
    placeOfCell[cell] = 0;
  });
  const cells = new Int32Array(count);
  let place = 0;
  for (let cell = 0; cell < placeOfCell.length; cell++) {
    if (placeOfCell[cell] === -1) continue;
    cells[place] = cell;
    placeOfCell[cell] = place++;
  }
  return { frame, cells, placeOfCell };
}
