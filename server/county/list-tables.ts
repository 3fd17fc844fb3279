import type { CodedList } from '#core/county/county-change.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import type { ThingKind } from './list-things.ts';
import { siteToRecordRow } from './site-records.ts';
import { type DbRecord, type TableSpec, toRecord } from './table-spec.ts';
import * as things from './thing-tables.ts';
import * as works from './work-tables.ts';

/** Lists whose rows need derived values before they are stored. */
export type DerivedList = 'areas' | 'segments';

/** Where the rows of a list are stored, each row by itself. */
export interface ListTable {
  readonly list: CodedList;
  readonly kind: ThingKind;
  readonly table: string;
  /** A row as it is written, without what has tables of its own. */
  readonly toRecord: (row: never) => DbRecord;
}

const listTable = <List extends Exclude<CodedList, DerivedList>, Row>(
  list: List,
  kind: ThingKind,
  spec: TableSpec<Row>,
  toRow: (row: CountyRows[List][number]) => Row,
): ListTable => ({ list, kind, table: spec.table, toRecord: (row) => toRecord(spec, toRow(row)) });

const asIs = <Row>(row: Row): Row => row;

/** Every coded list but areas and segments. */
export const LIST_TABLES: readonly ListTable[] = [
  listTable('hazards', 'hazard', things.HAZARDS, asIs),
  listTable('sites', 'site', things.SITES, siteToRecordRow),
  listTable('settlements', 'settlement', things.SETTLEMENTS, asIs),
  listTable('households', 'household', things.HOUSEHOLDS, asIs),
  listTable('homesteads', 'homestead', things.HOMESTEADS, asIs),
  listTable('projects', 'project', works.PROJECTS, asIs),
  listTable('parks', 'park', things.PARKS, asIs),
  listTable('services', 'service', things.SERVICES, asIs),
  listTable('constraints', 'constraint', things.CONSTRAINTS, asIs),
  listTable('rivers', 'river', things.RIVERS, asIs),
  listTable('tasks', 'task', works.TASKS, asIs),
  listTable('items', 'item', works.ITEMS, asIs),
  listTable('responsibilities', 'responsibility', works.RESPONSIBILITIES, asIs),
  listTable('benchmarks', 'benchmark', works.BENCHMARKS, asIs),
  listTable('calendarStops', 'calendar_stop', works.CALENDAR_STOPS, asIs),
  listTable('reportedTotals', 'reported_total', works.REPORTED_TOTALS, asIs),
];
