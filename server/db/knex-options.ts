import knexModule, { type Knex } from 'knex';
import pg from 'pg';

/** Object ids of the types that the driver would change on the way. */
const INT8 = 20;
const DATE = 1082;

/**
 * How values come out of both engines: a 64-bit integer as a number, a date as `YYYY-MM-DD` text (a `Date` would move with the time zone of
 * the machine), everything else as the driver does it (numeric as text, timestamptz as `Date`, json as a value).
 */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === INT8) return parseInteger;
    if (oid === DATE) return (text: string) => text;
    return pg.types.getTypeParser(oid, format as 'text');
  },
};

function parseInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`Got ${text}, expected an integer below 2^53`);
  return value;
}

/** Knex would print each lost connection; the caller hears of it by an error. */
const SILENT: Knex.Logger = { warn() {}, error() {}, deprecate() {}, debug() {} };

/** What both engines set in the same way. Bindings never get into error messages: they may be rows of a ledger. */
export function createKnex(
  connection: () => Knex.PgConnectionConfig,
  pool: Knex.PoolConfig,
  acquireLimit: number,
): Knex {
  return knexModule({
    client: 'pg',
    connection: () => ({ ...connection(), types }) as Knex.PgConnectionConfig,
    pool,
    acquireConnectionTimeout: acquireLimit,
    compileSqlOnError: false,
    log: SILENT,
  });
}
