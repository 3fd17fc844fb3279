import type { Knex } from 'knex';

/**
 * Which process works at a job, when it last said so, and how often the job was begun: a job whose process died is found and begun again, once.
 * `error_details` fills the placeholders of the sentence of `error_code`.
 */
export async function up(trx: Knex.Transaction): Promise<void> {
  await trx.raw(`
    ALTER TABLE job
      ADD COLUMN runner TEXT,
      ADD COLUMN beat_at TIMESTAMPTZ,
      ADD COLUMN attempt_count INTEGER NOT NULL DEFAULT 0 CHECK (attempt_count >= 0),
      ADD COLUMN error_details JSONB`);
}

/** Takes the columns away. */
export async function down(trx: Knex.Transaction): Promise<void> {
  await trx.raw(
    'ALTER TABLE job DROP COLUMN runner, DROP COLUMN beat_at, DROP COLUMN attempt_count, DROP COLUMN error_details',
  );
}
