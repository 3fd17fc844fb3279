import { COUNTY_GRID, distanceOnGrid } from './grid.ts';
import { makeRegionsSound, smoothLabels } from './labels.ts';
import type { Landscape } from './landscape.ts';
import type { Random } from './random.ts';
import { spreadFromSeeds } from './spread.ts';

/** Towns and villages as regions of grid cells. */
export interface Regions {
  /** Cell of each town's seat; the first is the county's. */
  readonly townSeats: readonly number[];
  /** Town of each village, by village number; villages are numbered town by town. */
  readonly townOfVillage: readonly number[];
  /** Cell of each village's seat. */
  readonly villageSeats: readonly number[];
  /** Village number by cell, -1 outside the county. */
  readonly village: Int16Array;
}

const TOWN_SPACING_METERS = 7800;
const TOWN_RIM_METERS = 2300;

/** Places the seats and spreads the towns and, inside each, its villages. */
export function createRegions({
  landscape,
  shape,
  random,
  townCount,
  villageCount,
}: {
  landscape: Landscape;
  shape: Int16Array;
  random: Random;
  townCount: number;
  villageCount: number;
}): Regions {
  const townSeats = placeTownSeats(landscape, shape, townCount);
  const isCounty = (cell: number): boolean => shape[cell] === 0;
  const towns = makeRegionsSound(
    smoothLabels(spreadFromSeeds(landscape, townSeats, isCounty), 4, (cell, to) => isCounty(cell) && to >= 0),
    isCounty,
  );
  const counts = shareVillages(towns, townCount, villageCount);
  const village = new Int16Array(shape.length).fill(-1);
  const townOfVillage: number[] = [];
  const villageSeats: number[] = [];
  for (const [town, seat] of townSeats.entries()) {
    const isTown = (cell: number): boolean => towns[cell] === town;
    const seeds = placeVillageSeats({ landscape, isTown, first: seat, count: counts[town] ?? 1, random, towns });
    const labels = spreadFromSeeds(landscape, seeds, isTown);
    for (const [cell, label] of labels.entries()) if (label >= 0) village[cell] = label + villageSeats.length;
    townOfVillage.push(...seeds.map(() => town));
    villageSeats.push(...seeds);
  }
  const mayChange = (cell: number, to: number): boolean =>
    to >= 0 && isCounty(cell) && townOfVillage[to] === townOfVillage[village[cell] as number];
  return {
    townSeats,
    townOfVillage,
    villageSeats,
    village: makeRegionsSound(smoothLabels(village, 4, mayChange), isCounty),
  };
}

/** The flattest places by larger streams, well apart; the county's seat is the best one near the middle. */
function placeTownSeats(landscape: Landscape, shape: Int16Array, count: number): number[] {
  const rim = Math.round(TOWN_RIM_METERS / COUNTY_GRID.widthMeters);
  const isDeepInside = (cell: number): boolean =>
    [rim, -rim, rim * COUNTY_GRID.columns, -rim * COUNTY_GRID.columns].every((offset) => shape[cell + offset] === 0);
  const middle = (COUNTY_GRID.rows / 2) * COUNTY_GRID.columns + COUNTY_GRID.columns / 2;
  const scored: { cell: number; score: number }[] = [];
  for (let cell = 0; cell < shape.length; cell++) {
    if (shape[cell] !== 0 || (landscape.heightAboveStream[cell] as number) > 40 || !isDeepInside(cell)) continue;
    const stream = Math.min(1, Math.sqrt(landscape.flow.area[cell] as number) / 120);
    scored.push({ cell, score: (landscape.flatness[cell] as number) + 0.25 * stream });
  }
  scored.sort((a, b) => b.score - a.score || a.cell - b.cell);
  const central = scored.find(({ cell }) => distanceOnGrid(cell, middle) < 9000);
  if (!central) throw new Error('No place for the county seat.');
  const seats = [central.cell];
  for (let spacing = TOWN_SPACING_METERS; seats.length < count; spacing *= 0.94) {
    for (const { cell } of scored) {
      if (seats.length === count) break;
      if (seats.every((seat) => distanceOnGrid(seat, cell) >= spacing)) seats.push(cell);
    }
  }
  return seats;
}

/** Villages by town in proportion to area, at least five, adding up to `villageCount`. */
function shareVillages(towns: Int16Array, townCount: number, villageCount: number): number[] {
  const cells = new Array<number>(townCount).fill(0);
  for (const town of towns) if (town >= 0) cells[town] = (cells[town] as number) + 1;
  const counts = cells.map(() => 5);
  for (let left = villageCount - 5 * townCount; left > 0; left--) {
    let neediest = 0;
    const need = (town: number): number => (cells[town] as number) / (counts[town] as number);
    for (let town = 1; town < townCount; town++) if (need(town) > need(neediest)) neediest = town;
    counts[neediest] = (counts[neediest] as number) + 1;
  }
  return counts;
}

function placeVillageSeats({
  landscape,
  isTown,
  first,
  count,
  random,
  towns,
}: {
  landscape: Landscape;
  isTown: (cell: number) => boolean;
  first: number;
  count: number;
  random: Random;
  towns: Int16Array;
}): number[] {
  const candidates: number[] = [];
  for (let cell = 0; cell < towns.length; cell++) {
    if (!isTown(cell) || !isTown(cell + 8) || !isTown(cell - 8)) continue;
    if (!isTown(cell + 8 * COUNTY_GRID.columns) || !isTown(cell - 8 * COUNTY_GRID.columns)) continue;
    const isLow = (landscape.heightAboveStream[cell] as number) < 90 && (landscape.slope[cell] as number) < 0.2;
    if (isLow && random.chance(0.25)) candidates.push(cell);
  }
  const seats = [first];
  const nearest = candidates.map((cell) => distanceOnGrid(cell, first));
  while (seats.length < count) {
    let best = 0;
    let bestScore = -1;
    for (const [i, cell] of candidates.entries()) {
      const score = (nearest[i] as number) * (0.75 + 0.5 * (landscape.flatness[cell] as number));
      if (score > bestScore) {
        best = i;
        bestScore = score;
      }
    }
    const seat = candidates[best] as number;
    seats.push(seat);
    for (const [i, cell] of candidates.entries())
      nearest[i] = Math.min(nearest[i] as number, distanceOnGrid(cell, seat));
  }
  return seats;
}
