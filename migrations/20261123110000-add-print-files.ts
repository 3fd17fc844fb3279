import type { Knex } from 'knex';

/**
 * Which sheet of its set a printed file holds and how fine a picture it is, so that the same file can be made again. Null: all sheets, drawn as vectors;
 * of pictures from before there was this, the first sheet at the usual fineness.
 */
export async function up(trx: Knex.Transaction): Promise<void> {
  await trx.raw(`
    ALTER TABLE sheet_print
      ADD COLUMN page INTEGER CHECK (page > 0),
      ADD COLUMN dpi INTEGER CHECK (dpi > 0)`);
}

/** Takes the columns away. */
export async function down(trx: Knex.Transaction): Promise<void> {
  await trx.raw('ALTER TABLE sheet_print DROP COLUMN page, DROP COLUMN dpi');
}
