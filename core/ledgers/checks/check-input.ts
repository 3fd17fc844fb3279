import type { CountyChange } from '../../county/county-change.ts';
import type { CountyRows } from '../../county/county-rows.ts';
import type { IsoDate } from '../../county/dates.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import type { Language } from '../../texts/language.ts';
import type { ImportFinding, Repair, RepairChoice } from '../import-finding.ts';
import type { LedgerKind, LedgerValue } from '../ledger.ts';
import type { SourceFile } from '../source-table.ts';
import type { TableMapping } from '../table-mapping.ts';

/** What a check is made from. */
export interface CheckInput {
  /** The county as it is stored. */
  readonly rows: CountyRows;
  readonly files: readonly SourceFile[];
  readonly mappings: readonly TableMapping[];
  readonly repairs: readonly RepairChoice[];
  /** The county's data date; what happens after it, and after the date of the table, is in the future. */
  readonly today: IsoDate;
  /** Language of the words that findings say were expected; by default Chinese, as the ledgers are. */
  readonly language?: Language;
}

/** A finding with the repair that settles it. */
export interface CheckedFinding extends ImportFinding {
  /** Null while nothing that can be done was chosen. */
  readonly settledBy: Repair | null;
}

/** One thing before and after. Things that stay as they are are only counted. */
export interface Difference {
  readonly ledger: LedgerKind;
  readonly kind: 'new' | 'changed' | 'removed';
  readonly code: string;
  readonly name: string | null;
  /** Where in the files it comes from; null for what is removed. */
  readonly source: { readonly file: number; readonly table: number; readonly row: number } | null;
  /** Of changed things the fields that differ, in the order of the ledger and in its units. */
  readonly fields: readonly { readonly field: string; readonly before: LedgerValue; readonly after: LedgerValue }[];
  readonly geometryChanged: boolean;
  /** A position of the thing as it will be (as it was, when it is removed); null for what has none. */
  readonly position: LonLat | null;
}

/** How many things of a ledger an import brings, changes, leaves and removes. */
export interface LedgerCounts {
  readonly ledger: LedgerKind;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
}

/** What a check came to. `rowsRead` is the sum of the four others: nothing is dropped silently. */
export interface CheckResult {
  readonly findings: readonly CheckedFinding[];
  readonly change: CountyChange;
  readonly differences: readonly Difference[];
  readonly counts: readonly LedgerCounts[];
  /** Rows of all tables that are mapped to a ledger. */
  readonly rowsRead: number;
  /** Rows that bring something new or change something. */
  readonly rowsWritten: number;
  /** Rows that say what is known already. */
  readonly rowsUnchanged: number;
  /** Rows that an unsettled error keeps out. */
  readonly rowsHeld: number;
  /** Unsettled errors about a table as a whole: no row is held for them, and still nothing may be written. */
  readonly tableErrors: number;
  /** Rows that a choice leaves out. */
  readonly rowsLeftOut: number;
}

/** How far a check is. */
export interface CheckProgress {
  readonly rowsDone: number;
  readonly rowsTotal: number;
}
