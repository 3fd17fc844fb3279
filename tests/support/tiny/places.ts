import type {
  ConstraintRow,
  HazardRow,
  ParkRow,
  RiverRow,
  ServiceRow,
  SiteFacility,
  SiteRow,
} from '#core/county/things.ts';
import { createBox, VILLAGES } from './areas.ts';

const [SOUTH_WEST, NORTH_WEST, SOUTH_EAST, NORTH_EAST] = VILLAGES;

const facility = (kind: SiteFacility['kind'], presentSince: string | null): SiteFacility => ({ kind, presentSince });

/** site-1 full and moved in (capacity 2, assigned 2), site-2 begun (capacity 4, assigned 1); facilities 5 of 8 present. */
export const createSites = (): readonly SiteRow[] => [
  {
    code: 'site-1',
    name: '石坪安置点',
    nameEn: 'Shiping Site',
    areaCode: SOUTH_WEST,
    position: [107.508, 27.0055],
    outline: createBox(107.5075, 27.005, 107.5085, 27.006),
    accessPoint: [107.508, 27.005],
    locationType: 'county_seat',
    capacityHouseholds: 2,
    capacityPeople: 8,
    costYuan: 1_200_000,
    deadline: '2025-12-31',
    facilities: [
      facility('clinic', '2025-09-01'),
      facility('water', '2025-06-30'),
      facility('power', '2025-06-30'),
      facility('school_within_reach', null),
    ],
    hazardAssessment: { number: '地评〔2024〕1号', on: '2024-03-15', conclusion: '适宜' },
    events: [
      { kind: 'stage', on: '2024-01-10', value: 'sited' },
      { kind: 'stage', on: '2024-03-20', value: 'plan_approved' },
      { kind: 'stage', on: '2024-05-01', value: 'land_acquired' },
      { kind: 'stage', on: '2024-07-01', value: 'begun' },
      { kind: 'stage', on: '2025-06-30', value: 'structure_done' },
      { kind: 'stage', on: '2025-08-20', value: 'accepted' },
      { kind: 'stage', on: '2025-09-15', value: 'handed_over' },
      { kind: 'stage', on: '2025-10-01', value: 'moved_in' },
    ],
  },
  {
    code: 'site-2',
    name: '柳河安置点',
    nameEn: 'Liuhe Site',
    areaCode: SOUTH_EAST,
    position: [107.533, 27.0055],
    outline: null,
    accessPoint: [107.533, 27.005],
    locationType: 'central_village',
    capacityHouseholds: 4,
    capacityPeople: null,
    costYuan: null,
    deadline: '2027-06-30',
    facilities: [
      facility('road', '2025-12-01'),
      facility('power', '2026-03-01'),
      facility('water', null),
      facility('communications', null),
    ],
    hazardAssessment: null,
    events: [
      { kind: 'stage', on: '2025-01-10', value: 'sited' },
      { kind: 'stage', on: '2025-05-20', value: 'plan_approved' },
      { kind: 'stage', on: '2025-11-01', value: 'begun' },
    ],
  },
];

/** hz-1 threatens four relocation households; hz-2 was struck off. */
export const createHazards = (): readonly HazardRow[] => [
  {
    code: 'hz-1',
    name: '石坪滑坡',
    nameEn: 'Shiping Landslide',
    areaCode: SOUTH_WEST,
    kind: 'landslide',
    sizeClass: 'medium',
    position: [107.512, 27.006],
    threatenedArea: createBox(107.511, 27.0055, 107.513, 27.0065),
    threatenedHouseholds: 4,
    threatenedPeople: 12,
    responsiblePost: '村支书',
    treatment: 'relocate',
    events: [],
  },
  {
    code: 'hz-2',
    name: '垭口崩塌',
    nameEn: 'Yakou Rockfall',
    areaCode: NORTH_EAST,
    kind: 'rockfall',
    sizeClass: 'small',
    position: [107.536, 27.019],
    threatenedArea: null,
    threatenedHouseholds: 0,
    threatenedPeople: 0,
    responsiblePost: null,
    treatment: 'engineer',
    events: [{ kind: 'struck_off', on: '2026-05-01' }],
  },
];

const createPark = (
  row: Pick<ParkRow, 'code' | 'name' | 'nameEn' | 'areaCode' | 'kind' | 'product' | 'position'> & Partial<ParkRow>,
) =>
  ({
    outline: null,
    accessPoint: row.position,
    plannedScale: null,
    scaleUnit: null,
    leadingEnterprise: null,
    jobs: null,
    householdsLinked: null,
    linkage: null,
    events: [],
    ...row,
  }) satisfies ParkRow;

