import type { SheetProjection } from './sheet-projection.ts';

/** Letters across; I and O look like numbers. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
/** A cut square at an edge that shows less than this share of a whole one joins its neighbour. */
const LEAST_SHARE = 0.2;

/** Reference squares of a sheet: bounds along both axes in millimetres, and the name of the square at a point. */
export interface ReferenceSquares {
  /** Left edges of the columns and the right edge of the last. */
  readonly columnEdges: readonly number[];
  readonly rowEdges: readonly number[];
  columnName(index: number): string;
  rowName(index: number): string;
  /** `C4`; points outside the map belong to the nearest square. */
  nameAt(x: number, y: number): string;
}

/** Squares on the kilometre grid: letters from the west, numbers from the north. */
export function createReferenceSquares(projection: SheetProjection, squareMeters: number): ReferenceSquares {
  const { map, metersPerMillimeter } = projection;
  const side = squareMeters / metersPerMillimeter;
  const [west, north] = projection.paperToPlane([map.x, map.y]);
  // paper position of the first grid line inside the frame
  const firstX = map.x + (Math.ceil(west / squareMeters) * squareMeters - west) / metersPerMillimeter;
  const firstY = map.y + (north - Math.floor(north / squareMeters) * squareMeters) / metersPerMillimeter;
  const columnEdges = edges(map.x, map.x + map.width, { first: firstX, side });
  const rowEdges = edges(map.y, map.y + map.height, { first: firstY, side });
  const columnName = (index: number): string => LETTERS[index % LETTERS.length] ?? 'A';
  const rowName = (index: number): string => String(index + 1);
  return {
    columnEdges,
    rowEdges,
    columnName,
    rowName,
    nameAt: (x, y) => `${columnName(indexAt(columnEdges, x))}${rowName(indexAt(rowEdges, y))}`,
  };
}

function edges(from: number, to: number, lines: { readonly first: number; readonly side: number }): number[] {
  const inner: number[] = [];
  for (let at = lines.first; at < to; at += lines.side) inner.push(at);
  const least = lines.side * LEAST_SHARE;
  const kept = inner.filter((at) => at - from >= least && to - at >= least);
  return [from, ...kept, to];
}

function indexAt(list: readonly number[], value: number): number {
  let index = 0;
  while (index + 2 < list.length && value >= (list[index + 1] ?? Infinity)) index++;
  return index;
}
