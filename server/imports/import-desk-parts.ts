import type { ImportLimits } from '#core/api/import-records.ts';
import type { CountyText } from '#core/county/county-text.ts';
import type { Database, Transaction } from '#server/db/database.ts';

/** A file of a county by its checksum. */
export interface FileKey {
  readonly countyCode: string;
  readonly sha256: string;
}

/** A change that is written, or taken back. */
export interface DeskChange {
  readonly countyCode: string;
  readonly ifRevision: number;
  readonly account: string;
  readonly description: string;
  /** A `CountyChange` as gzipped JSON. */
  readonly change: Uint8Array;
  readonly undoes: number | null;
  readonly alongside: (trx: Transaction, revision: number) => Promise<void>;
}

/** A later revision that changed the same again. */
export interface DeskLaterChange {
  readonly code: string;
  readonly revision: number;
  readonly description: string;
  readonly recordedAt: Date;
}

/** What imports need of other features, given by `compose.ts`. */
export interface ImportDeskParts {
  readonly db: Database;
  readonly limits: ImportLimits;
  /** Folder for what may be thrown away; uploads lie there while they are read. */
  readonly cacheFolder: string;
  readonly account: string;
  /** Address of the module that converts what only GDAL reads. */
  readonly gdal: string;
  /** The newest revision and data date of a county. @throws {NotFoundError} `unknown_county` */
  readonly getCounty: (countyCode: string) => Promise<{ readonly revision: number }>;
  readonly readCountyText: (version: { readonly countyCode: string; readonly revision: number }) => Promise<CountyText>;
  readonly changeCounty: (change: DeskChange) => Promise<{ readonly revision: number }>;
  readonly findLaterChange: (version: {
    readonly countyCode: string;
    readonly revision: number;
  }) => Promise<DeskLaterChange | undefined>;
  readonly files: {
    readonly keep: (
      trx: Transaction,
      file: { readonly countyCode: string; readonly mediaType: string; readonly bytes: Uint8Array },
    ) => Promise<string>;
    readonly find: (trx: Transaction, key: FileKey) => Promise<Uint8Array | undefined>;
    readonly remove: (trx: Transaction, key: FileKey) => Promise<void>;
  };
  /** Wakes those who follow an import. */
  readonly bell: {
    ring(name: string): void;
    wait(name: string, until: { readonly milliseconds: number; readonly signal: AbortSignal }): Promise<void>;
  };
  /** Hears of failures of the program that nobody waits for. */
  readonly tellFault: (error: unknown) => void;
}
