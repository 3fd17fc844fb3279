import { COUNTY_GRID, distanceOnGrid } from './grid.ts';
import type { Landscape } from './landscape.ts';
import type { Random } from './random.ts';
import type { Regions } from './regions.ts';
import { createRoadLinks, type RoadLinks, type Route } from './road-links.ts';
import { createPathFinder, type PathFinder, type PathRules } from './road-paths.ts';
import { isClearOfBorder, type SettlementPlace } from './settlement-places.ts';

/** What the roads are to reach. */
export interface RoadDemand {
  readonly landscape: Landscape;
  readonly shape: Int16Array;
  readonly regions: Regions;
  readonly settlements: readonly SettlementPlace[];
  /** Relocation sites. */
  readonly sites: readonly number[];
  /** Parks and bases. */
  readonly industry: readonly number[];
  /** A settlement that no road links to the others. */
  readonly island: number;
  readonly random: Random;
}

interface Builder extends RoadDemand {
  readonly links: RoadLinks;
  readonly paths: PathFinder;
  readonly isAllowed: (cell: number) => boolean;
  readonly rules: (gentleGrade: number, reuse: number) => PathRules;
}

/** How a kind of road is built: its next number, and the grade at which a metre costs twice as much. */
interface RoadKind {
  readonly next: () => Route;
  readonly gentleGrade: number;
}

const ISLAND_CELLS = 14;

/** Builds the network from the highway down to the path to the door; each road follows the least cost over the terrain. */
export function createRoadNetwork(demand: RoadDemand): RoadLinks {
  const links = createRoadLinks();
  const isAllowed = (cell: number): boolean =>
    demand.shape[cell] === 0 && distanceOnGrid(cell, demand.island) > ISLAND_CELLS * COUNTY_GRID.heightMeters;
  const builder: Builder = {
    ...demand,
    links,
    paths: createPathFinder(demand.landscape, links),
    isAllowed,
    rules: (gentleGrade, reuse) => ({ gentleGrade, reuse, isAllowed }),
  };
  buildHighways(builder);
  buildTownRoads(builder);
  buildVillageRoads(builder);
  buildGroupRoads(builder);
  buildIndustryRoads(builder);
  buildDoorRoads(builder);
  buildIsland(builder);
  return links;
}

/** National and provincial roads cross the county from border to border through the county seat. */
function buildHighways(builder: Builder): void {
  const seat = builder.regions.townSeats[0] as number;
  const border = (side: 'west' | 'east' | 'north' | 'south', at: number): number =>
    findBorderCell(builder.shape, side, at);
  const highways: readonly (readonly [number: string, ...waypoints: number[]])[] = [
    ['G321', border('west', 0.72), seat, border('east', 0.42)],
    ['S204', border('north', 0.76), seat, border('south', 0.3)],
    ['S305', border('west', 0.3), border('north', 0.5)],
    ['S311', seat, border('south', 0.72)],
  ];
  for (const [number, ...waypoints] of highways) {
    const cells: number[] = [];
    for (let i = 0; i + 1 < waypoints.length; i++) {
      const goal = waypoints[i + 1] as number;
      const rules = builder.rules(number.startsWith('G') ? 0.045 : 0.055, 0.4);
      const path = builder.paths.find(waypoints[i] as number, (cell) => cell === goal, rules);
      if (!path) throw new Error(`No way for ${number}.`);
      cells.push(...(i === 0 ? path : path.slice(1)));
    }
    builder.links.addRoute({ roadClass: number.startsWith('G') ? 'G' : 'S', number, roadFunction: null }, cells);
  }
}

/** The outermost county cell of a side, at a share of the grid's other extent. */
function findBorderCell(shape: Int16Array, side: 'west' | 'east' | 'north' | 'south', at: number): number {
  const { columns, rows } = COUNTY_GRID;
  const isRow = side === 'west' || side === 'east';
  const line = Math.round((isRow ? rows : columns) * at);
  const along = Array.from({ length: isRow ? columns : rows }, (_, i) =>
    isRow ? line * columns + i : i * columns + line,
  );
  if (side === 'east' || side === 'south') along.reverse();
  const cell = along.find((candidate) => shape[candidate] === 0);
  if (cell === undefined) throw new Error(`The county does not reach ${at} of its ${side} side.`);
  return cell;
}

/** County roads join each town's seat to the network and to its two nearest neighbours. */
function buildTownRoads(builder: Builder): void {
  const { townSeats } = builder.regions;
  let number = 0;
  const next = (): Route => ({ roadClass: 'X', number: `X${String(++number).padStart(3, '0')}`, roadFunction: null });
  const kind = { next, gentleGrade: 0.06 };
  const seat = townSeats[0] as number;
  const byDistance = [...townSeats].sort((a, b) => distanceOnGrid(a, seat) - distanceOnGrid(b, seat));
  for (const town of byDistance) joinToNetwork(builder, town, kind);
  for (const town of byDistance) {
    const neighbours = [...townSeats].sort((a, b) => distanceOnGrid(a, town) - distanceOnGrid(b, town)).slice(1, 3);
    for (const neighbour of neighbours) joinPair(builder, [town, neighbour], kind);
  }
}

