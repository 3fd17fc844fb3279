import type { ParkKind, SiteLocationType } from '#core/county/kinds.ts';
import { COUNTY_GRID, distanceOnGrid } from './grid.ts';
import type { Landscape } from './landscape.ts';
import type { Random } from './random.ts';
import type { Regions } from './regions.ts';
import { isClearOfBorder, markAround, type SettlementPlace } from './settlement-places.ts';

/** A relocation site's cell. */
export interface SitePlace {
  readonly cell: number;
  readonly village: number;
  readonly locationType: SiteLocationType;
}

/** A park's or base's cell. */
export interface ParkPlace {
  readonly cell: number;
  readonly village: number;
  readonly kind: ParkKind;
}

const PARK_COUNTS: readonly (readonly [kind: ParkKind, count: number])[] = [
  ['industrial_park', 3],
  ['agricultural_park', 4],
  ['scenic_area', 3],
  ['community_factory', 18],
  ['base', 46],
  ['cooperative', 62],
];
const SITE_COUNTS: readonly (readonly [type: SiteLocationType, count: number])[] = [
  ['county_seat', 4],
  ['market_town', 14],
  ['park', 4],
  ['scenic_area', 2],
  ['central_village', 13],
  ['other', 3],
];

interface Search {
  readonly landscape: Landscape;
  readonly regions: Regions;
  readonly random: Random;
  readonly taken: Uint8Array;
}

/** Chooses flat, free ground for parks and bases, then for the relocation sites that lean on towns, parks and central villages. */
export function placeFacilities({
  landscape,
  regions,
  settlements,
  random,
}: {
  landscape: Landscape;
  regions: Regions;
  settlements: readonly SettlementPlace[];
  random: Random;
}): { sites: SitePlace[]; parks: ParkPlace[] } {
  const taken = new Uint8Array(regions.village.length);
  for (const { cell } of settlements) markAround(taken, cell, 2);
  const search: Search = { landscape, regions, random, taken };
  const parks = placeParks(search, settlements);
  return { sites: placeSites(search, settlements, parks), parks };
}

function placeParks(search: Search, settlements: readonly SettlementPlace[]): ParkPlace[] {
  const { regions, random } = search;
  const parks: ParkPlace[] = [];
  const seats = settlements.filter(({ isSeat }) => isSeat);
  for (const [kind, count] of PARK_COUNTS) {
    const towns = random.shuffle(regions.townSeats.slice(1));
    const villages = random.shuffle(
      kind === 'scenic_area' ? [...seats].sort((a, b) => b.remoteness - a.remoteness).slice(0, 40) : seats,
    );
    for (let i = 0; i < count; i++) {
      const isUrban = kind === 'industrial_park' || kind === 'community_factory';
      const town = i === 0 ? regions.townSeats[0] : towns[i % towns.length];
      const near = isUrban ? town : villages[i % villages.length]?.cell;
      if (near === undefined) continue;
      const reach = kind === 'industrial_park' ? 22 : kind === 'agricultural_park' ? 18 : 13;
      const cell = findFlatCell(search, near, { reach, spacing: isUrban || i < 4 ? 7 : 3 });
      parks.push({ cell, village: regions.village[cell] as number, kind });
    }
  }
  return parks;
}

function placeSites(search: Search, settlements: readonly SettlementPlace[], parks: readonly ParkPlace[]): SitePlace[] {
  const { regions, random } = search;
  const seatCells = random.shuffle(
    settlements.filter(({ isSeat, remoteness }) => isSeat && remoteness < 1.1).map(({ cell }) => cell),
  );
  const isTownSeat = new Set(regions.townSeats);
  const anchors: Record<SiteLocationType, readonly number[]> = {
    county_seat: [regions.townSeats[0] as number],
    market_town: regions.townSeats.slice(1),
    park: parks
      .filter(({ kind }) => kind === 'industrial_park' || kind === 'agricultural_park')
      .map(({ cell }) => cell),
    scenic_area: parks.filter(({ kind }) => kind === 'scenic_area').map(({ cell }) => cell),
    central_village: seatCells.filter((cell) => !isTownSeat.has(cell)),
    other: settlements.filter(({ isSeat, remoteness }) => !isSeat && remoteness < 0.5).map(({ cell }) => cell),
  };
  const sites: SitePlace[] = [];
  for (const [locationType, count] of SITE_COUNTS) {
    for (let i = 0; i < count; i++) {
      const list = anchors[locationType];
      const near = list[i % list.length] as number;
      const cell = findFlatCell(search, near, { reach: locationType === 'county_seat' ? 26 : 13, spacing: 5 });
      sites.push({ cell, village: regions.village[cell] as number, locationType });
    }
  }
  return sites;
}

/** The best free cell within `reach` cells of a place: flat, not far, not in a river; marks its surroundings as taken. */
function findFlatCell(search: Search, near: number, { reach, spacing }: { reach: number; spacing: number }): number {
  const { landscape, regions, random, taken } = search;
  let best = -1;
  let bestScore = -Infinity;
  for (let rows = -reach; rows <= reach; rows++) {
    for (let columns = -reach; columns <= reach; columns++) {
      const cell = near + rows * COUNTY_GRID.columns + columns;
      if (taken[cell] || (regions.village[cell] ?? -1) < 0 || !isClearOfBorder(regions.village, cell)) continue;
      if ((landscape.flow.area[cell] as number) > 1500) continue;
      const away = distanceOnGrid(cell, near) / (reach * COUNTY_GRID.heightMeters);
      const score =
        -4 * (landscape.slope[cell] as number) +
        (landscape.flatness[cell] as number) -
        0.6 * away +
        0.5 * random.next();
      if (score > bestScore) {
        best = cell;
        bestScore = score;
      }
    }
  }
  if (best < 0) throw new Error(`No free ground near cell ${near}.`);
  markAround(taken, best, spacing);
  return best;
}
