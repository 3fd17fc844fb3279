import { COUNTY_GRID } from './grid.ts';
import type { Landscape } from './landscape.ts';
import type { Random } from './random.ts';
import type { Regions } from './regions.ts';

/** Where people live: one cell of the county grid. */
export interface SettlementPlace {
  readonly cell: number;
  readonly village: number;
  /** The village's seat is here. */
  readonly isSeat: boolean;
  /** 0 = flat by the stream, 1 and more = steep and high. */
  readonly remoteness: number;
}

const SPACING_CELLS = 4;
const SEAT_SPACING_CELLS = 4;
/** Settlements keep off the working lines between villages. */
const BORDER_CELLS = 2;

/** Scatters settlements over each village, dense in the valleys, in proportion to its habitable ground. */
export function placeSettlements(
  landscape: Landscape,
  regions: Regions,
  { count, random }: { count: number; random: Random },
): SettlementPlace[] {
  const taken = new Uint8Array(regions.village.length);
  const places: SettlementPlace[] = [];
  const add = (cell: number, village: number, isSeat: boolean): void => {
    places.push({ cell, village, isSeat, remoteness: remotenessOf(landscape, cell) });
    markAround(taken, cell, isSeat ? SEAT_SPACING_CELLS : SPACING_CELLS);
  };
  for (const [village, seat] of regions.villageSeats.entries()) add(seat, village, true);
  const pools = regions.villageSeats.map((): { cell: number; weight: number }[] => []);
  for (const [cell, village] of regions.village.entries()) {
    if (village < 0 || !isClearOfBorder(regions.village, cell)) continue;
    const weight = habitability(landscape, cell);
    if (weight > 0.02) pools[village]?.push({ cell, weight });
  }
  const shares = pools.map((pool) => 8 + Math.sqrt(pool.reduce((sum, { weight }) => sum + weight, 0)) * 0.8);
  const total = shares.reduce((sum, share) => sum + share, 0);
  const rest = count - places.length;
  let due = 0;
  for (const [village, pool] of pools.entries()) {
    due += ((shares[village] ?? 0) / total) * rest;
    const wanted = Math.round(due) - (places.length - regions.villageSeats.length);
    // cells with small keys first: the better a cell, the smaller its key tends to be
    const order = drawOrder(pool, random);
    let added = 0;
    for (const cell of order) {
      if (added === wanted) break;
      if (taken[cell]) continue;
      add(cell, village, false);
      added++;
    }
    due += added - wanted;
  }
  return places;
}

function habitability(landscape: Landscape, cell: number): number {
  const slope = (landscape.slope[cell] as number) / 0.14;
  const height = (landscape.heightAboveStream[cell] as number) / 130;
  const flat = landscape.flatness[cell] as number;
  const isRiver = (landscape.flow.area[cell] as number) > 450;
  return isRiver ? 0 : (0.12 + flat) / ((1 + slope * slope * slope * slope) * (1 + height * height));
}

function remotenessOf(landscape: Landscape, cell: number): number {
  const high = Math.max(0, (landscape.elevations[cell] as number) - 700) / 700;
  return high + (landscape.heightAboveStream[cell] as number) / 250 + (landscape.slope[cell] as number) * 1.2;
}

/** Cells in a random order in which the better ones tend to come first. */
function drawOrder(pool: readonly { cell: number; weight: number }[], random: Random): number[] {
  return pool
    .map(({ cell, weight }) => ({ cell, key: random.next() / weight }))
    .sort((a, b) => a.key - b.key || a.cell - b.cell)
    .map(({ cell }) => cell);
}

/** Whether all cells within `BORDER_CELLS` belong to the same village. */
export function isClearOfBorder(village: Int16Array, cell: number, distance = BORDER_CELLS): boolean {
  for (let rows = -distance; rows <= distance; rows++) {
    for (let columns = -distance; columns <= distance; columns++) {
      if (village[cell + rows * COUNTY_GRID.columns + columns] !== village[cell]) return false;
    }
  }
  return true;
}

/** Marks the cells of a disc. */
export function markAround(marks: Uint8Array, cell: number, radius: number): void {
  for (let rows = -radius; rows <= radius; rows++) {
    for (let columns = -radius; columns <= radius; columns++) {
      if (rows * rows + columns * columns > radius * radius) continue;
      const at = cell + rows * COUNTY_GRID.columns + columns;
      if (at >= 0 && at < marks.length) marks[at] = 1;
    }
  }
}