/** Town roads reach each village's seat; some go on to the next village. */
function buildVillageRoads(builder: Builder): void {
  const { villageSeats, townOfVillage } = builder.regions;
  let number = 0;
  const next = (): Route => ({
    roadClass: 'Y',
    number: `Y${String(++number).padStart(3, '0')}`,
    roadFunction: 'village_access',
  });
  const kind = { next, gentleGrade: 0.075 };
  const nearTownFirst = villageSeats
    .map((cell, village) => ({
      cell,
      away: distanceOnGrid(cell, builder.regions.townSeats[townOfVillage[village] ?? 0] ?? cell),
    }))
    .sort((a, b) => a.away - b.away || a.cell - b.cell);
  for (const { cell } of nearTownFirst) joinToNetwork(builder, cell, kind);
  for (const cell of villageSeats) {
    if (!builder.random.chance(0.42)) continue;
    const near = [...villageSeats].sort((a, b) => distanceOnGrid(a, cell) - distanceOnGrid(b, cell)).slice(1, 4);
    joinPair(builder, [cell, builder.random.pick(near)], kind);
  }
}

/** Village roads reach settlements and sites, nearest to the network first; some close a loop. */
function buildGroupRoads(builder: Builder): void {
  let number = 0;
  const next = (): Route => ({
    roadClass: 'C',
    number: `C${String(++number).padStart(4, '0')}`,
    roadFunction: 'group_access',
  });
  const kind = { next, gentleGrade: 0.095 };
  for (const cell of builder.sites) joinToNetwork(builder, cell, { next, gentleGrade: 0.09 });
  const places = builder.settlements.filter(({ cell }) => builder.isAllowed(cell));
  const sorted = [...places].sort((a, b) => a.remoteness - b.remoteness || a.cell - b.cell);
  for (const { cell } of sorted) joinToNetwork(builder, cell, kind);
  for (const place of places) {
    if (!builder.random.chance(0.13)) continue;
    const near = places
      .filter((other) => other !== place && other.village === place.village)
      .sort((a, b) => distanceOnGrid(a.cell, place.cell) - distanceOnGrid(b.cell, place.cell))[builder.random.int(3)];
    if (near) joinPair(builder, [place.cell, near.cell], kind);
  }
}

/** Branches to parks and bases, and a few forest roads that end in the hills. */
function buildIndustryRoads(builder: Builder): void {
  let number = 5000;
  const next = (): Route => ({ roadClass: 'C', number: `C${++number}`, roadFunction: 'industry' });
  for (const cell of builder.industry) joinToNetwork(builder, cell, { next, gentleGrade: 0.095 });
}

/** Short branches between the houses of a settlement. */
function buildDoorRoads(builder: Builder): void {
  let number = 7000;
  const next = (): Route => ({ roadClass: 'C', number: `C${++number}`, roadFunction: 'door' });
  for (const { cell, remoteness } of builder.settlements) {
    const wanted = remoteness < 0.6 ? builder.random.between(0, 2) : builder.random.between(0, 1);
    for (let i = 0; i < wanted; i++) {
      const columns = builder.random.between(-3, 3);
      const rows = builder.random.between(-3, 3);
      const door = cell + rows * COUNTY_GRID.columns + columns;
      if (
        columns * columns + rows * rows < 2 ||
        builder.links.has(door) ||
        !isClearOfBorder(builder.regions.village, door)
      )
        continue;
      if ((builder.landscape.slope[door] as number) < 0.4) joinToNetwork(builder, door, { next, gentleGrade: 0.12 });
    }
  }
}

/** The cut-off settlement has roads of its own. */
function buildIsland(builder: Builder): void {
  const { island, links, paths, random } = builder;
  const route: Route = { roadClass: 'C', number: 'C9001', roadFunction: 'group_access' };
  for (let i = 0; i < 3; i++) {
    const end = island + random.between(-7, 7) * COUNTY_GRID.columns + (i === 0 ? -8 : 6 + i);
    const isAllowed = (cell: number): boolean =>
      builder.shape[cell] === 0 && distanceOnGrid(cell, island) < (ISLAND_CELLS - 2) * COUNTY_GRID.heightMeters;
    const path = paths.find(end, (cell) => cell === island, { gentleGrade: 0.09, reuse: 0.3, isAllowed });
    if (path) links.addRoute(route, path);
  }
}

/** Builds from a cell to the nearest road, unless it lies on one. */
function joinToNetwork(builder: Builder, cell: number, { next, gentleGrade }: RoadKind): void {
  if (builder.links.has(cell) || !builder.isAllowed(cell)) return;
  const path = builder.paths.find(cell, (other) => builder.links.has(other), builder.rules(gentleGrade, 1));
  if (path) builder.links.addRoute(next(), path);
}

/** Builds the missing part of a direct way between two places, when at least 35 % of the way is missing. */
function joinPair(builder: Builder, [a, b]: readonly [number, number], { next, gentleGrade }: RoadKind): void {
  if (!builder.isAllowed(a) || !builder.isAllowed(b)) return;
  const path = builder.paths.find(a, (cell) => cell === b, builder.rules(gentleGrade, 0.45));
  if (!path) return;
  const isNew = path.slice(1).map((cell, i) => !builder.links.hasLink(path[i] as number, cell));
  if (isNew.filter(Boolean).length >= 0.35 * isNew.length) builder.links.addRoute(next(), path);
}
