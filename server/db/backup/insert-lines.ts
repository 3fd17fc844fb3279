import type { Knex } from 'knex';
import type { BulkLoad } from '../bulk-load.ts';
import { listCarriedColumns } from './dump-table.ts';
import type { TableInfo } from './list-tables.ts';

/** Turns lines of a backup into rows. */
export interface LineInserter {
  insert(table: TableInfo, lines: readonly string[]): Promise<void>;
  /** After the last line of a table. */
  finish(table: TableInfo): Promise<void>;
}

/** Where lines wait for the rest of their table. */
const GATHERED = 'CREATE TEMPORARY TABLE IF NOT EXISTS gathered (line JSON NOT NULL) ON COMMIT DROP';

/**
 * Inserts the lines of one table after the other. Where a row may refer to a later row of its own table, and each statement is checked at its
 * end, the lines are gathered first and inserted by one statement.
 */
export function createLineInserter(trx: Knex.Transaction, load: BulkLoad): LineInserter {
  const gathers = (table: TableInfo): boolean => table.refersToItself && !load.isCheckedAtEnd;
  return {
    async insert(table, lines) {
      const list = `[${lines.join(',')}]`;
      if (!gathers(table)) return insertFrom(trx, table, trx.raw('json_array_elements(?::json) AS line', [list]));
      await trx.raw(GATHERED);
      await trx.raw('INSERT INTO gathered SELECT * FROM json_array_elements(?::json)', [list]);
    },
    async finish(table) {
      if (!gathers(table)) return;
      await trx.raw(GATHERED);
      await insertFrom(trx, table, trx.raw('gathered'));
      await trx.raw('TRUNCATE gathered');
    },
  };
}

/** Each line is an array of texts; PostgreSQL turns each text into the type of its column. */
async function insertFrom(trx: Knex.Transaction, table: TableInfo, source: Knex.Raw): Promise<void> {
  const columns = listCarriedColumns(table);
  const values = columns.map(({ type }, index) => `(line->>${index})::${type}`).join(', ');
  const conflict = table.perCounty ? '' : 'ON CONFLICT DO NOTHING';
  const list = columns.map(() => '??').join(', ');
  await trx.raw(`INSERT INTO ?? (${list}) OVERRIDING SYSTEM VALUE SELECT ${values} FROM ? ${conflict}`, [
    table.name,
    ...columns.map(({ name }) => name),
    source,
  ]);
}
