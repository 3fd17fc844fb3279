import type { Knex } from 'knex';
import { letReadsIn } from './let-reads-in.ts';

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
  readonly has_versions: boolean;
}

const FOREIGN_KEYS = `
  SELECT k.conname AS name, child.relname AS child, parent.relname AS parent,
    (SELECT array_agg(a.attname::text ORDER BY c.place) FROM unnest(k.conkey) WITH ORDINALITY c (number, place)
      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = c.number) AS child_columns,
    (SELECT array_agg(a.attname::text ORDER BY c.place) FROM unnest(k.confkey) WITH ORDINALITY c (number, place)
      JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = c.number) AS parent_columns,
    EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = k.conrelid AND a.attname = 'county_code') AS per_county,
    EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = k.conrelid AND a.attname = 'revision_from') AS has_versions
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
   * @param loaded what got rows; without it every row of every table is checked
   * @throws {Error} with SQLSTATE 23503: a row of the county, or of a table that belongs to none, refers to nothing
   */
  finish(countyCode: string, loaded?: LoadedVersions): Promise<void>;
}

/** What a load added, when it added versions and neither removed nor altered what others refer to. */
export interface LoadedVersions {
  readonly tables: ReadonlySet<string>;
  /** The revision at which they begin: rows of before were checked when they came. */
  readonly revision: number;
}

/**
 * Memory of one sort or one table of hashes: with the usual 4 MB those of 50,000 rows go through files. The planner has no statistics of rows that
 * have just come, takes them for few, and would look each of them up by itself. A plan that must use nested loops all the same counts as so dear
 * that a server would compile it, which takes longer than the query.
 */
const MANY_ROWS_SETTINGS = [
  ['work_mem', `'64MB'`],
  ['enable_nestloop', 'off'],
  ['jit', 'off'],
] as const;

/** Settings that a load makes for its transaction. */
export const BULK_SETTINGS: readonly string[] = MANY_ROWS_SETTINGS.map(([setting]) => setting);

/**
 * Begins to load the rows of a county. On the embedded engine the foreign keys are checked at the end, each with one query over the county,
 * instead of row by row, which takes a third of the time of a large load; on a server, where others write too, PostgreSQL checks every row.
 */
export async function beginBulkLoad(trx: Knex.Transaction): Promise<BulkLoad> {
  const isCheckedAtEnd = (await readSetting(trx, SINGLE_SESSION_SETTING)) === 'on';
  // The checks of foreign keys are triggers, and those do not fire in this role. The program has no triggers of its own.
  if (isCheckedAtEnd) await trx.raw('SET LOCAL session_replication_role = replica');
  await trx.raw(MANY_ROWS_SETTINGS.map(([setting, value]) => `SET LOCAL ${setting} = ${value}`).join('; '));
  return {
    isCheckedAtEnd,
    async finish(countyCode, loaded) {
      if (isCheckedAtEnd) {
        await trx.raw('SET LOCAL session_replication_role = origin');
        const { rows } = await trx.raw<{ rows: ForeignKey[] }>(FOREIGN_KEYS);
        const keys = rows.filter(({ child }) => loaded?.tables.has(child) ?? true);
        for (const key of keys) {
          await letReadsIn(trx);
          await checkForeignKey(trx, key, { countyCode, revision: loaded?.revision ?? null });
        }
      }
      await trx.raw(BULK_SETTINGS.map((setting) => `SET LOCAL ${setting} TO DEFAULT`).join('; '));
    },
  };
}

async function readSetting(trx: Knex.Transaction, name: string): Promise<string | null> {
  const { rows } = await trx.raw<{ rows: { value: string | null }[] }>('SELECT current_setting(?, true) AS value', [
    name,
  ]);
  return rows[0]?.value ?? null;
}

/** As MATCH SIMPLE has it: a row with a null in the key refers to nothing and need not. Values that many rows share are looked up once. */
async function checkForeignKey(
  trx: Knex.Transaction,
  key: ForeignKey,
  { countyCode, revision }: { readonly countyCode: string; readonly revision: number | null },
): Promise<void> {
  const { child_columns: own, parent_columns: others } = key;
  const isNarrowed = revision !== null && key.has_versions;
  const conditions = [
    ...own.map(() => 'child.?? IS NOT NULL'),
    ...(key.per_county ? ['child.county_code = ?'] : []),
    ...(isNarrowed ? ['child.revision_from = ?'] : []),
  ];
  const match = own.map(() => 'parent.?? = child.??').join(' AND ');
  const { rows } = await trx.raw<{ rows: unknown[] }>(
    `SELECT FROM (SELECT DISTINCT ${own.map(() => 'child.??').join(', ')} FROM ?? child WHERE ${conditions.join(' AND ')}) child
     WHERE NOT EXISTS (SELECT FROM ?? parent WHERE ${match}) LIMIT 1`,
    [
      ...[...own, key.child, ...own, ...(key.per_county ? [countyCode] : []), ...(isNarrowed ? [revision] : [])],
      ...[key.parent, ...own.flatMap((column, index) => [others[index] ?? '', column])],
    ],
  );
  if (rows.length === 0) return;
  const message = `Got a row of ${key.child} without its row of ${key.parent}, expected foreign key ${key.name} to hold`;
  throw Object.assign(new Error(message), { code: '23503', constraint: key.name });
}
