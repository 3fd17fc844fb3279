import type { Knex } from 'knex';

/**
 * Setting with which the embedded engine is started: this session is the only one, so nobody can take away a row between the moment at which
 * another row refers to it and the moment at which that is checked.
 */
export const SINGLE_SESSION_SETTING = 'guatu.single_session';

interface ForeignKey {
  readonly name: string;
  readonly child: string;
  readonly parent: string;
  readonly child_columns: readonly string[];
  readonly parent_columns: readonly string[];
  readonly per_county: boolean;
}

const FOREIGN_KEYS = `
  SELECT k.conname AS name, child.relname AS child, parent.relname AS parent,
    (SELECT array_agg(a.attname::text ORDER BY c.place) FROM unnest(k.conkey) WITH ORDINALITY c (number, place)
      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = c.number) AS child_columns,
    (SELECT array_agg(a.attname::text ORDER BY c.place) FROM unnest(k.confkey) WITH ORDINALITY c (number, place)
      JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = c.number) AS parent_columns,
    EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = k.conrelid AND a.attname = 'county_code') AS per_county
  FROM pg_constraint k
  JOIN pg_class child ON child.oid = k.conrelid
  JOIN pg_class parent ON parent.oid = k.confrelid
  JOIN pg_namespace n ON n.oid = child.relnamespace
  WHERE k.contype = 'f' AND n.nspname = 'public'
  ORDER BY child.relname, k.conname`;

/** A large load under way in a transaction. */
export interface BulkLoad {
  /** Whether foreign keys wait for `finish`; otherwise each statement is checked at its end, as ever. */
  readonly isCheckedAtEnd: boolean;
  /**
   * Must be called before the transaction commits.
   *
   * @param tables those that got rows; without them every table is checked
   * @throws {Error} with SQLSTATE 23503: a row of the county, or of a table that belongs to none, refers to nothing
   */
  finish(countyCode: string, tables?: ReadonlySet<string>): Promise<void>;
}

/**
 * Begins to load the rows of a county. On the embedded engine the foreign keys are checked at the end, each with one query over the county,
 * instead of row by row, which takes a third of the time of a large load; on a server, where others write too, PostgreSQL checks every row.
 */
export async function beginBulkLoad(trx: Knex.Transaction): Promise<BulkLoad> {
  const isCheckedAtEnd = (await readSetting(trx, SINGLE_SESSION_SETTING)) === 'on';
  // The checks of foreign keys are triggers, and those do not fire in this role. The program has no triggers of its own.
  if (isCheckedAtEnd) await trx.raw('SET LOCAL session_replication_role = replica');
  return {
    isCheckedAtEnd,
    async finish(countyCode, tables) {
      if (!isCheckedAtEnd) return;
      await trx.raw('SET LOCAL session_replication_role = origin');
      const { rows } = await trx.raw<{ rows: ForeignKey[] }>(FOREIGN_KEYS);
      for (const key of rows) if (tables?.has(key.child) ?? true) await checkForeignKey(trx, key, countyCode);
    },
  };
}

async function readSetting(trx: Knex.Transaction, name: string): Promise<string | null> {
  const { rows } = await trx.raw<{ rows: { value: string | null }[] }>('SELECT current_setting(?, true) AS value', [
    name,
  ]);
  return rows[0]?.value ?? null;
}

/** As MATCH SIMPLE has it: a row with a null in the key refers to nothing and need not. */
async function checkForeignKey(trx: Knex.Transaction, key: ForeignKey, countyCode: string): Promise<void> {
  const { child_columns: own, parent_columns: others } = key;
  const whole = own.map(() => 'child.?? IS NOT NULL').join(' AND ');
  const match = own.map(() => 'parent.?? = child.??').join(' AND ');
  const { rows } = await trx.raw<{ rows: unknown[] }>(
    `SELECT FROM ?? child WHERE ${whole} ${key.per_county ? 'AND child.county_code = ?' : ''}
     AND NOT EXISTS (SELECT FROM ?? parent WHERE ${match}) LIMIT 1`,
    [
      ...[key.child, ...own, ...(key.per_county ? [countyCode] : []), key.parent],
      ...own.flatMap((column, index) => [others[index] ?? '', column]),
    ],
  );
  if (rows.length === 0) return;
  const message = `Got a row of ${key.child} without its row of ${key.parent}, expected foreign key ${key.name} to hold`;
  throw Object.assign(new Error(message), { code: '23503', constraint: key.name });
}
