import type { Knex } from 'knex';

/** Which book a print is: how deep it goes, which maps and papers it has, in which form. Null: a sheet. */
export async function up(trx: Knex.Transaction): Promise<void> {
  await trx.raw('ALTER TABLE sheet_print ADD COLUMN book JSONB');
}

/** Takes the column away. */
export async function down(trx: Knex.Transaction): Promise<void> {
  await trx.raw('ALTER TABLE sheet_print DROP COLUMN book');
}
