import type { ImportLimits, ImportRecord } from '#core/api/import-records.ts';
import type { CountyText } from '#core/county/county-text.ts';
import type { CrsGuess } from '#core/geo/source-crs.ts';
import type { CheckedFinding, LedgerCounts } from '#core/ledgers/checks/check-input.ts';
import type { ImportRule, RepairChoice } from '#core/ledgers/import-finding.ts';
import type { LeftOutColumn, SourceFile, SourceRow, SourceTable } from '#core/ledgers/source-table.ts';
import type { TableMapping } from '#core/ledgers/table-mapping.ts';
import type { SentError } from '../db/embedded/sent-error.ts';
import type { WrittenCopy } from './keep-copy.ts';

/** A file that lies on the disk under a name of ours. */
export interface SpooledFile {
  /** As it was sent. */
  readonly name: string;
  readonly path: string;
}

/** A table without its rows but for the first ones. */
export type TableOverview = Omit<SourceTable, 'rows'> & {
  readonly rowCount: number;
  readonly hasGeometry: boolean;
  readonly sample: readonly SourceRow[];
};

/** A file without the rows of its tables. */
export type FileOverview = Omit<SourceFile, 'tables'> & { readonly tables: readonly TableOverview[] };

/** A row with its place. */
export interface PlacedRow {
  readonly file: number;
  readonly table: number;
  readonly row: SourceRow;
}

/** How far each table's reference systems fit, by `file table`. */
export type CrsGuesses = Readonly<Record<string, readonly CrsGuess[]>>;

/** The county that files are compared with; null when the thread holds that revision. */
export interface CountyHold {
  readonly code: string;
  readonly revision: number;
  readonly text: CountyText | null;
}

/** The files of an import as they were read; null when the thread holds them. */
export interface ReadingHold {
  readonly sha256: string;
  readonly packed: Uint8Array | null;
}

/** What the import thread is asked; one after the other. */
export type ImportOrder =
  | {
      readonly kind: 'read';
      readonly files: readonly SpooledFile[];
      readonly limits: ImportLimits;
      readonly county: CountyHold;
      /** Address of the module that converts what only GDAL reads. */
      readonly gdal: string;
    }
  | {
      readonly kind: 'check';
      readonly reading: ReadingHold;
      readonly county: CountyHold;
      readonly mappings: readonly TableMapping[];
      readonly repairs: readonly RepairChoice[];
    }
  | {
      readonly kind: 'map';
      readonly reading: ReadingHold;
      readonly county: CountyHold;
      readonly mappings: readonly TableMapping[];
    }
  | {
      readonly kind: 'positions';
      readonly reading: ReadingHold;
      readonly county: CountyHold;
      readonly mapping: TableMapping;
    };

/** What reading came to. */
export interface ReadingResult {
  readonly packed: Uint8Array;
  readonly sha256: string;
  readonly overviews: readonly FileOverview[];
  /** One for each file, in their order. */
  readonly kept: readonly WrittenCopy[];
  readonly mappings: readonly TableMapping[];
  readonly crsGuesses: CrsGuesses;
}

/** Files as they were read, without what a mapping made by hand shows to be personal. */
export interface StrippedReading {
  readonly packed: Uint8Array;
  readonly sha256: string;
  /** Of the files that changed. */
  readonly copies: readonly {
    readonly number: number;
    readonly kept: WrittenCopy;
    readonly leftOut: readonly LeftOutColumn[];
  }[];
}

/** What a mapping made by hand comes to. */
export interface MappingResult {
  readonly mappings: readonly TableMapping[];
  readonly crsGuesses: CrsGuesses;
  /** Null where nothing had to be left out. */
  readonly stripped: StrippedReading | null;
}

/** Findings of a rule. */
export interface RuleCount {
  readonly rule: ImportRule;
  readonly severity: CheckedFinding['severity'];
  readonly count: number;
  readonly settled: number;
  readonly repairable: number;
}

/** What a check came to, in numbers. */
export interface CheckCounts {
  readonly rules: readonly RuleCount[];
  readonly ledgers: readonly LedgerCounts[];
  readonly rowsRead: number;
  readonly rowsHeld: number;
  readonly rowsLeftOut: number;
  /** Unsettled errors about tables as a whole. */
  readonly tableErrors: number;
  /** Whether nothing would change. */
  readonly isNoChange: boolean;
}

/** What a check came to: numbers, and three packed files. */
export interface CheckingResult {
  readonly counts: CheckCounts;
  /** A `CountyChange` as gzipped JSON. */
  readonly change: Uint8Array;
  /** Packed findings, in the order of file, table and row; key: the rule. */
  readonly findings: Uint8Array;
  /** Packed differences; key: ledger and kind. */
  readonly differences: Uint8Array;
  readonly crsGuesses: CrsGuesses;
}

/** What each kind of order comes to. */
export interface ImportResults {
  readonly read: ReadingResult;
  readonly check: CheckingResult;
  readonly map: MappingResult;
  readonly positions: { readonly geojson: string };
}

/** What the thread answers. */
export type ImportReply =
  | { readonly kind: 'progress'; readonly progress: NonNullable<ImportRecord['progress']> }
  | { readonly kind: 'done'; readonly result: ImportResults[keyof ImportResults] }
  | { readonly kind: 'failed'; readonly error: SentError };
