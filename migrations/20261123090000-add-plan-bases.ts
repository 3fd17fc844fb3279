import type { Knex } from 'knex';

/** What a published plan stands on, and the steps of undo of its commands. Null = it came with the ledgers. */
export async function up(trx: Knex.Transaction): Promise<void> {
  await trx.raw(`
    ALTER TABLE plan
      ADD COLUMN base_revision INTEGER CHECK (base_revision > 0),
      ADD COLUMN based_on TEXT,
      ADD FOREIGN KEY (county_code, base_revision) REFERENCES revision (county_code, revision),
      ADD FOREIGN KEY (county_code, based_on) REFERENCES thing (county_code, code)`);
  await trx.raw('ALTER TABLE plan_command ADD COLUMN batch TEXT');
}

/** Takes the columns away. */
export async function down(trx: Knex.Transaction): Promise<void> {
  await trx.raw('ALTER TABLE plan_command DROP COLUMN batch');
  await trx.raw('ALTER TABLE plan DROP COLUMN base_revision, DROP COLUMN based_on');
}
