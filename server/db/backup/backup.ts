/** Why a backup was made: it decides how long it is kept. */
export type BackupKind = 'daily' | 'manual' | 'migration';

/** Number of the file format; raised when an old program could not read a new file. */
export const BACKUP_FORMAT = 1;

/** What a backup holds of one table. */
export interface BackupTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: number;
  /** Over the lines of the table, each with its line end. */
  readonly sha256: string;
}

/**
 * First line of a backup. The file is gzip of lines of JSON; after the header each table follows in the order of `tables` with one line per
 * row: an array of texts as PostgreSQL writes the values, or null.
 */
export interface BackupHeader {
  readonly format: number;
  readonly kind: BackupKind;
  readonly county: string;
  /** Highest data revision inside. */
  readonly revision: number;
  /** Names of the migrations that the tables have seen. */
  readonly migrations: readonly string[];
  /** ISO time in UTC. */
  readonly madeAt: string;
  readonly tables: readonly BackupTable[];
}

/** A backup in the backup folder, as its name tells. */
export interface BackupFile {
  readonly path: string;
  readonly county: string;
  readonly kind: BackupKind;
  /** ISO time in UTC, to the second. */
  readonly madeAt: string;
}

/** Backups of one database: one file per county. */
export interface Backups {
  /** Newest first. */
  list(): Promise<BackupFile[]>;
  /** Writes one file per county, or only for `county`. */
  backUp(kind: BackupKind, county?: string): Promise<BackupFile[]>;
  /** For every county whose last daily backup is of an earlier day (UTC): backs it up, verifies it, removes what is kept no longer. */
  backUpDaily(): Promise<BackupFile[]>;
  /** Backs up every county and verifies the files at once. */
  backUpBeforeMigration(): Promise<void>;
  /**
   * Loads the file into a second engine in memory and compares every table with what the header says.
   *
   * @throws {EnvironmentError} `backup_damaged`, `backup_format`
   */
  verify(path: string): Promise<BackupHeader>;
  /**
   * Puts the county of the file into this database, all or nothing, and compares what is stored with the checksums of the file before it commits. A
   * file of an earlier version of the program is brought to this one first, in a second engine.
   *
   * @throws {EnvironmentError} `backup_damaged`, `backup_format`, `backup_migrations`, `backup_county_exists` unless `replace`
   */
  restore(path: string, options?: { readonly replace?: boolean }): Promise<BackupHeader>;
}
