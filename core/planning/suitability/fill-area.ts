import { polygonsOf } from '../../geo/geodesic-area.ts';
import type { AreaGeometry } from '../../geo/geometry.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import { BOUNDARY_TOLERANCE_DEGREES, isPointInArea } from '../../geo/point-in-polygon.ts';
import type { GridFrame } from './grid-frame.ts';

/** Room around the tolerance within which a centre counts as on a boundary. */
const NEAR_DEGREES = 3 * BOUNDARY_TOLERANCE_DEGREES;

/**
 * Names every cell whose centre `isPointInArea` finds in a surface, by scanlines: the same crossings with the same arithmetic, row by row; centres so
 * near to an edge that they may count as on it are asked one by one. A cell may be named more than once.
 */
export function fillArea(frame: GridFrame, area: AreaGeometry, visit: (cell: number) => void): void {
  for (const rings of polygonsOf(area)) {
    const crossings = new Map<number, number[]>();
    for (const ring of rings) {
      for (let i = 1; i < ring.length; i++) {
        const from = ring[i - 1];
        const to = ring[i];
        if (!from || !to) continue;
        collectCrossings(frame, [from, to], crossings);
        visitOnEdge(frame, [from, to], (cell, centre) => {
          if (isPointInArea(centre, area)) visit(cell);
        });
      }
    }
    for (const [row, lons] of crossings)
      fillRow(
        frame,
        row,
        lons.sort((a, b) => a - b),
        visit,
      );
  }
}

/** Adds the longitude at which an edge crosses each row. */
function collectCrossings(
  frame: GridFrame,
  [from, to]: readonly [LonLat, LonLat],
  crossings: Map<number, number[]>,
): void {
  const first = findRow(frame, Math.max(from[1], to[1]) + NEAR_DEGREES);
  for (let row = first; row < frame.rows; row++) {
    const y = frame.latOfRow[row] as number;
    if (y < Math.min(from[1], to[1]) - NEAR_DEGREES) break;
    if (from[1] > y === to[1] > y) continue;
    const lon = from[0] + ((y - from[1]) / (to[1] - from[1])) * (to[0] - from[0]);
    const lons = crossings.get(row);
    if (lons) lons.push(lon);
    else crossings.set(row, [lon]);
  }
}

/** A centre is inside where an odd number of crossings lies east of it. */
function fillRow(frame: GridFrame, row: number, lons: readonly number[], visit: (cell: number) => void): void {
  for (let i = 0; i + 1 < lons.length; i += 2) {
    const west = lons[i] as number;
    const east = lons[i + 1] as number;
    for (let column = findColumn(frame, west); column < frame.columns; column++) {
      if (!((frame.lonOfColumn[column] as number) < east)) break;
      visit(row * frame.columns + column);
    }
  }
}

/** Names the cells whose centres may count as on an edge. */
function visitOnEdge(
  frame: GridFrame,
  [from, to]: readonly [LonLat, LonLat],
  visit: (cell: number, centre: LonLat) => void,
): void {
  const south = Math.min(from[1], to[1]) - NEAR_DEGREES;
  for (let row = findRow(frame, Math.max(from[1], to[1]) + NEAR_DEGREES); row < frame.rows; row++) {
    const y = frame.latOfRow[row] as number;
    if (y < south) break;
    const [west, east] = spanAt(from, to, y);
    for (let column = findColumn(frame, west - NEAR_DEGREES); column < frame.columns; column++) {
      const lon = frame.lonOfColumn[column] as number;
      if (lon > east + NEAR_DEGREES) break;
      visit(row * frame.columns + column, [lon, y]);
    }
  }
}

/** West and east end of the part of an edge that lies within the tolerance of a latitude. */
function spanAt([x1, y1]: LonLat, [x2, y2]: LonLat, y: number): readonly [number, number] {
  const rise = y2 - y1;
  if (Math.abs(rise) <= 2 * NEAR_DEGREES) return [Math.min(x1, x2), Math.max(x1, x2)];
  const lonAt = (at: number) => x1 + Math.min(1, Math.max(0, (at - y1) / rise)) * (x2 - x1);
  const a = lonAt(y - NEAR_DEGREES);
  const b = lonAt(y + NEAR_DEGREES);
  return [Math.min(a, b), Math.max(a, b)];
}

/** First row whose centre is not north of a latitude. */
function findRow({ latOfRow, rows }: GridFrame, lat: number): number {
  let low = 0;
  let high = rows;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((latOfRow[middle] as number) > lat) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** First column whose centre is not west of a longitude. */
function findColumn({ lonOfColumn, columns }: GridFrame, lon: number): number {
  let low = 0;
  let high = columns;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lonOfColumn[middle] as number) < lon) low = middle + 1;
    else high = middle;
  }
  return low;
}
