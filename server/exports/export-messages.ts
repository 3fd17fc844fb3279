import type { ExportCrs, ExportFormat } from '#core/api/exports.ts';
import type { CountyText } from '#core/county/county-text.ts';
import type { IsoDate } from '#core/county/dates.ts';
import type { LedgerKind } from '#core/ledgers/ledger.ts';
import type { Language } from '#core/texts/language.ts';
import type { SentError } from '../db/embedded/sent-error.ts';
import type { OutFile, OutTable } from './out-table.ts';

/** How a file is written, whatever it holds. */
export interface FileOrder {
  readonly format: ExportFormat;
  readonly crs: ExportCrs;
  readonly language: Language;
  readonly areaCode: string;
  readonly areaName: string;
  readonly asOf: IsoDate;
  readonly revision: number;
  /** Of the county, `[west, south, east, north]`: decides the zone. */
  readonly bbox: readonly [number, number, number, number];
  /** What it holds, in the reader's language and as a file name. */
  readonly what: string;
  readonly fileStem: string;
  /** For what is written on disk on the way. */
  readonly folder: string;
}

/** What the export thread is asked for. A county of null is the one that it read last. */
export type ExportOrder = FileOrder &
  (
    | { readonly kind: 'ledgers'; readonly county: CountyText | null; readonly ledgers: readonly LedgerKind[] }
    | { readonly kind: 'tables'; readonly tables: readonly OutTable[] }
    | { readonly kind: 'blank'; readonly county: CountyText | null; readonly ledger: LedgerKind; readonly rows: number }
  );

/** What it answers. */
export type ExportReply =
  | { readonly kind: 'done'; readonly file: OutFile }
  | { readonly kind: 'failed'; readonly error: SentError };
