import type { Knex } from 'knex';
import type { Backups } from './backup/backup.ts';

/** One transaction of either engine; every store takes it as its first parameter. */
export type Transaction = Knex.Transaction;

/** How long a piece of work may take. `interactive` 10 s, `job` 120 s, `none` for migrations and seeding. */
export type Deadline = 'interactive' | 'job' | 'none';

/** What one engine can do and the other cannot: the only place where the difference may be asked for. */
export interface Capabilities {
  /** ST_AsMVT, absent in the embedded build. */
  readonly vectorTiles: boolean;
  /** Several connections at once; the embedded engine has one. */
  readonly concurrentConnections: boolean;
}

/** What a migration run did. */
export interface MigrationReport {
  readonly applied: readonly string[];
}

/**
 * Transactions on one PostGIS, whichever engine it is.
 *
 * Every query goes through a transaction given to `work`; nothing else may be awaited inside it than that transaction (the embedded
 * engine has one connection). A poisoned answer, a missed deadline or a lost engine rejects with an `EnvironmentError`, and nothing of a
 * `write` stays. `read` sees one picture of the data over all its queries and refuses writes. Without a deadline it is `interactive`.
 */
export interface Transactions {
  readonly engine: 'embedded' | 'server';
  readonly capabilities: Capabilities;
  read<T>(work: (trx: Knex.Transaction) => Promise<T>, deadline?: Deadline): Promise<T>;
  write<T>(work: (trx: Knex.Transaction) => Promise<T>, deadline?: Deadline): Promise<T>;
  close(): Promise<void>;
}

/** The one door to PostGIS, the same for the embedded engine and a PostGIS server. */
export interface Database extends Transactions {
  /** Applies what is missing of `migrations/`; a database that already has some is backed up and the backup verified first. */
  migrate(): Promise<MigrationReport>;
  readonly backups: Backups;
}
