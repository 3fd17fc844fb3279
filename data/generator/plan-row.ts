import { type DayNumber, dateToDay, type IsoDate } from '#core/county/dates.ts';
import type { PlanCommand, PlanRow, ScheduleEntry } from '#core/county/plan.ts';
import type { AreaRow, HouseholdRow, ProjectRow, SegmentRow, SettlementRow } from '#core/county/things.ts';
import { CAMPAIGN_DEADLINE, CAMPAIGN_START } from './calendar.ts';
import { plannedShare } from './pace.ts';
import type { SegmentDraft } from './segment-rows.ts';

const ACCOUNT = 'local';
const PUBLISHED_ON = '2024-01-15';
const PUBLISHED_AT = '2024-01-15T09:00:00+08:00';

/** What the schedule is laid over. */
export interface PlanInput {
  readonly areas: readonly AreaRow[];
  readonly settlements: readonly SettlementRow[];
  readonly households: readonly HouseholdRow[];
  readonly segments: readonly SegmentDraft[];
  readonly projects: readonly ProjectRow[];
  readonly villageCodes: readonly string[];
  readonly lengthOf: (segment: SegmentRow) => number;
}

/** The one published plan: which segments in which year, which settlements to which site, and the schedule by month. */
export function createPlanRow(input: PlanInput): PlanRow {
  return {
    code: 'FA2024',
    name: '青岭县避险搬迁与农村公路提升实施方案（2024—2027年）',
    nameEn: 'Qingling County Relocation and Rural Roads Plan 2024-2027',
    status: 'published',
    publishedOn: PUBLISHED_ON,
    commands: createCommands(input),
    schedule: createSchedule(input),
  };
}

function createCommands({ segments, households }: PlanInput): PlanCommand[] {
  const commands: PlanCommand[] = [];
  const base = (): { id: string; by: string; at: string } => ({
    id: `c${String(commands.length + 1).padStart(5, '0')}`,
    by: ACCOUNT,
    at: PUBLISHED_AT,
  });
  for (const { code, plannedYear } of segments) {
    if (plannedYear !== null)
      commands.push({ ...base(), kind: 'harden_segment', input: { segmentCode: code, year: plannedYear } });
  }
  const sites = new Map<string, string>();
  for (const { settlementCode, relocation } of households) {
    if (relocation?.siteCode) sites.set(settlementCode, relocation.siteCode);
  }
  for (const [settlementCode, siteCode] of sites) {
    commands.push({ ...base(), kind: 'assign_settlement', input: { settlementCode, siteCode } });
  }
  return commands;
}

