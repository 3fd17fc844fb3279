import { dayToDate } from '#core/county/dates.ts';
import type { ParkKind } from '#core/county/kinds.ts';
import type { AreaRow, ParkRow } from '#core/county/things.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { createBlob } from './blob.ts';
import type { ParkPlace } from './facility-places.ts';
import { toEnglishName, toPinyin } from './names.ts';
import { spreadOverPeriod } from './pace.ts';
import { createRandom, type Random } from './random.ts';

/** Unit in which a product is planned. */
const UNITS: Readonly<Record<string, string>> = {
  茶叶: '亩',
  食用菌: '万袋',
  辣椒: '亩',
  生猪: '头',
  肉牛: '头',
  林下鸡: '羽',
  中药材: '亩',
  核桃: '亩',
  李子: '亩',
  高粱: '亩',
  蔬菜: '亩',
  蜂蜜: '群',
};
const KIND_NAMES: Readonly<Record<ParkKind, readonly [zh: string, en: string]>> = {
  industrial_park: ['工业园区', 'Industrial Park'],
  agricultural_park: ['特色农业园区', 'Agricultural Park'],
  scenic_area: ['景区', 'Scenic Area'],
  community_factory: ['帮扶车间', 'Community Factory'],
  base: ['基地', 'Base'],
  cooperative: ['专业合作社', 'Cooperative'],
  belt: ['产业带', 'Belt'],
};
const SCALES: Readonly<Record<string, readonly [least: number, most: number]>> = {
  亩: [120, 2600],
  万袋: [10, 160],
  头: [150, 2400],
  羽: [2000, 26000],
  群: [80, 700],
  人次: [30000, 220000],
  岗位: [30, 700],
};
const FACTORY_PRODUCTS = ['服装加工', '电子元件', '竹木制品', '农产品加工'];
const LINKAGES = ['务工就业', '土地流转', '订单收购', '入股分红'];

/** Parks, bases, cooperatives, community factories and three belts. */
export function createParkRows({
  seed,
  places,
  areas,
  areaCodeOf,
  positionOf,
  accessOf,
}: {
  seed: number;
  places: readonly ParkPlace[];
  areas: ReadonlyMap<string, AreaRow>;
  areaCodeOf: (village: number) => string;
  positionOf: (cell: number) => LonLat;
  accessOf: (cell: number) => LonLat;
}): ParkRow[] {
  const random = createRandom(seed, 'park rows');
  const rows = places.map(({ kind, village, cell }) => {
    const areaCode = areaCodeOf(village);
    const area = areas.get(areaCode) as AreaRow;
    const town = areas.get(areaCode.slice(0, 9)) as AreaRow;
    const product = productOf(kind, area, random);
    const short = (kind === 'base' || kind === 'cooperative' ? area.name : town.name).slice(0, -1);
    const middle = kind === 'base' || kind === 'cooperative' || kind === 'community_factory' ? product : '';
    return {
      name: `${short}${middle}${KIND_NAMES[kind][0]}`,
      nameEn: [toPinyin(short), middle ? toPinyin(middle) : '', KIND_NAMES[kind][1]].filter(Boolean).join(' '),
      areaCode,
      kind,
      product,
      position: positionOf(cell),
      outline: outlineOf(kind, positionOf(cell), random),
      accessPoint: accessOf(cell),
      ...scaleOf(kind, product, random),
    };
  });
  const belts = createBelts(areas, random);
  return [...rows, ...belts].map((row, i) => ({ code: `CY${String(i + 1).padStart(3, '0')}`, ...row }));
}

function productOf(kind: ParkKind, area: AreaRow, random: Random): string {
  if (kind === 'industrial_park') return '农产品加工';
  if (kind === 'scenic_area') return '乡村旅游';
  if (kind === 'community_factory') return random.pick(FACTORY_PRODUCTS);
  return area.leadingProduct ?? '茶叶';
}

function outlineOf(kind: ParkKind, centre: LonLat, random: Random): ParkRow['outline'] {
  const radius: Partial<Record<ParkKind, number>> = {
    industrial_park: 420,
    agricultural_park: 780,
    scenic_area: 900,
    base: 170,
  };
  const radiusMeters = radius[kind];
  return radiusMeters
    ? createBlob(centre, { radiusMeters, stretch: 1.5, direction: 0.4 + random.next() * 0.5 }, random)
    : null;
}

/** Planned and achieved scale, jobs and linked households. */
function scaleOf(
  kind: ParkKind,
  product: string,
  random: Random,
): Pick<
  ParkRow,
  'plannedScale' | 'scaleUnit' | 'leadingEnterprise' | 'jobs' | 'householdsLinked' | 'linkage' | 'events'
> {
  const unit = UNITS[product] ?? (kind === 'scenic_area' ? '人次' : '岗位');
  const [least, most] = SCALES[unit] ?? [10, 100];
  const isPark = kind === 'industrial_park' || kind === 'agricultural_park' || kind === 'scenic_area';
  const size = isPark ? 0.5 + 0.5 * random.next() : 0.5 * random.next() * random.next();
  const plannedScale = Math.round((least + (most - least) * size) / 10) * 10;
  const reached = 0.45 + 0.5 * random.next();
  const steps = spreadOverPeriod(random.between(3, 6), '2024-03-20', '2026-11-10');
  const jobs =
    kind === 'industrial_park' ? random.between(600, 1400) : isPark ? random.between(120, 420) : random.between(4, 60);
  return {
    plannedScale,
    scaleUnit: unit,
    leadingEnterprise: isPark ? '青岭县农业产业发展有限公司' : null,
    jobs,
    householdsLinked: isPark ? random.between(160, 520) : random.between(12, 90),
    linkage: random.pick(LINKAGES),
    events: steps.map((day, i) => ({
      kind: 'achieved' as const,
      on: dayToDate(day),
      amount: Math.round((plannedScale * reached * (i + 1)) / steps.length),
    })),
  };
}

/** Long strips along the valleys of three products. */
function createBelts(areas: ReadonlyMap<string, AreaRow>, random: Random): Omit<ParkRow, 'code'>[] {
  const centres: readonly (readonly [name: string, product: string, lon: number, lat: number])[] = [
    ['北部茶叶产业带', '茶叶', 107.42, 27.09],
    ['中部食用菌产业带', '食用菌', 107.52, 26.985],
    ['南部中药材产业带', '中药材', 107.5, 26.86],
  ];
  const county = [...areas.values()].find(({ level }) => level === 'county') as AreaRow;
  return centres.map(([name, product, lon, lat]) => ({
    name,
    nameEn: `${toEnglishName(name.slice(0, -3))} ${KIND_NAMES.belt[1]}`,
    areaCode: county.code,
    kind: 'belt',
    product,
    position: [lon, lat],
    outline: createBlob([lon, lat], { radiusMeters: 2300, stretch: 4.2, direction: 0.52 }, random),
    accessPoint: [lon, lat],
    ...scaleOf('belt', product, random),
  }));
}
