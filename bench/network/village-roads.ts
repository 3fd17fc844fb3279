import type { RoadClass } from '#core/county/kinds.ts';
import type { Random } from '../random.ts';

/** A road between two neighbouring villages. */
export interface VillageRoad {
  /** Numbers of the villages. */
  readonly from: number;
  readonly to: number;
  readonly roadClass: RoadClass;
  readonly isOneWay: boolean;
}

/** Every so many rows and columns a through road. */
const COUNTY_ROAD_EVERY = 16;
const TOWNSHIP_ROAD_EVERY = 4;

/** How ready a road of the class is to be built: the tree takes the lowest first. */
const WEIGHT_OF_CLASS: Partial<Readonly<Record<RoadClass, number>>> = { X: 0.05, Y: 0.3 };

/** Share of the roads left out of the tree that are built all the same, and of these the share that is one-way. */
const CROSS_LINK_SHARE = 0.1;
const ONE_WAY_SHARE = 0.02;

/** One cut-off valley for so many villages, each a square of this many villages a side. */
const VILLAGES_PER_VALLEY = 1500;
const VALLEY_SIDE = 4;

interface Candidate extends VillageRoad {
  readonly weight: number;
}

/**
 * Roads between villages on a grid, numbered row by row: a tree of least weight, through roads and some cross links; no road leads into or out of
 * a cut-off valley, so that the network has several components.
 */
export function layVillageRoads(grid: {
  readonly villages: number;
  readonly columns: number;
  readonly random: Random;
}): readonly VillageRoad[] {
  const { villages, random } = grid;
  const valleys = placeValleys(grid);
  const candidates = listCandidates(grid)
    .filter(({ from, to }) => valleys[from] === valleys[to])
    .sort((a, b) => a.weight - b.weight || a.from - b.from || a.to - b.to);
  const parents = Int32Array.from({ length: villages }, (_, village) => village);
  return candidates.filter((road) => {
    const [a, b] = [findRoot(parents, road.from), findRoot(parents, road.to)];
    parents[a] = b;
    return a !== b || road.roadClass !== 'C' || random() < CROSS_LINK_SHARE;
  });
}

/** Every pair of neighbours with its class and weight. */
function listCandidates({ villages, columns, random }: Parameters<typeof layVillageRoads>[0]): readonly Candidate[] {
  const roads: Candidate[] = [];
  const add = (from: number, to: number, line: number): void => {
    const roadClass = classOfLine(line);
    const weight = random() * (WEIGHT_OF_CLASS[roadClass] ?? 1);
    roads.push({ from, to, roadClass, weight, isOneWay: roadClass === 'C' && random() < ONE_WAY_SHARE });
  };
  for (let village = 0; village < villages; village++) {
    const column = village % columns;
    if (column + 1 < columns && village + 1 < villages) add(village, village + 1, Math.floor(village / columns));
    if (village + columns < villages) add(village, village + columns, column);
  }
  return roads;
}

function classOfLine(line: number): RoadClass {
  if (line % COUNTY_ROAD_EVERY === COUNTY_ROAD_EVERY >> 1) return 'X';
  return line % TOWNSHIP_ROAD_EVERY === TOWNSHIP_ROAD_EVERY >> 1 ? 'Y' : 'C';
}

/** Number of the valley by village; 0 = the open country. */
function placeValleys({ villages, columns, random }: Parameters<typeof layVillageRoads>[0]): Int32Array {
  const valleys = new Int32Array(villages);
  const count = Math.max(1, Math.round(villages / VILLAGES_PER_VALLEY));
  for (let valley = 1; valley <= count; valley++) {
    const corner = Math.floor(random() * villages);
    for (let i = 0; i < VALLEY_SIDE * VALLEY_SIDE; i++) {
      const column = (corner % columns) + (i % VALLEY_SIDE);
      const village = corner + (i % VALLEY_SIDE) + Math.floor(i / VALLEY_SIDE) * columns;
      if (column < columns && village < villages) valleys[village] = valley;
    }
  }
  return valleys;
}

/** Root of a set, halving the path on the way. */
function findRoot(parents: Int32Array, start: number): number {
  let index = start;
  while (parents[index] !== index) {
    parents[index] = parents[parents[index] ?? 0] ?? 0;
    index = parents[index] ?? 0;
  }
  return index;
}
