import type { RiverRow } from '#core/county/things.ts';
import { createCountyShape } from './county-shape.ts';
import { type ParkPlace, placeFacilities, type SitePlace } from './facility-places.ts';
import { createLandscape, type Landscape } from './landscape.ts';
import { createRandom } from './random.ts';
import { createRegions, type Regions } from './regions.ts';
import { createRivers } from './rivers.ts';
import { drawRoadLines, type RoadLine } from './road-lines.ts';
import { createRoadNetwork } from './road-network.ts';
import { placeSettlements, type SettlementPlace } from './settlement-places.ts';
import { createTerrain } from './terrain.ts';

/** Everything that is decided on the grid of cells, before there are codes and people. */
export interface Ground {
  readonly landscape: Landscape;
  readonly shape: Int16Array;
  readonly regions: Regions;
  readonly rivers: readonly RiverRow[];
  readonly settlements: readonly SettlementPlace[];
  readonly sites: readonly SitePlace[];
  readonly parks: readonly ParkPlace[];
  readonly roads: readonly RoadLine[];
}

const TOWNS = 18;
const VILLAGES = 175;
/** Natural villages and groups; with the 40 sites some 2,400 settlements. */
const SETTLEMENTS = 2360;
/** The settlement that no road joins to the others is one of the remotest. */
const ISLAND_RANK = 5;

/** Lays out land, water, borders, places and roads. */
export function createGround(seed: number): Ground {
  const landscape = createLandscape(createTerrain(seed));
  const shape = createCountyShape(seed, landscape);
  const regions = createRegions({
    landscape,
    shape,
    random: createRandom(seed, 'regions'),
    townCount: TOWNS,
    villageCount: VILLAGES,
  });
  const settlements = placeSettlements(landscape, regions, {
    count: SETTLEMENTS,
    random: createRandom(seed, 'settlement places'),
  });
  const { sites, parks } = placeFacilities({
    landscape,
    regions,
    settlements,
    random: createRandom(seed, 'facilities'),
  });
  const island = findIsland(settlements);
  const links = createRoadNetwork({
    landscape,
    shape,
    regions,
    settlements,
    sites: sites.map(({ cell }) => cell),
    industry: parks.map(({ cell }) => cell),
    island,
    random: createRandom(seed, 'roads'),
  });
  const places = new Set([...settlements, ...sites, ...parks].map(({ cell }) => cell));
  return {
    landscape,
    shape,
    regions,
    rivers: createRivers(landscape.flow, shape, createRandom(seed, 'rivers')),
    settlements,
    sites,
    parks,
    roads: drawRoadLines(links, (cell) => places.has(cell)),
  };
}

function findIsland(settlements: readonly SettlementPlace[]): number {
  const remote = settlements
    .filter(({ isSeat }) => !isSeat)
    .sort((a, b) => b.remoteness - a.remoteness || a.cell - b.cell);
  const place = remote[ISLAND_RANK];
  if (!place) throw new Error('There is no settlement to cut off.');
  return place.cell;
}
