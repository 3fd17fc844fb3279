import type { AreaRow } from '#core/county/things.ts';
import type { AreaGeometry } from '#core/geo/geometry.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { traceBorderArcs } from './border-arcs.ts';
import { drawBorderLines } from './border-lines.ts';
import { assemblePolygons } from './border-rings.ts';
import { createPlaceNames, TOWN_NAMES, toEnglishName } from './names.ts';
import { createRandom, type Random } from './random.ts';
import type { Regions } from './regions.ts';
import { planExits } from './village-exits.ts';

/** Code of the fictional county; 5299 is not a prefecture of Yunnan. */
export const COUNTY_CODE = '529901';
/** Villages with a part in the worked figures, by village number. */
export interface NamedVillages {
  /** 云台镇石坪村: 10.0 km planned, 3.0 km completed. */
  readonly shiping: number;
  /** 云台镇双河村: a ledger of 117 rows in which 28 households stand twice. */
  readonly shuanghe: number;
}

/** Codes of towns and villages by number. */
export interface AreaCodes {
  readonly towns: readonly string[];
  readonly villages: readonly string[];
}

/** Codes: town 3 digits in seat order, village 3 digits within its town. */
export function createAreaCodes(regions: Regions): AreaCodes {
  const towns = regions.townSeats.map((_, i) => `${COUNTY_CODE}${String(i + 1).padStart(3, '0')}`);
  const counters = towns.map(() => 0);
  const villages = regions.townOfVillage.map((town) => {
    counters[town] = (counters[town] ?? 0) + 1;
    return `${towns[town]}${String(counters[town]).padStart(3, '0')}`;
  });
  return { towns, villages };
}

/** What the rows of areas are made from. */
interface AreaInput {
  readonly seed: number;
  readonly regions: Regions;
  readonly codes: AreaCodes;
  readonly named: NamedVillages;
  /** Position of a seat's cell. */
  readonly seatOf: (cell: number) => LonLat;
  /** Mean remoteness of each village. */
  readonly remoteness: readonly number[];
}

interface Boundaries {
  readonly county: AreaGeometry;
  /** By town and by village number. */
  readonly towns: ReadonlyMap<number, AreaGeometry>;
  readonly villages: ReadonlyMap<number, AreaGeometry>;
}

/** What only villages have. */
const NO_VILLAGE = { priority: false, plannedExitYear: null, roadDuty: 'required', events: [] } as const;

/** The county, its towns and villages, with boundaries that share every vertex. */
export function createAreaRows(input: AreaInput): AreaRow[] {
  const boundaries = drawBoundaries(input.regions);
  const products = createRandom(input.seed, 'products');
  return [
    createCountyRow(input, boundaries.county),
    ...createTownRows(input, boundaries.towns, products),
    ...createVillageRows(input, boundaries.villages, products),
  ];
}

function drawBoundaries({ village, townOfVillage }: Regions): Boundaries {
  const lines = drawBorderLines(traceBorderArcs(village));
  const county = assemblePolygons(lines, (label) => (label < 0 ? -1 : 0)).get(0);
  if (!county) throw new Error('The county has no boundary.');
  return {
    county,
    towns: assemblePolygons(lines, (label) => (label < 0 ? -1 : (townOfVillage[label] ?? -1))),
    villages: assemblePolygons(lines, (label) => label),
  };
}

const createCountyRow = ({ regions, seatOf }: AreaInput, boundary: AreaGeometry): AreaRow => ({
  ...NO_VILLAGE,
  code: COUNTY_CODE,
  name: '青岭县',
  nameEn: 'Qingling County',
  level: 'county',
  parentCode: null,
  boundary,
  seat: seatOf(regions.townSeats[0] as number),
  leadingProduct: '茶叶',
});

function createTownRows(
  { regions, codes, named, seatOf }: AreaInput,
  boundaries: ReadonlyMap<number, AreaGeometry>,
  products: Random,
): AreaRow[] {
  const names = nameTowns(regions.townOfVillage[named.shiping] ?? -1);
  return codes.towns.map((code, town) => {
    const boundary = boundaries.get(town);
    const name = names[town] ?? '';
    if (!boundary) throw new Error(`Town ${code} has no boundary.`);
    return {
      ...NO_VILLAGE,
      code,
      name,
      nameEn: toEnglishName(name),
      level: 'town',
      parentCode: COUNTY_CODE,
      boundary,
      seat: seatOf(regions.townSeats[town] as number),
      leadingProduct: products.pick(LEADING_PRODUCTS),
    };
  });
}

function createVillageRows(
  { seed, regions, codes, named, seatOf, remoteness }: AreaInput,
  boundaries: ReadonlyMap<number, AreaGeometry>,
  products: Random,
): AreaRow[] {
  const exits = planExits(seed, remoteness);
  const names = nameVillages(seed, regions, named);
  return codes.villages.map((code, village) => {
    const boundary = boundaries.get(village);
    const name = `${names[village]}村`;
    if (!boundary) throw new Error(`Village ${code} has no boundary.`);
    const exit = exits[village];
    return {
      code,
      name,
      nameEn: toEnglishName(name),
      level: 'village',
      parentCode: code.slice(0, 9),
      boundary,
      seat: seatOf(regions.villageSeats[village] as number),
      priority: exit !== undefined,
      plannedExitYear: exit?.year ?? null,
      roadDuty: 'required',
      leadingProduct: products.pick(LEADING_PRODUCTS),
      events: exit?.on ? [{ kind: 'exit', on: exit.on }] : [],
    };
  });
}

/** What the land is known for. */
export const LEADING_PRODUCTS = [
  '茶叶',
  '食用菌',
  '辣椒',
  '生猪',
  '肉牛',
  '林下鸡',
  '中药材',
  '核桃',
  '李子',
  '高粱',
  '蔬菜',
  '蜂蜜',
] as const;

/** 云台镇 is the town of 石坪村; the county seat keeps its name. */
function nameTowns(yuntai: number): string[] {
  const names: string[] = [...TOWN_NAMES];
  const at = names.indexOf('云台镇');
  names[at] = names[yuntai] as string;
  names[yuntai] = '云台镇';
  return names;
}

function nameVillages(seed: number, regions: Regions, named: NamedVillages): string[] {
  const names = createPlaceNames(createRandom(seed, 'village names'), ['石坪', '双河']);
  return regions.townOfVillage.map((_, village) => {
    if (village === named.shiping) return '石坪';
    return village === named.shuanghe ? '双河' : names.take();
  });
}
