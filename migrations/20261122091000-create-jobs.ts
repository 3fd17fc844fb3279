import type { Knex } from 'knex';

/** Long work that a person waits for: atlases, imports, optimisations. */
export async function up(trx: Knex.Transaction): Promise<void> {
  await trx.raw(`
    CREATE TABLE job (
      county_code TEXT NOT NULL,
      job_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
      input JSONB NOT NULL,
      result JSONB,
      error_code TEXT,
      progress DOUBLE PRECISION NOT NULL DEFAULT 0 CHECK (progress >= 0 AND progress <= 1),
      account_id TEXT NOT NULL REFERENCES account (account_id),
      created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
      started_at TIMESTAMPTZ,
      finished_at TIMESTAMPTZ,
      PRIMARY KEY (county_code, job_id)
    )`);
  await trx.raw(`CREATE INDEX job_waiting ON job (created_at) WHERE state = 'waiting'`);
}

/** Takes the table away. */
export async function down(trx: Knex.Transaction): Promise<void> {
  await trx.raw('DROP TABLE job');
}