const MONTHS = [2024, 2025, 2026, 2027].flatMap((year) =>
  Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`),
);

/** One planned total that is reached by the end of a period. */
interface Target {
  readonly indicator: string;
  /** Part of the indicator; `null` = its headline. */
  readonly part: string | null;
  /** Amounts by the dates between which they are planned. */
  readonly portions: readonly Portion[];
  readonly denominator: number;
}

interface Portion {
  readonly amount: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** What an area has of everything that is planned. */
interface AreaInput {
  readonly relocated: readonly HouseholdRow[];
  readonly targets: readonly HouseholdRow[];
  readonly segments: readonly SegmentDraft[];
  readonly villages: readonly AreaRow[];
  readonly projects: readonly ProjectRow[];
  readonly lengthOf: PlanInput['lengthOf'];
}

function createSchedule(input: PlanInput): ScheduleEntry[] {
  const areas = input.areas.filter(({ level }) => level !== 'village').map(({ code }) => code);
  return areas.flatMap((areaCode) => {
    const own = selectArea(areaCode, input);
    const targets = [...planMoves(own), ...planRoads(own), ...planExits(own), ...planOverCampaign(own)];
    return targets.flatMap(({ indicator, part, portions, denominator }) =>
      MONTHS.map((month) => {
        const sum = portions.reduce((total, { amount, from, to }) => total + amount * plannedShare(month, from, to), 0);
        const numerator = indicator === 'R1' || indicator === 'R6' ? Math.round(sum) : Math.floor(sum + 1e-9);
        return { indicator, part, areaCode, month, numerator, denominator };
      }),
    );
  });
}

function selectArea(area: string, input: PlanInput): AreaInput {
  const { households, segments, areas, projects, villageCodes, lengthOf } = input;
  return {
    relocated: households.filter(({ relocation, code }) => relocation !== null && code.startsWith(area)),
    targets: households.filter(({ category, code }) => category !== null && code.startsWith(area)),
    segments: segments.filter(({ village }) => villageCodes[village]?.startsWith(area)),
    villages: areas.filter(({ level, code, priority }) => level === 'village' && priority && code.startsWith(area)),
    projects: projects.filter(
      ({ areaCode, events }) => areaCode.startsWith(area) && events.some(({ value }) => value === 'begun'),
    ),
    lengthOf,
  };
}

const YEARS = [2024, 2025, 2026, 2027];
const planYear = (year: number, amount: number, delayMonths: number): Portion => ({
  amount,
  from: delayed(`${year}-01-01`, delayMonths),
  to: delayed(`${year}-12-31`, delayMonths),
});
const byYear = (amountOf: (year: number) => number, delayMonths: number): readonly Portion[] =>
  YEARS.map((year) => planYear(year, amountOf(year), delayMonths));

/** Months after the planned year's course by which houses are built, handed over and moved into. */
const MOVE_DELAYS = [
  ['structure_done', 5],
  ['handed_over', 7],
  [null, 8],
] as const;

const planMoves = ({ relocated }: AreaInput): Target[] =>
  MOVE_DELAYS.map(([part, delayMonths]) => ({
    indicator: 'S3',
    part,
    portions: byYear(
      (year) => relocated.filter(({ relocation }) => relocation?.plannedYear === year).length,
      delayMonths,
    ),
    denominator: relocated.length,
  }));

function planRoads({ segments, lengthOf }: AreaInput): Target[] {
  const sumLength = (list: readonly SegmentDraft[]): number =>
    list.reduce((sum, segment) => sum + lengthOf(segment), 0);
  const inYear = (list: readonly SegmentDraft[]) => (year: number) =>
    sumLength(list.filter(({ plannedYear }) => plannedYear === year));
  const planned = segments.filter(({ plannedYear }) => plannedYear !== null);
  const access = segments.filter(({ roadFunction }) => roadFunction === 'village_access');
  const hardenedBefore = access.filter((segment) => segment.plannedYear === null && isHardenedAtBase(segment));
  return [
    {
      indicator: 'R6',
      part: null,
      portions: byYear(inYear(planned), 2),
      denominator: Math.round(sumLength(planned)),
    },
    {
      indicator: 'R1',
      part: null,
      portions: [
        { amount: sumLength(hardenedBefore), from: '2023-01-01', to: '2023-12-31' },
        ...byYear(inYear(access), 0),
      ],
      denominator: Math.round(sumLength(access)),
    },
  ];
}

/** Exits as a whole and by planned year. */
function planExits({ villages }: AreaInput): Target[] {
  const inYear = (year: number): number => villages.filter(({ plannedExitYear }) => plannedExitYear === year).length;
  const share = { indicator: 'P3', part: null, portions: byYear(inYear, 2), denominator: villages.length };
  const years = YEARS.map((year) => ({
    indicator: 'P3',
    part: `year:${year}`,
    portions: [planYear(year, inYear(year), 2)],
    denominator: inYear(year),
  }));
  return [share, ...years.filter(({ denominator }) => denominator > 0)];
}

/** What runs evenly from the start of the campaign to its deadline. */
function planOverCampaign({ projects, targets, relocated }: AreaInput): Target[] {
  const wholeCampaign = (indicator: string, amount: number, denominator: number): Target => ({
    indicator,
    part: null,
    portions: [{ amount, from: CAMPAIGN_START, to: CAMPAIGN_DEADLINE }],
    denominator,
  });
  const able = relocated.filter(({ labourForce }) => labourForce > 0);
  const mostOf = (list: readonly unknown[]): number => Math.round(list.length * 0.95);
  return [
    wholeCampaign('P1', projects.length, projects.length),
    wholeCampaign('I1', mostOf(targets), targets.length),
    wholeCampaign('S7', mostOf(able), able.length),
  ];
}

const isHardenedAtBase = ({ events }: SegmentRow): boolean =>
  events.some(
    ({ kind, value }) =>
      kind === 'surface' &&
      ['asphalt_concrete', 'cement_concrete', 'penetrated_asphalt', 'bituminous_surface'].includes(value ?? ''),
  );

/** A date some months later, never after the deadline. */
function delayed(date: IsoDate, months: number): IsoDate {
  const shifted: DayNumber = dateToDay(date) + Math.round(months * 30.4);
  const latest = dateToDay(CAMPAIGN_DEADLINE);
  return new Date(Math.min(shifted, latest) * 86_400_000).toISOString().slice(0, 10);
}
