import type { PlanRow } from '#core/county/plan.ts';
import type {
  BenchmarkRow,
  CalendarStopRow,
  ItemRow,
  LedgerRow,
  ProjectRow,
  ReportedTotalRow,
  ResponsibilityRow,
  TaskRow,
} from '#core/county/things.ts';
import { COUNTY, EAST_TOWN, VILLAGES, WEST_TOWN } from './areas.ts';

const [SOUTH_WEST, NORTH_WEST, SOUTH_EAST, NORTH_EAST] = VILLAGES;

const createProject = (
  row: Pick<ProjectRow, 'code' | 'name' | 'nameEn' | 'areaCode' | 'kind' | 'leadDepartment' | 'events'> &
    Partial<ProjectRow>,
) =>
  ({
    thingCode: null,
    startsOn: '2024-06-01',
    deadline: '2026-12-31',
    plannedYuan: 1_000_000,
    fundsBySource: [{ source: '衔接资金', yuan: 1_000_000 }],
    ...row,
  }) satisfies ProjectRow;

/** Five projects: 4 begun, 3 completed (P1 = 3 of 4); allocated 4,000,000, disbursed 3,000,000, spent 2,500,000 yuan. */
export const createProjects = (): readonly ProjectRow[] => [
  createProject({
    code: 'prj-road-1',
    name: 'Y201硬化',
    nameEn: 'Hardening of Y201',
    areaCode: SOUTH_EAST,
    thingCode: 'seg-05',
    kind: 'road',
    leadDepartment: '县交通运输局',
    events: [
      { kind: 'stage', on: '2024-06-01', value: 'approved' },
      { kind: 'allocated', on: '2024-09-01', amount: 1_000_000 },
      { kind: 'stage', on: '2025-03-01', value: 'begun' },
      { kind: 'disbursed', on: '2025-06-01', amount: 500_000 },
      { kind: 'stage', on: '2025-08-31', value: 'completed' },
      { kind: 'disbursed', on: '2025-10-01', amount: 1_000_000 },
      { kind: 'spent', on: '2025-11-01', amount: 900_000 },
    ],
  }),
  createProject({
    code: 'prj-road-2',
    name: '岩脚通组路硬化',
    nameEn: 'Hardening to Yanjiao',
    areaCode: NORTH_WEST,
    thingCode: 'seg-06',
    kind: 'road',
    leadDepartment: '县交通运输局',
    events: [
      { kind: 'stage', on: '2026-01-10', value: 'approved' },
      { kind: 'allocated', on: '2026-03-01', amount: 1_000_000 },
      { kind: 'stage', on: '2026-09-01', value: 'begun' },
    ],
  }),
  createProject({
    code: 'prj-site-1',
    name: '石坪安置点建设',
    nameEn: 'Shiping site works',
    areaCode: SOUTH_WEST,
    thingCode: 'site-1',
    kind: 'relocation',
    leadDepartment: '县自然资源局',
    events: [
      { kind: 'allocated', on: '2024-05-01', amount: 1_000_000 },
      { kind: 'stage', on: '2024-07-01', value: 'begun' },
      { kind: 'disbursed', on: '2025-07-01', amount: 1_000_000 },
      { kind: 'stage', on: '2025-08-20', value: 'accepted' },
      { kind: 'spent', on: '2025-12-01', amount: 1_000_000 },
    ],
  }),
  createProject({
    code: 'prj-tea-1',
    name: '云台茶园',
    nameEn: 'Yuntai tea garden',
    areaCode: NORTH_WEST,
    thingCode: 'park-2',
    kind: 'industry',
    leadDepartment: '县农业农村局',
    events: [
      { kind: 'allocated', on: '2024-10-01', amount: 1_000_000 },
      { kind: 'stage', on: '2024-11-01', value: 'begun' },
      { kind: 'disbursed', on: '2025-05-01', amount: 1_000_000 },
      { kind: 'spent', on: '2025-09-01', amount: 600_000 },
      { kind: 'stage', on: '2026-06-30', value: 'completed' },
    ],
  }),
  createProject({
    code: 'prj-water-1',
    name: '高峰饮水工程',
    nameEn: 'Gaofeng water works',
    areaCode: NORTH_EAST,
    kind: 'water',
    leadDepartment: '县水务局',
    startsOn: null,
    deadline: null,
    events: [{ kind: 'stage', on: '2026-02-01', value: 'listed' }],
  }),
];

