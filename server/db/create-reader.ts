import { EnvironmentError, InvalidInputError } from '#core/errors.ts';
import type { Transactions } from './database.ts';

/** Name of a role: what needs no quotes anywhere. */
const ROLE_NAME = /^[a-z][a-z0-9_]{0,40}$/;

/** PostgreSQL: the one who asks may not make roles. */
const INSUFFICIENT_PRIVILEGE = '42501';

/** Who may read the views of the schema `guatu`. */
export interface Reader {
  readonly name: string;
  readonly password: string;
}

/**
 * Makes a role that may read the views of the schema `guatu` and nothing else: no tables, no writing, no query over a minute. A role that is there
 * already gets the new password and the same rights.
 *
 * @throws {EnvironmentError} `reader_needs_server`: the embedded database cannot be reached by other software; `reader_not_allowed`
 * @throws {InvalidInputError} `reader_name`
 */
export async function createReader(database: Transactions, { name, password }: Reader): Promise<void> {
  if (!ROLE_NAME.test(name)) throw new InvalidInputError('reader_name', `Got role ${name}`, { got: name });
  if (database.engine === 'embedded') throw new EnvironmentError('reader_needs_server', 'The database is embedded');
  try {
    await database.write(async (trx) => {
      const known = await trx('pg_roles').where({ rolname: name }).first('rolsuper');
      if (known?.rolsuper === true) throw new InvalidInputError('reader_name', `${name} is a superuser`, { got: name });
      const verb = known === undefined ? 'CREATE' : 'ALTER';
      const { rows } = await trx.raw<{ rows: { statement: string }[] }>(
        `SELECT format('${verb} ROLE %I LOGIN PASSWORD %L', ?::text, ?::text) AS statement`,
        [name, password],
      );
      await trx.raw(rows[0]?.statement ?? '');
      await trx.raw('ALTER ROLE ?? SET default_transaction_read_only = on', [name]);
      await trx.raw(`ALTER ROLE ?? SET statement_timeout = '60s'`, [name]);
      await trx.raw('GRANT USAGE ON SCHEMA guatu TO ??', [name]);
      await trx.raw('GRANT SELECT ON ALL TABLES IN SCHEMA guatu TO ??', [name]);
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === INSUFFICIENT_PRIVILEGE) {
      throw new EnvironmentError('reader_not_allowed', 'May not create roles', { name });
    }
    throw error;
  }
}
