import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Knex } from 'knex';
import { EnvironmentError } from '#core/errors.ts';
import type { MigrationReport, Transactions } from './database.ts';

/** A file of `migrations/`, in Knex's form. */
interface Migration {
  readonly up: (trx: Knex.Transaction) => Promise<unknown>;
  readonly down: (trx: Knex.Transaction) => Promise<unknown>;
}

/** What `migrate` needs beside the database. */
export interface MigrateOptions {
  readonly migrationsFolder: string;
  /** Applies only these; by default all. */
  readonly only?: readonly string[];
  /** Called once before the first migration of a database that already has some. */
  readonly backUp?: (pending: readonly string[]) => Promise<void>;
}

/** File name of a migration: 14 digits of a time, then words. */
const MIGRATION_FILE = /^\d{14}-[a-z0-9-]+\.ts$/;

/** Number of the advisory lock that lets one process migrate at a time on a server ("guatu" as ASCII codes added up, times 1000). */
const MIGRATION_LOCK = 543_000;

/**
 * Applies the files of the migrations folder that the database does not have, in the order of their names. Each runs in one transaction with
 * the row that records it, so that a run killed at any moment goes on where it stopped.
 *
 * @throws {EnvironmentError} `database_newer`: the database has a migration that this program does not know
 */
export function createMigrate(database: Transactions, options: MigrateOptions): () => Promise<MigrationReport> {
  return async () => {
    const names = await listMigrations(options.migrationsFolder, options.only);
    const before = await database.write(readApplied, 'none');
    checkKnown(before, names);
    const pending = names.filter((name) => !before.includes(name));
    if (pending.length > 0 && before.length > 0) await options.backUp?.(pending);
    const applied: string[] = [];
    for (const name of pending) {
      const migration = await loadMigration(options.migrationsFolder, name);
      if (await database.write((trx) => applyMigration(trx, name, migration), 'none')) applied.push(name);
    }
    return { applied };
  };
}

/** Names of the applied migrations, oldest first; none when the table is absent. */
export async function listAppliedMigrations(trx: Knex.Transaction): Promise<string[]> {
  if (!(await trx.schema.hasTable('migration'))) return [];
  return trx('migration').orderBy('name').pluck<string[]>('name');
}

async function listMigrations(folder: string, only: readonly string[] | undefined): Promise<string[]> {
  const files = await readdir(folder);
  const names = files.filter((file) => MIGRATION_FILE.test(file)).map((file) => file.replace(/\.ts$/, ''));
  return names.filter((name) => only === undefined || only.includes(name)).sort();
}

async function readApplied(trx: Knex.Transaction): Promise<string[]> {
  await takeMigrationLock(trx);
  await trx.raw(
    'CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, applied_at TIMESTAMPTZ NOT NULL DEFAULT now())',
  );
  return listAppliedMigrations(trx);
}

/** Held to the end of the transaction. On the embedded engine the folder's lock does this work. */
async function takeMigrationLock(trx: Knex.Transaction): Promise<void> {
  await trx.raw('SELECT pg_advisory_xact_lock(?)', [MIGRATION_LOCK]);
}

function checkKnown(applied: readonly string[], names: readonly string[]): void {
  const unknown = applied.filter((name) => !names.includes(name)).at(-1);
  if (unknown === undefined) return;
  const expected = names.at(-1) ?? '';
  throw new EnvironmentError(
    'database_newer',
    `Got a database with migration ${unknown}, expected none after ${expected}: it was written by a newer program`,
    { found: unknown, expected },
  );
}

async function loadMigration(folder: string, name: string): Promise<Migration> {
  const loaded: unknown = await import(/* @vite-ignore */ pathToFileURL(join(folder, `${name}.ts`)).href);
  if (isMigration(loaded)) return loaded;
  throw new Error(`Got ${name} without up and down, expected both functions`);
}

function isMigration(loaded: unknown): loaded is Migration {
  return typeof loaded === 'object' && loaded !== null && 'up' in loaded && 'down' in loaded;
}

/** @returns whether this process applied it; another one may have been first */
async function applyMigration(trx: Knex.Transaction, name: string, migration: Migration): Promise<boolean> {
  await takeMigrationLock(trx);
  if ((await listAppliedMigrations(trx)).includes(name)) return false;
  await migration.up(trx);
  await trx('migration').insert({ name });
  return true;
}
