import type { IsoDate } from '../county/dates.ts';
import type { Geometry } from '../geo/geometry.ts';

/**
 * Ledgers (台账): one table for each kind of thing, and three that are about things. `events` is the whole history (thing, kind, date, value,
 * amount); `ledger_rows` are rows exactly as an office reported them; `reported_totals` (上报数台账) is which figure went to whom and when.
 * The name of a ledger is the property of `CountyRows` in snake_case.
 */
export const LEDGER_KINDS = [
  'areas',
  'settlements',
  'households',
  'sites',
  'homesteads',
  'segments',
  'hazards',
  'parks',
  'services',
  'constraints',
  'projects',
  'tasks',
  'items',
  'responsibilities',
  'benchmarks',
  'calendar_stops',
  'rivers',
  'ledger_rows',
  'reported_totals',
  'events',
] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

/**
 * What a cell of a ledger holds. `event_date` is a date on which something happened, or yes / no (yes = by the date of the ledger);
 * `choice` one of `choices`, `choices` several of them; `list` texts; `code` a text that looks like a number.
 */
export type LedgerFieldType =
  | 'text'
  | 'code'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'date'
  | 'event_date'
  | 'year'
  | 'choice'
  | 'choices'
  | 'list'
  | 'json';

/** Units as ledgers write them; storage is metres, square metres, yuan and minutes. */
export const LEDGER_UNITS = ['m', 'km', 'wan_yuan', 'mu', 'households', 'people', 'jobs', 'degrees'] as const;
export type LedgerUnit = (typeof LEDGER_UNITS)[number];

/** One column of a ledger. Its header is the text `ledgers.field_<ledger>_<name>` or, shared by several ledgers, `ledgers.field_<name>`. */
export interface LedgerField {
  /** In camelCase, as in the row; also the column of exports. */
  readonly name: string;
  readonly type: LedgerFieldType;
  /** Null for what has none. Values of entries are in this unit. */
  readonly unit: LedgerUnit | null;
  readonly required: boolean;
  /** Values of `choice` and `choices`, as stored; their words are `ledgers.choice_<list>_<value>`. */
  readonly choices: readonly string[] | null;
  /** Name of the list of `choices` in the texts. */
  readonly choiceList: string | null;
  /** Inclusive limits of numbers, in `unit`. */
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** Kinds of things whose code this is; null for what refers to nothing. */
  readonly refersTo: readonly LedgerKind[] | null;
  /** At most ten ASCII letters: the column of a DBF. */
  readonly shortName: string;
  /** For a column that is not stored but tells which thing is meant where a code is missing, or checks it: names of towns, villages, sites. */
  readonly finds?: LedgerLookup;
  /** Name of another field: this one is required where that one has a value. */
  readonly requiredWith?: string;
  /** The code of an area itself, which statistics fill with noughts to twelve digits. */
  readonly isAreaCode?: boolean;
}

/** What a column of names helps to find: the field that holds the code, and whose name (or code) it is. */
export interface LedgerLookup {
  readonly field: string;
  readonly by: 'town_name' | 'village_name' | 'village_code' | 'name';
}

/** A value in a ledger, in the unit of its field; dates `YYYY-MM-DD`; null = not known. */
export type LedgerValue = string | number | boolean | null | readonly string[];

/** A row of a ledger. `geometry` EPSG:4490. */
export interface LedgerEntry {
  readonly values: Readonly<Record<string, LedgerValue>>;
  readonly geometry: Geometry | null;
}

/** What entries mean that say nothing about time: states hold since this date. */
export interface LedgerDate {
  readonly asOf: IsoDate;
}

/** A ledger: its columns and how it becomes rows and comes from rows. */
export interface Ledger<Row> {
  readonly kind: LedgerKind;
  /** Kinds of geometry, empty for a plain table. */
  readonly geometries: readonly Geometry['type'][];
  readonly fields: readonly LedgerField[];
  /** Fields that together tell one row from another. */
  readonly key: readonly string[];
  /** The row as it stands at a date; history is the ledger `events`. */
  readonly toEntry: (row: Row, date: LedgerDate) => LedgerEntry;
  /**
   * The row after an entry: fields that the entry does not have (absent, not null) stay as they were; a state that differs from that of the date
   * becomes an event. The entry passed the checks; anything else throws.
   *
   * @param before the row with the same key, null for a new one
   */
  readonly fromEntry: (entry: LedgerEntry, before: Row | null, date: LedgerDate) => Row;
}
