import type { CountyRows } from '../county/county-rows.ts';
import type * as things from '../county/things.ts';
import { areas } from './kinds/areas.ts';
import { benchmarks } from './kinds/benchmarks.ts';
import { calendarStops } from './kinds/calendar-stops.ts';
import { constraints } from './kinds/constraints.ts';
import { events } from './kinds/events.ts';
import { hazards } from './kinds/hazards.ts';
import { homesteads } from './kinds/homesteads.ts';
import { households } from './kinds/households.ts';
import { items } from './kinds/items.ts';
import { ledgerRows } from './kinds/ledger-rows.ts';
import { parks } from './kinds/parks.ts';
import { projects } from './kinds/projects.ts';
import { reportedTotals } from './kinds/reported-totals.ts';
import { responsibilities } from './kinds/responsibilities.ts';
import { rivers } from './kinds/rivers.ts';
import { segments } from './kinds/segments.ts';
import { services } from './kinds/services.ts';
import { settlements } from './kinds/settlements.ts';
import { sites } from './kinds/sites.ts';
import { tasks } from './kinds/tasks.ts';
import type { Ledger, LedgerField, LedgerKind } from './ledger.ts';
import { type EventRow, listEvents } from './thing-events.ts';

/** Rows by ledger. */
export interface LedgerRows {
  readonly areas: things.AreaRow;
  readonly settlements: things.SettlementRow;
  readonly households: things.HouseholdRow;
  readonly sites: things.SiteRow;
  readonly homesteads: things.HomesteadRow;
  readonly segments: things.SegmentRow;
  readonly hazards: things.HazardRow;
  readonly parks: things.ParkRow;
  readonly services: things.ServiceRow;
  readonly constraints: things.ConstraintRow;
  readonly projects: things.ProjectRow;
  readonly tasks: things.TaskRow;
  readonly items: things.ItemRow;
  readonly responsibilities: things.ResponsibilityRow;
  readonly benchmarks: things.BenchmarkRow;
  readonly calendar_stops: things.CalendarStopRow;
  readonly rivers: things.RiverRow;
  readonly ledger_rows: things.LedgerRow;
  readonly reported_totals: things.ReportedTotalRow;
  readonly events: EventRow;
}

/** The row of a ledger. */
export type LedgerRowOf<Kind extends LedgerKind> = LedgerRows[Kind];

/** Ledgers whose rows are a list of the county: all but `events`. */
export type ListedKind = Exclude<LedgerKind, 'events'>;

const LEDGERS: { readonly [Kind in LedgerKind]: Ledger<LedgerRows[Kind]> } = {
  areas,
  settlements,
  households,
  sites,
  homesteads,
  segments,
  hazards,
  parks,
  services,
  constraints,
  projects,
  tasks,
  items,
  responsibilities,
  benchmarks,
  calendar_stops: calendarStops,
  rivers,
  ledger_rows: ledgerRows,
  reported_totals: reportedTotals,
  events,
};

const LISTS = {
  areas: 'areas',
  settlements: 'settlements',
  households: 'households',
  sites: 'sites',
  homesteads: 'homesteads',
  segments: 'segments',
  hazards: 'hazards',
  parks: 'parks',
  services: 'services',
  constraints: 'constraints',
  projects: 'projects',
  tasks: 'tasks',
  items: 'items',
  responsibilities: 'responsibilities',
  benchmarks: 'benchmarks',
  calendar_stops: 'calendarStops',
  rivers: 'rivers',
  ledger_rows: 'ledgerRows',
  reported_totals: 'reportedTotals',
} as const satisfies Readonly<Record<ListedKind, keyof CountyRows>>;

/** The ledger of a kind: its fields and how an entry becomes a row. */
export function getLedger<Kind extends LedgerKind>(kind: Kind): Ledger<LedgerRowOf<Kind>> {
  return LEDGERS[kind];
}

/** The list of `CountyRows` that a ledger is about. */
export function listOf<Kind extends ListedKind>(kind: Kind): (typeof LISTS)[Kind] {
  return LISTS[kind];
}

/** The rows of a ledger in a county, in the order of the county; for `events` the history of every thing. */
export function listLedgerRows<Kind extends LedgerKind>(rows: CountyRows, kind: Kind): readonly LedgerRowOf<Kind>[] {
  // each list of the county holds the rows of its ledger, which `LISTS` says by name
  return (kind === 'events' ? listEvents(rows) : rows[LISTS[kind as ListedKind]]) as readonly LedgerRowOf<Kind>[];
}

/** A field of a ledger by name; undefined where there is none. */
export function findField(kind: LedgerKind, name: string): LedgerField | undefined {
  return LEDGERS[kind].fields.find((field) => field.name === name);
}
