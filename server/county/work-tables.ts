import type { PlanRow, ScheduleEntry } from '#core/county/plan.ts';
import type * as things from '#core/county/things.ts';
import { columnsOf, type TableSpec } from './table-spec.ts';

/** Rows whose events live in the table of events. */
type WithoutEvents<Row> = Omit<Row, 'events'>;

const project = columnsOf<WithoutEvents<things.ProjectRow>>();
/** Projects. */
export const PROJECTS: TableSpec<WithoutEvents<things.ProjectRow>> = {
  table: 'project',
  columns: [
    ...project.plain(
      'code',
      'name',
      'nameEn',
      'areaCode',
      'thingCode',
      'kind',
      'leadDepartment',
      'startsOn',
      'deadline',
      'plannedYuan',
      'fundsBySource',
    ),
  ],
};

const task = columnsOf<WithoutEvents<things.TaskRow>>();
/** Tasks. */
export const TASKS: TableSpec<WithoutEvents<things.TaskRow>> = {
  table: 'task',
  columns: [
    ...task.plain(
      'code',
      'name',
      'nameEn',
      'areaCode',
      'projectCode',
      'thingCode',
      'department',
      'responsiblePost',
      'startsOn',
      'deadline',
      'plannedAmount',
      'unit',
    ),
  ],
};

const item = columnsOf<WithoutEvents<things.ItemRow>>();
/** Rectification items. */
export const ITEMS: TableSpec<WithoutEvents<things.ItemRow>> = {
  table: 'item',
  columns: [
    ...item.plain(
      'code',
      'areaCode',
      'thingCode',
      'source',
      'problem',
      'problemClass',
      'measure',
      'responsiblePost',
      'responsibleUnit',
      'foundOn',
      'deadline',
    ),
  ],
};

const responsibility = columnsOf<things.ResponsibilityRow>();
/** Links of the responsibility chain. */
export const RESPONSIBILITIES: TableSpec<things.ResponsibilityRow> = {
  table: 'responsibility',
  columns: [
    ...responsibility.plain('code', 'aboutCode', 'role', 'holder'),
    responsibility.renamed('from', 'from_date'),
    responsibility.renamed('to', 'to_date'),
  ],
};

const benchmark = columnsOf<things.BenchmarkRow>();
/** Averages of the level above. */
export const BENCHMARKS: TableSpec<things.BenchmarkRow> = {
  table: 'benchmark',
  columns: [
    ...benchmark.plain('code', 'indicator', 'level', 'name', 'nameEn', 'value'),
    benchmark.renamed('on', 'measured_on'),
    ...benchmark.plain('source'),
  ],
};

const stop = columnsOf<things.CalendarStopRow>();
/** Stops of works. */
export const CALENDAR_STOPS: TableSpec<things.CalendarStopRow> = {
  table: 'calendar_stop',
  columns: [...stop.plain('code', 'reason'), stop.renamed('from', 'from_date'), stop.renamed('to', 'to_date')],
};

const ledger = columnsOf<things.LedgerRow>();
/** Ledger rows as reported. */
export const LEDGER_ROWS: TableSpec<things.LedgerRow> = {
  table: 'ledger_row',
  columns: [
    ...ledger.plain('source', 'rowNumber', 'villageCode', 'householdCode'),
    ledger.renamed('values', 'reported'),
  ],
};

const total = columnsOf<things.ReportedTotalRow>();
/** Figures that were reported upward. */
export const REPORTED_TOTALS: TableSpec<things.ReportedTotalRow> = {
  table: 'reported_total',
  columns: [
    ...total.plain('code', 'areaCode', 'subject', 'value', 'unit'),
    total.renamed('on', 'reported_on'),
    ...total.plain('recipient', 'signedBy', 'explanation'),
  ],
};

/** A plan without its commands and its schedule. */
export type PlanRecordRow = Omit<PlanRow, 'commands' | 'schedule'>;

const plan = columnsOf<PlanRecordRow>();
/** Plans. */
export const PLANS: TableSpec<PlanRecordRow> = {
  table: 'plan',
  columns: [...plan.plain('code', 'name', 'nameEn', 'status', 'publishedOn', 'baseRevision', 'basedOn')],
};

/** A command with its plan and its place in the plan's list. */
export interface CommandRecordRow {
  readonly planCode: string;
  readonly commandNumber: number;
  readonly id: string;
  readonly kind: string;
  readonly input: unknown;
  readonly by: string;
  readonly at: string;
  readonly batch?: string | null;
}

const command = columnsOf<CommandRecordRow>();
/** Commands of plans. */
export const PLAN_COMMANDS: TableSpec<CommandRecordRow> = {
  table: 'plan_command',
  columns: [
    ...command.plain('planCode', 'commandNumber'),
    command.renamed('id', 'command_id'),
    ...command.plain('kind', 'input'),
    command.renamed('by', 'commanded_by'),
    command.renamed('at', 'commanded_at'),
    ...command.plain('batch'),
  ],
};

/** An entry of a schedule with its plan and its place in the schedule. */
export type ScheduleRecordRow = ScheduleEntry & { readonly planCode: string; readonly entryNumber: number };

const entry = columnsOf<ScheduleRecordRow>();
/** Schedules of plans. */
export const PLAN_SCHEDULES: TableSpec<ScheduleRecordRow> = {
  table: 'plan_schedule',
  columns: [
    ...entry.plain('planCode', 'entryNumber', 'indicator', 'part', 'areaCode', 'month', 'numerator', 'denominator'),
  ],
};

/** An event with its thing. */
export interface EventRecordRow {
  readonly thingCode: string;
  readonly kind: string;
  readonly on: string;
  readonly value: string | null;
  readonly amount: number | null;
}

const event = columnsOf<EventRecordRow>();
/** Everything that happened. */
export const EVENTS: TableSpec<EventRecordRow> = {
  table: 'event',
  columns: [...event.plain('thingCode', 'kind'), event.renamed('on', 'happened_on'), ...event.plain('value', 'amount')],
};
