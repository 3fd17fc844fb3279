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
  readonly areaCode: string;
  /** Amounts by the dates between which they are planned. */
  readonly portions: readonly { readonly amount: number; readonly from: IsoDate; readonly to: IsoDate }[];
  readonly denominator: number;
}

function createSchedule(input: PlanInput): ScheduleEntry[] {
  const areas = input.areas.filter(({ level }) => level !== 'village').map(({ code }) => code);
  const targets = areas.flatMap((area) => targetsOf(area, input));
  return targets.flatMap(({ indicator, areaCode, portions, denominator }) =>
    MONTHS.map((month) => {
      const sum = portions.reduce((total, { amount, from, to }) => total + amount * plannedShare(month, from, to), 0);
      const numerator = indicator === 'R1' || indicator === 'R6' ? Math.round(sum) : Math.floor(sum + 1e-9);
      return { indicator, part: null, areaCode, month, numerator, denominator };
    }),
  );
}

function targetsOf(area: string, input: PlanInput): Target[] {
  const relocated = input.households.filter(({ relocation, code }) => relocation !== null && code.startsWith(area));
  const targets = input.households.filter(({ category, code }) => category !== null && code.startsWith(area));
  const able = relocated.filter(({ labourForce }) => labourForce > 0);
  const segments = input.segments.filter(({ village }) => input.villageCodes[village]?.startsWith(area));
  const villages = input.areas.filter(
    ({ level, code, priority }) => level === 'village' && priority && code.startsWith(area),
  );
  const projects = input.projects.filter(
    ({ areaCode, events }) => areaCode.startsWith(area) && events.some(({ value }) => value === 'begun'),
  );
  const years = [2024, 2025, 2026, 2027];
  const wholeCampaign = (amount: number): Target['portions'] => [
    { amount, from: CAMPAIGN_START, to: CAMPAIGN_DEADLINE },
  ];
  const byYear = (amountOf: (year: number) => number, delayMonths: number): Target['portions'] =>
    years.map((year) => ({
      amount: amountOf(year),
      from: delayed(`${year}-01-01`, delayMonths),
      to: delayed(`${year}-12-31`, delayMonths),
    }));
  const planned = segments.filter(({ plannedYear }) => plannedYear !== null);
  const sumLength = (list: readonly SegmentDraft[]): number =>
    list.reduce((sum, segment) => sum + input.lengthOf(segment), 0);
  const access = segments.filter(({ roadFunction }) => roadFunction === 'village_access');
  const hardenedBefore = access.filter((segment) => segment.plannedYear === null && isHardenedAtBase(segment));
  const threeQuarters = (list: readonly unknown[]): number => Math.round(list.length * 0.95);
  return [
    {
      indicator: 'S3',
      areaCode: area,
      portions: byYear((year) => relocated.filter(({ relocation }) => relocation?.plannedYear === year).length, 8),
      denominator: relocated.length,
    },
    {
      indicator: 'R6',
      areaCode: area,
      portions: byYear((year) => sumLength(planned.filter(({ plannedYear }) => plannedYear === year)), 2),
      denominator: Math.round(sumLength(planned)),
    },
    {
      indicator: 'R1',
      areaCode: area,
      portions: [
        { amount: sumLength(hardenedBefore), from: '2023-01-01', to: '2023-12-31' },
        ...byYear((year) => sumLength(access.filter(({ plannedYear }) => plannedYear === year)), 0),
      ],
      denominator: Math.round(sumLength(access)),
    },
    { indicator: 'P1', areaCode: area, portions: wholeCampaign(projects.length), denominator: projects.length },
    {
      indicator: 'P3',
      areaCode: area,
      portions: byYear((year) => villages.filter(({ plannedExitYear }) => plannedExitYear === year).length, 2),
      denominator: villages.length,
    },
    { indicator: 'I1', areaCode: area, portions: wholeCampaign(threeQuarters(targets)), denominator: targets.length },
    { indicator: 'S7', areaCode: area, portions: wholeCampaign(threeQuarters(able)), denominator: able.length },
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