/** task-1 done, task-2 late (deadline 2026-10-31, 5 of 10), task-3 due soon, task-4 open. */
export const createTasks = (): readonly TaskRow[] => [
  {
    code: 'task-1',
    name: '石坪旧房拆除',
    nameEn: 'Demolish old houses in Shiping',
    areaCode: SOUTH_WEST,
    projectCode: 'prj-site-1',
    thingCode: 'site-1',
    department: '县自然资源局',
    responsiblePost: '西溪镇镇长',
    startsOn: '2025-10-01',
    deadline: '2026-06-30',
    plannedAmount: 2,
    unit: '户',
    events: [
      { kind: 'progress', on: '2026-03-01', amount: 2 },
      { kind: 'completed', on: '2026-03-10' },
    ],
  },
  {
    code: 'task-2',
    name: '岩脚通组路基',
    nameEn: 'Road bed to Yanjiao',
    areaCode: NORTH_WEST,
    projectCode: 'prj-road-2',
    thingCode: 'seg-06',
    department: '县交通运输局',
    responsiblePost: '县交通运输局局长',
    startsOn: '2026-09-01',
    deadline: '2026-10-31',
    plannedAmount: 10,
    unit: '处',
    events: [{ kind: 'progress', on: '2026-10-15', amount: 5 }],
  },
  {
    code: 'task-3',
    name: '柳河安置点主体',
    nameEn: 'Structure of the Liuhe site',
    areaCode: SOUTH_EAST,
    projectCode: null,
    thingCode: 'site-2',
    department: '县自然资源局',
    responsiblePost: '东岭镇镇长',
    startsOn: '2025-11-01',
    deadline: '2026-12-10',
    plannedAmount: 4,
    unit: '栋',
    events: [{ kind: 'progress', on: '2026-11-01', amount: 3 }],
  },
  {
    code: 'task-4',
    name: '全县利益联结',
    nameEn: 'Link all households',
    areaCode: COUNTY,
    projectCode: null,
    thingCode: null,
    department: '县农业农村局',
    responsiblePost: '县农业农村局局长',
    startsOn: '2024-01-01',
    deadline: '2027-12-31',
    plannedAmount: 16,
    unit: '户',
    events: [{ kind: 'progress', on: '2026-06-30', amount: 6 }],
  },
];

const createItem = (row: Pick<ItemRow, 'code' | 'areaCode' | 'deadline' | 'events'>) =>
  ({
    thingCode: null,
    source: '省级督查',
    problem: '台账更新不及时',
    problemClass: '台账',
    measure: '按月更新',
    responsiblePost: '镇长',
    responsibleUnit: '镇人民政府',
    foundOn: '2026-03-01',
    ...row,
  }) satisfies ItemRow;

/** Four found, 2 closed: item-1 closed, item-2 open and late, item-3 closed and reopened, item-4 closed. */
export const createItems = (): readonly ItemRow[] => [
  createItem({
    code: 'item-1',
    areaCode: SOUTH_WEST,
    deadline: '2026-06-30',
    events: [{ kind: 'closed', on: '2026-06-01' }],
  }),
  createItem({ code: 'item-2', areaCode: NORTH_WEST, deadline: '2026-06-30', events: [] }),
  createItem({
    code: 'item-3',
    areaCode: SOUTH_EAST,
    deadline: '2026-12-31',
    events: [
      { kind: 'closed', on: '2026-05-01' },
      { kind: 'reopened', on: '2026-07-01' },
    ],
  }),
  createItem({
    code: 'item-4',
    areaCode: EAST_TOWN,
    deadline: '2026-12-31',
    events: [{ kind: 'closed', on: '2026-11-22' }],
  }),
];