/** A park, a base (planned 100 亩, achieved 40 by 2025 and 60 by 2026) and a cooperative. */
export const createParks = (): readonly ParkRow[] => [
  createPark({
    code: 'park-1',
    name: '西溪产业园',
    nameEn: 'Xixi Industrial Park',
    areaCode: SOUTH_WEST,
    kind: 'industrial_park',
    product: '服装加工',
    position: [107.504, 27.0045],
    outline: createBox(107.503, 27.004, 107.505, 27.005),
    accessPoint: [107.504, 27.005],
    leadingEnterprise: '西溪制衣厂',
    jobs: 60,
    householdsLinked: 2,
    linkage: '务工',
  }),
  createPark({
    code: 'park-2',
    name: '云台茶叶基地',
    nameEn: 'Yuntai Tea Base',
    areaCode: NORTH_WEST,
    kind: 'base',
    product: '茶叶',
    position: [107.515, 27.017],
    plannedScale: 100,
    scaleUnit: '亩',
    events: [
      { kind: 'achieved', on: '2025-06-30', amount: 40 },
      { kind: 'achieved', on: '2026-06-30', amount: 60 },
    ],
  }),
  createPark({
    code: 'park-3',
    name: '柳河合作社',
    nameEn: 'Liuhe Cooperative',
    areaCode: SOUTH_EAST,
    kind: 'cooperative',
    product: '生猪',
    position: [107.527, 27.004],
    plannedScale: 200,
    scaleUnit: '头',
    householdsLinked: 4,
    linkage: '入股分红',
    events: [{ kind: 'achieved', on: '2025-12-31', amount: 200 }],
  }),
];

/** Seats of both towns and all villages, one school, clinic and market. */
export const createServices = (): readonly ServiceRow[] => [
  {
    code: 'srv-clinic-1',
    name: '柳河卫生室',
    nameEn: 'Liuhe Clinic',
    areaCode: SOUTH_EAST,
    kind: 'clinic',
    position: [107.5305, 27.0052],
  },
  {
    code: 'srv-market-1',
    name: '西溪集市',
    nameEn: 'Xixi Market',
    areaCode: SOUTH_WEST,
    kind: 'market',
    position: [107.509, 27.0048],
  },
  {
    code: 'srv-school-1',
    name: '西溪小学',
    nameEn: 'Xixi School',
    areaCode: SOUTH_WEST,
    kind: 'school',
    position: [107.5105, 27.0052],
  },
  {
    code: 'srv-town-1',
    name: '西溪镇政府',
    nameEn: 'Xixi Town Government',
    areaCode: SOUTH_WEST,
    kind: 'town_government',
    position: [107.51, 27.005],
  },
  {
    code: 'srv-town-2',
    name: '东岭镇政府',
    nameEn: 'Dongling Town Government',
    areaCode: SOUTH_EAST,
    kind: 'town_government',
    position: [107.53, 27.005],
  },
  {
    code: 'srv-village-1',
    name: '石坪村委会',
    nameEn: 'Shiping Village Committee',
    areaCode: SOUTH_WEST,
    kind: 'village_committee',
    position: [107.51, 27.005],
  },
  {
    code: 'srv-village-2',
    name: '云台村委会',
    nameEn: 'Yuntai Village Committee',
    areaCode: NORTH_WEST,
    kind: 'village_committee',
    position: [107.51, 27.015],
  },
  {
    code: 'srv-village-3',
    name: '柳河村委会',
    nameEn: 'Liuhe Village Committee',
    areaCode: SOUTH_EAST,
    kind: 'village_committee',
    position: [107.53, 27.005],
  },
  {
    code: 'srv-village-4',
    name: '高峰村委会',
    nameEn: 'Gaofeng Village Committee',
    areaCode: NORTH_EAST,
    kind: 'village_committee',
    position: [107.53, 27.015],
  },
];

export const createConstraints = (): readonly ConstraintRow[] => [
  {
    code: 'con-1',
    name: '基本农田一片',
    nameEn: 'Farmland 1',
    kind: 'basic_farmland',
    effect: 'forbidden',
    boundary: createBox(107.522, 27.002, 107.526, 27.004),
    source: '三区三线',
    on: '2023-06-30',
  },
  {
    code: 'con-2',
    name: '陡坡一片',
    nameEn: 'Steep slope 1',
    kind: 'steep_slope',
    effect: 'argued',
    boundary: createBox(107.536, 27.017, 107.539, 27.019),
    source: 'DEM',
    on: '2024-01-01',
  },
  {
    code: 'con-3',
    name: '断裂带',
    nameEn: 'Fault zone',
    kind: 'fault_zone',
    effect: 'hint',
    boundary: createBox(107.5, 27.0125, 107.54, 27.013),
    source: '地质图',
    on: '2020-01-01',
  },
];

export const createRivers = (): readonly RiverRow[] => [
  {
    code: 'riv-1',
    name: '柳河',
    nameEn: 'Liu River',
    order: 3,
    line: {
      type: 'LineString',
      coordinates: [
        [107.54, 27.001],
        [107.52, 27.0015],
        [107.5, 27.001],
      ],
    },
  },
];
