import { dayToDate, type IsoDate } from '#core/county/dates.ts';
import type { AreaRow } from '#core/county/things.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { traceBorderArcs } from './border-arcs.ts';
import { drawBorderLines } from './border-lines.ts';
import { assemblePolygons } from './border-rings.ts';
import { DATA_DAY } from './calendar.ts';
import { createPlaceNames, TOWN_NAMES, toEnglishName } from './names.ts';
import { spreadOverPeriod } from './pace.ts';
import { createRandom } from './random.ts';
import type { Regions } from './regions.ts';

/** Code of the fictional county; 5299 is not a prefecture of Yunnan. */
export const COUNTY_CODE = '529901';
/** Priority villages that are to leave in each year of the campaign: 147 in all. */
export const PLANNED_EXITS: readonly (readonly [year: number, villages: number])[] = [
  [2024, 30],
  [2025, 30],
  [2026, 40],
  [2027, 47],
];
/** Of the exits planned for 2026, those that were confirmed by the data date. */
const EXITS_DONE_IN_2026 = 24;

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

/** The county, its towns and villages, with boundaries that share every vertex. */
export function createAreaRows({
  seed,
  regions,
  codes,
  named,
  seatOf,
  remoteness,
}: {
  seed: number;
  regions: Regions;
  codes: AreaCodes;
  named: NamedVillages;
  /** Position of a seat's cell. */
  seatOf: (cell: number) => LonLat;
  /** Mean remoteness of each village. */
  remoteness: readonly number[];
}): AreaRow[] {
  const lines = drawBorderLines(traceBorderArcs(regions.village));
  const townOf = (village: number): number => regions.townOfVillage[village] ?? -1;
  const county = assemblePolygons(lines, (village) => (village < 0 ? -1 : 0)).get(0);
  const towns = assemblePolygons(lines, (village) => (village < 0 ? -1 : townOf(village)));
  const villages = assemblePolygons(lines, (village) => village);
  if (!county) throw new Error('The county has no boundary.');
  const none = { priority: false, plannedExitYear: null, roadDuty: 'required', events: [] } as const;
  const townNames = nameTowns(townOf(named.shiping));
  const products = createRandom(seed, 'products');
  const rows: AreaRow[] = [
    {
      ...none,
      code: COUNTY_CODE,
      name: '青岭县',
      nameEn: 'Qingling County',
      level: 'county',
      parentCode: null,
      boundary: county,
      seat: seatOf(regions.townSeats[0] as number),
      leadingProduct: '茶叶',
    },
  ];
  for (const [town, code] of codes.towns.entries()) {
    const boundary = towns.get(town);
    const name = townNames[town] ?? '';
    const seat = seatOf(regions.townSeats[town] as number);
    if (!boundary) throw new Error(`Town ${code} has no boundary.`);
    const leadingProduct = products.pick(LEADING_PRODUCTS);
    rows.push({
      ...none,
      code,
      name,
      nameEn: toEnglishName(name),
      level: 'town',
      parentCode: COUNTY_CODE,
      boundary,
      seat,
      leadingProduct,
    });
  }
  const exits = planExits(seed, regions, remoteness);
  const names = nameVillages(seed, regions, named);
  for (const [village, code] of codes.villages.entries()) {
    const boundary = villages.get(village);
    const name = `${names[village]}村`;
    if (!boundary) throw new Error(`Village ${code} has no boundary.`);
    const exit = exits[village];
    rows.push({
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
    });
  }
  return rows;
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

/** The remoter villages are priority villages; the easier of them leave first. */
function planExits(
  seed: number,
  regions: Regions,
  remoteness: readonly number[],
): ({ readonly year: number; readonly on: IsoDate | null } | undefined)[] {
  const random = createRandom(seed, 'exits');
  const order = regions.townOfVillage
    .map((_, village) => ({ village, key: (remoteness[village] ?? 0) + 0.35 * random.next() }))
    .sort((a, b) => b.key - a.key);
  const priority = order
    .slice(
      0,
      PLANNED_EXITS.reduce((sum, [, count]) => sum + count, 0),
    )
    .reverse();
  const exits: ({ year: number; on: IsoDate | null } | undefined)[] = regions.townOfVillage.map(() => undefined);
  let next = 0;
  for (const [year, count] of PLANNED_EXITS) {
    // exits are confirmed in the last quarter; a few slip into the next spring
    const days = spreadOverPeriod(count, `${year}-09-01`, year === 2024 ? `${year}-12-18` : `${year + 1}-04-30`);
    for (const [i, { village }] of priority.slice(next, next + count).entries()) {
      const day = days[i] as number;
      const isDone = year < 2026 || (year === 2026 && i < EXITS_DONE_IN_2026);
      const capped = year === 2026 ? Math.min(day, DATA_DAY - 2) : day;
      exits[village] = { year, on: isDone ? dayToDate(capped) : null };
    }
    next += count;
  }
  return exits;
}