const since = (
  code: string,
  aboutCode: string,
  role: ResponsibilityRow['role'],
  holder: string,
): ResponsibilityRow => ({
  code,
  aboutCode,
  role,
  holder,
  from: '2024-01-01',
  to: null,
});

export const createResponsibilities = (): readonly ResponsibilityRow[] => [
  since('rsp-01', COUNTY, 'commander', '县长'),
  since('rsp-02', COUNTY, 'lead_department', '县农业农村局'),
  since('rsp-03', WEST_TOWN, 'county_leader_of_town', '副县长'),
  since('rsp-04', WEST_TOWN, 'town_secretary', '西溪镇党委书记'),
  since('rsp-05', WEST_TOWN, 'town_head', '西溪镇镇长'),
  since('rsp-06', EAST_TOWN, 'town_head', '东岭镇镇长'),
  since('rsp-07', SOUTH_WEST, 'helping_unit', '县医院'),
  { ...since('rsp-08', SOUTH_WEST, 'first_secretary', '县医院驻村第一书记'), to: '2025-05-31' },
  { ...since('rsp-09', SOUTH_WEST, 'first_secretary', '县一中驻村第一书记'), from: '2025-06-01' },
  since('rsp-10', 'hz-1', 'grid_member', '石坪网格员'),
];

export const createBenchmarks = (): readonly BenchmarkRow[] => [
  {
    code: 'bench-P1',
    indicator: 'P1',
    level: 'province',
    name: '全省平均',
    nameEn: 'Provincial average',
    value: 0.8791,
    on: '2026-10-31',
    source: '省通报',
  },
];

/** Winter stop of 31 days and a holiday of 7. */
export const createCalendarStops = (): readonly CalendarStopRow[] => [
  { code: 'stop-1', from: '2026-01-15', to: '2026-02-14', reason: '冬季停工' },
  { code: 'stop-2', from: '2026-10-01', to: '2026-10-07', reason: '国庆' },
];

/** Ledger of the north-western village: 8 rows, its 6 households, two of which stand twice: 2 ÷ 8 = 25 %. */
export const createLedgerRows = (): readonly LedgerRow[] =>
  ['001', '001', '001', '002', '002', '002', '001', '002'].map((group, index) => ({
    source: '2026年10月台账',
    rowNumber: index + 1,
    villageCode: NORTH_WEST,
    householdCode: `${NORTH_WEST}${group}${['0001', '0002', '0003', '0001', '0002', '0003', '0001', '0002'][index]}`,
    values: { people: index % 3 === 2 ? 4 : 3, settlement: `${NORTH_WEST}${group}` },
  }));

/** Nothing was reported upward yet. */
export const createReportedTotals = (): readonly ReportedTotalRow[] => [];

/** One published plan: all 8 relocation households moved in by the end of 2027, 4 by 2026-11. */
export const createPlans = (): readonly PlanRow[] => [
  {
    code: 'plan-1',
    name: '小石县总体方案',
    nameEn: 'Master plan of Xiaoshi',
    status: 'published',
    publishedOn: '2024-01-01',
    commands: [
      {
        id: 'c1',
        by: 'local',
        at: '2024-01-01T09:00:00+08:00',
        kind: 'harden_segment',
        input: { segmentCode: 'seg-06', year: 2026 },
      },
      {
        id: 'c2',
        by: 'local',
        at: '2024-01-01T09:01:00+08:00',
        kind: 'set_capacity',
        input: { siteCode: 'site-2', capacityHouseholds: 4 },
      },
    ],
    schedule: [
      { indicator: 'S3', part: null, areaCode: COUNTY, month: '2026-11', numerator: 4, denominator: 8 },
      { indicator: 'S3', part: null, areaCode: COUNTY, month: '2027-12', numerator: 8, denominator: 8 },
      { indicator: 'P3', part: null, areaCode: COUNTY, month: '2026-12', numerator: 3, denominator: 3 },
    ],
  },
];
