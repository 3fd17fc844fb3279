import type { Knex } from 'knex';
import { EnvironmentError } from '#core/errors.ts';
import type { ErrorPlace } from '../environment-errors.ts';

/** SQLSTATEs of an extension that is not installed or may not be created by this account. */
const CANNOT_CREATE: ReadonlySet<string> = new Set(['0A000', '58P01', '42501']);

/**
 * Makes sure that the database can be written and has PostGIS; creates the extension where the account may.
 *
 * @throws {EnvironmentError} `database_read_only`, `postgis_missing`
 */
export async function checkPostgis(trx: Knex.Transaction, place: ErrorPlace): Promise<void> {
  const { rows } = await trx.raw<{ rows: { standby: boolean }[] }>('SELECT pg_is_in_recovery() AS standby');
  if (rows[0]?.standby === true) {
    throw new EnvironmentError('database_read_only', 'The database server is a standby', { ...place });
  }
  const found = await trx('pg_extension')
    .where({ extname: 'postgis' })
    .first<{ extname: string } | undefined>('extname');
  if (found !== undefined) return;
  try {
    await trx.raw('CREATE EXTENSION IF NOT EXISTS postgis');
  } catch (error) {
    if (!CANNOT_CREATE.has(readSqlState(error))) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new EnvironmentError('postgis_missing', `The database has no PostGIS: ${message}`, {
      ...place,
      reason: message,
    });
  }
}

function readSqlState(error: unknown): string {
  return error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? '') : '';
}
