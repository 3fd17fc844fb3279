import type { CountyRows } from './county-rows.ts';
import type { IsoDate } from './dates.ts';

/** Lists of a county whose rows have codes. */
export const CODED_LISTS = [
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
  'calendarStops',
  'rivers',
  'reportedTotals',
] as const satisfies readonly (keyof CountyRows)[];
export type CodedList = (typeof CODED_LISTS)[number];

/**
 * What an import, or its undoing, does to a county: rows in their new state with all their events, and codes of rows that end. A code stands in
 * `upserts` or in `removed` of its list, not in both, and once.
 */
export interface CountyChange {
  readonly upserts: { readonly [List in CodedList]?: CountyRows[List] };
  readonly removed: { readonly [List in CodedList]?: readonly string[] };
  /** Ledger rows as reported that come in; by source, village and row number. */
  readonly ledgerRows: CountyRows['ledgerRows'];
  /** Ledger rows that end. */
  readonly removedLedgerRows: readonly LedgerRowKey[];
  /** The county's data date afterwards; null leaves it. */
  readonly dataDate: IsoDate | null;
}

/** What tells one ledger row from another. */
export interface LedgerRowKey {
  readonly source: string;
  readonly villageCode: string;
  readonly rowNumber: number;
}

/** A change that does nothing. */
export const NO_CHANGE: CountyChange = {
  upserts: {},
  removed: {},
  ledgerRows: [],
  removedLedgerRows: [],
  dataDate: null,
};
