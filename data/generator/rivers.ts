import type { RiverRow } from '#core/county/things.ts';
import type { Flow } from './flow.ts';
import { COUNTY_GRID, gridToLonLat, lonLatToGrid } from './grid.ts';
import { createPlaceNames, toEnglishName } from './names.ts';
import type { Random } from './random.ts';
import { type GridPoint, simplifyLine, smoothLine } from './smooth-line.ts';

/** A stream is drawn from this upstream area on: about 3.4 square kilometres. */
const DRAWN_STREAM_CELLS = 450;
const SHORTEST_DRAWN_CELLS = 8;

/** Cells of a stream from source to mouth, the junction with the larger stream included. */
interface Stem {
  readonly cells: readonly number[];
  readonly area: number;
}

/** The county's rivers from source to mouth, one row per Strahler order along each, largest order first. */
export function createRivers(flow: Flow, shape: Int16Array, random: Random): RiverRow[] {
  const strahler = computeStrahler(flow);
  const stems = findStems(flow);
  const junctions = new Set(stems.map(({ cells }) => cells[cells.length - 1]));
  const names = createPlaceNames(random, []);
  const rows: Omit<RiverRow, 'code'>[] = [];
  for (const [i, stem] of stems.entries()) {
    const parts = splitStem(stem.cells, shape, strahler);
    if (parts.length === 0) continue;
    const name = i === 0 ? '青江' : `${names.take()}${stem.area > 12_000 ? '河' : stem.area > 2500 ? '溪' : '沟'}`;
    for (const { cells, order } of parts) {
      rows.push({
        name,
        nameEn: name === '青江' ? 'Qing River' : toEnglishName(name),
        order,
        line: drawStream(cells, junctions),
      });
    }
  }
  rows.sort((a, b) => b.order - a.order);
  return rows.map((row, i) => ({ code: `RV${String(i + 1).padStart(4, '0')}`, ...row }));
}

const isDrawn = (flow: Flow, cell: number): boolean => (flow.area[cell] as number) >= DRAWN_STREAM_CELLS;

/** Strahler order by cell, 0 where no stream is drawn. */
function computeStrahler(flow: Flow): Uint8Array {
  const order = new Uint8Array(flow.area.length);
  const highest = new Uint8Array(flow.area.length);
  const countOfHighest = new Uint8Array(flow.area.length);
  for (let i = flow.order.length - 1; i >= 0; i--) {
    const cell = flow.order[i] as number;
    if (!isDrawn(flow, cell)) continue;
    const most = highest[cell] as number;
    order[cell] = most === 0 ? 1 : most + ((countOfHighest[cell] as number) > 1 ? 1 : 0);
    const below = flow.receiver[cell] as number;
    if (below < 0) continue;
    if ((order[cell] as number) > (highest[below] as number)) {
      highest[below] = order[cell] as number;
      countOfHighest[below] = 1;
    } else if (order[cell] === highest[below]) countOfHighest[below] = (countOfHighest[below] as number) + 1;
  }
  return order;
}

/** Streams followed up along the larger branch, largest first. */
function findStems(flow: Flow): Stem[] {
  const mainDonor = new Int32Array(flow.area.length).fill(-1);
  for (const cell of flow.order) {
    const below = flow.receiver[cell] as number;
    if (below < 0 || !isDrawn(flow, cell)) continue;
    const rival = mainDonor[below] as number;
    if (rival < 0 || (flow.area[cell] as number) > (flow.area[rival] as number)) mainDonor[below] = cell;
  }
  const stems: Stem[] = [];
  for (const cell of flow.order) {
    if (!isDrawn(flow, cell)) continue;
    const below = flow.receiver[cell] as number;
    if (below >= 0 && mainDonor[below] === cell) continue;
    const cells = below >= 0 ? [below] : [];
    for (let up = cell; up >= 0; up = mainDonor[up] as number) cells.push(up);
    stems.push({ cells: cells.reverse(), area: flow.area[cell] as number });
  }
  return stems.sort((a, b) => b.area - a.area);
}

/** Stretches inside the county, cut where the order changes; neighbours share a cell. */
function splitStem(
  cells: readonly number[],
  shape: Int16Array,
  strahler: Uint8Array,
): { cells: number[]; order: number }[] {
  const parts: { cells: number[]; order: number }[] = [];
  let current: { cells: number[]; order: number } | null = null;
  for (const [i, cell] of cells.entries()) {
    const isMouth = i === cells.length - 1;
    if (shape[cell] !== 0) {
      current = null;
      continue;
    }
    const order = strahler[cell] as number;
    if (current) current.cells.push(cell);
    if (!current || (order !== current.order && !isMouth)) {
      current = { cells: [cell], order };
      parts.push(current);
    }
  }
  return parts
    .filter((part) => part.cells.length > SHORTEST_DRAWN_CELLS || parts.length > 1)
    .filter((part) => part.cells.length > 1);
}

function drawStream(cells: readonly number[], junctions: ReadonlySet<number | undefined>): RiverRow['line'] {
  const points = cells.map(
    (cell): GridPoint => [(cell % COUNTY_GRID.columns) + 0.5, Math.floor(cell / COUNTY_GRID.columns) + 0.5],
  );
  const smooth = smoothLine(points, 4, (i) => junctions.has(cells[i]));
  const pinned = new Set(smooth.filter((_, i) => junctions.has(cells[i])));
  const line = simplifyLine(smooth, 0.1, (i) => pinned.has(smooth[i] as GridPoint));
  return { type: 'LineString', coordinates: line.map(([x, y]) => gridToLonLat(x, y)) };
}

/**
 * Lowers the elevation grid where needed so that it never rises along a river from source to mouth, in place.
 * Elevations are read at the cell under each tenth of a cell of the line.
 */
export function carveRivers(elevations: Int16Array, rivers: readonly RiverRow[]): void {
  const courses = rivers.map(({ line }) => cellsAlong(line.coordinates.map(lonLatToGrid)));
  for (let changes = 1; changes > 0; ) {
    changes = 0;
    for (const cells of courses) {
      let lowest = Infinity;
      for (const cell of cells) {
        const here = elevations[cell] as number;
        if (here > lowest) {
          elevations[cell] = lowest;
          changes++;
        } else lowest = here;
      }
    }
  }
}

function cellsAlong(points: readonly GridPoint[]): number[] {
  const cells: number[] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const [x1, y1] = points[i] as GridPoint;
    const [x2, y2] = points[i + 1] as GridPoint;
    const parts = Math.max(1, Math.ceil(10 * Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1))));
    for (let k = 0; k <= parts; k++) {
      const x = x1 + ((x2 - x1) * k) / parts;
      const y = y1 + ((y2 - y1) * k) / parts;
      const cell = Math.floor(y) * COUNTY_GRID.columns + Math.floor(x);
      if (cells[cells.length - 1] !== cell) cells.push(cell);
    }
  }
  return cells;
}
