import type { AreaRow, SettlementRow } from '#core/county/things.ts';
import type { PolygonGeometry } from '#core/geo/geometry.ts';

/** Rectangle, counter-clockwise. */
export const createBox = (west: number, south: number, east: number, north: number): PolygonGeometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});

export const COUNTY = '529902';
export const WEST_TOWN = '529902101';
export const EAST_TOWN = '529902102';
/** South-west, north-west, south-east, north-east. */
export const VILLAGES = ['529902101201', '529902101202', '529902102201', '529902102202'] as const;
const [SOUTH_WEST, NORTH_WEST, SOUTH_EAST, NORTH_EAST] = VILLAGES;
/** The village with the market (`places.ts`). */
export const CENTRAL_VILLAGES: readonly string[] = [SOUTH_WEST];

const createArea = (
  row: Pick<AreaRow, 'code' | 'level' | 'name' | 'nameEn' | 'boundary' | 'seat'> & Partial<AreaRow>,
) =>
  ({
    parentCode: null,
    priority: false,
    plannedExitYear: null,
    roadDuty: 'required',
    leadingProduct: null,
    events: [],
    ...row,
  }) satisfies AreaRow;

/** County 0.04° x 0.02°, two towns side by side, each with a southern and a northern village of 0.02° x 0.01°. */
export const createAreas = (): readonly AreaRow[] => [
  createArea({
    code: COUNTY,
    level: 'county',
    name: '小石县',
    nameEn: 'Xiaoshi County',
    boundary: createBox(107.5, 27, 107.54, 27.02),
    seat: [107.51, 27.005],
  }),
  createArea({
    code: WEST_TOWN,
    level: 'town',
    parentCode: COUNTY,
    name: '西溪镇',
    nameEn: 'Xixi Town',
    boundary: createBox(107.5, 27, 107.52, 27.02),
    seat: [107.51, 27.005],
    leadingProduct: '茶叶',
  }),
  createArea({
    code: SOUTH_WEST,
    level: 'village',
    parentCode: WEST_TOWN,
    name: '石坪村',
    nameEn: 'Shiping Village',
    boundary: createBox(107.5, 27, 107.52, 27.01),
    seat: [107.51, 27.005],
    priority: true,
    plannedExitYear: 2024,
    events: [{ kind: 'exit', on: '2024-12-20' }],
  }),
  createArea({
    code: NORTH_WEST,
    level: 'village',
    parentCode: WEST_TOWN,
    name: '云台村',
    nameEn: 'Yuntai Village',
    boundary: createBox(107.5, 27.01, 107.52, 27.02),
    seat: [107.51, 27.015],
    priority: true,
    plannedExitYear: 2025,
  }),
  createArea({
    code: EAST_TOWN,
    level: 'town',
    parentCode: COUNTY,
    name: '东岭镇',
    nameEn: 'Dongling Town',
    boundary: createBox(107.52, 27, 107.54, 27.02),
    seat: [107.53, 27.005],
  }),
  createArea({
    code: SOUTH_EAST,
    level: 'village',
    parentCode: EAST_TOWN,
    name: '柳河村',
    nameEn: 'Liuhe Village',
    boundary: createBox(107.52, 27, 107.54, 27.01),
    seat: [107.53, 27.005],
    priority: true,
    plannedExitYear: 2026,
  }),
  createArea({
    code: NORTH_EAST,
    level: 'village',
    parentCode: EAST_TOWN,
    name: '高峰村',
    nameEn: 'Gaofeng Village',
    boundary: createBox(107.52, 27.01, 107.54, 27.02),
    seat: [107.53, 27.015],
  }),
];

const createSettlement = (
  row: Pick<SettlementRow, 'code' | 'name' | 'nameEn' | 'position' | 'registeredHouseholds' | 'registeredPeople'> &
    Partial<SettlementRow>,
) =>
  ({
    villageCode: row.code.slice(0, 12),
    kind: 'natural_village',
    elevationMeters: 900,
    residentHouseholds: row.registeredHouseholds,
    residentPeople: row.registeredPeople,
    roadDuty: 'required',
    siteCode: null,
    ...row,
  }) satisfies SettlementRow;

/** Every village has 50 registered households and 150 people, the county 200 and 600; 5 settlements reach the join threshold. */
export const createSettlements = (): readonly SettlementRow[] => [
  createSettlement({
    code: `${SOUTH_WEST}001`,
    name: '石坪',
    nameEn: 'Shiping',
    position: [107.51, 27.0055],
    registeredHouseholds: 50,
    registeredPeople: 150,
    residentPeople: 120,
  }),
  createSettlement({
    code: `${SOUTH_WEST}002`,
    name: '石坪安置点',
    nameEn: 'Shiping Relocation Site',
    kind: 'relocation_site',
    siteCode: 'site-1',
    position: [107.508, 27.0055],
    registeredHouseholds: 0,
    registeredPeople: 0,
  }),
  createSettlement({
    code: `${NORTH_WEST}001`,
    name: '云台',
    nameEn: 'Yuntai',
    position: [107.51, 27.0155],
    registeredHouseholds: 40,
    registeredPeople: 120,
  }),
  createSettlement({
    code: `${NORTH_WEST}002`,
    name: '岩脚组',
    nameEn: 'Yanjiao Group',
    kind: 'villager_group',
    position: [107.505, 27.018],
    registeredHouseholds: 10,
    registeredPeople: 30,
  }),
  createSettlement({
    code: `${SOUTH_EAST}001`,
    name: '柳河',
    nameEn: 'Liuhe',
    position: [107.53, 27.0055],
    registeredHouseholds: 30,
    registeredPeople: 90,
  }),
  createSettlement({
    code: `${SOUTH_EAST}002`,
    name: '滩头',
    nameEn: 'Tantou',
    position: [107.53, 27.002],
    registeredHouseholds: 20,
    registeredPeople: 60,
  }),
  createSettlement({
    code: `${NORTH_EAST}001`,
    name: '高峰',
    nameEn: 'Gaofeng',
    position: [107.53, 27.0155],
    registeredHouseholds: 40,
    registeredPeople: 120,
  }),
  createSettlement({
    code: `${NORTH_EAST}002`,
    name: '垭口',
    nameEn: 'Yakou',
    position: [107.535, 27.018],
    registeredHouseholds: 10,
    registeredPeople: 30,
    roadDuty: 'to_be_moved',
  }),
];
