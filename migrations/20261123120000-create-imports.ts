import type { Knex } from 'knex';

/**
 * Figures that were reported upward, imports with their kept files, and templates of column mappings. An import belongs to a county and names the
 * revisions that it, and its undoing, made; what is read, chosen and found on the way lies in files, because it may be large and is no data yet.
 */
export async function up(trx: Knex.Transaction): Promise<void> {
  await trx.raw('ALTER TABLE thing DROP CONSTRAINT thing_kind_check');
  await trx.raw(`
    ALTER TABLE thing ADD CONSTRAINT thing_kind_check CHECK (kind IN ('area', 'settlement', 'household', 'site', 'homestead',
      'segment', 'hazard', 'park', 'service', 'constraint', 'project', 'task', 'item', 'responsibility', 'benchmark',
      'calendar_stop', 'river', 'plan', 'reported_total'))`);
  await trx.raw(`
    CREATE TABLE reported_total (
      county_code TEXT NOT NULL,
      code TEXT NOT NULL,
      revision_from INTEGER NOT NULL,
      revision_to INTEGER CHECK (revision_to > revision_from),
      area_code TEXT NOT NULL,
      subject TEXT NOT NULL,
      value DOUBLE PRECISION NOT NULL,
      unit TEXT NOT NULL,
      reported_on DATE NOT NULL,
      recipient TEXT NOT NULL,
      signed_by TEXT NOT NULL,
      explanation TEXT,
      PRIMARY KEY (county_code, code, revision_from),
      FOREIGN KEY (county_code, code) REFERENCES thing (county_code, code),
      FOREIGN KEY (county_code, area_code) REFERENCES thing (county_code, code)
    )`);
  await trx.raw(`
    CREATE TABLE import (
      county_code TEXT NOT NULL,
      import_id TEXT NOT NULL CHECK (import_id ~ '^[0-9]{6}-[0-9a-f]{16}$' AND left(import_id, 6) = county_code),
      state TEXT NOT NULL CHECK (state IN ('reading', 'read', 'checking', 'checked', 'writing', 'written', 'undone', 'failed', 'cancelled')),
      version INTEGER NOT NULL CHECK (version > 0),
      account_id TEXT NOT NULL REFERENCES account (account_id),
      created_at TIMESTAMPTZ NOT NULL,
      changed_at TIMESTAMPTZ NOT NULL,
      mappings JSONB NOT NULL,
      repairs JSONB NOT NULL,
      summary JSONB,
      error JSONB,
      reading_sha256 TEXT,
      change_sha256 TEXT,
      checked_revision INTEGER,
      written_revision INTEGER,
      written_at TIMESTAMPTZ,
      undone_revision INTEGER,
      undone_at TIMESTAMPTZ,
      PRIMARY KEY (county_code, import_id),
      FOREIGN KEY (county_code, written_revision) REFERENCES revision (county_code, revision),
      FOREIGN KEY (county_code, undone_revision) REFERENCES revision (county_code, revision)
    )`);
  await trx.raw('CREATE INDEX import_by_time ON import (county_code, created_at DESC, import_id)');
  await trx.raw(`
    CREATE TABLE import_file (
      county_code TEXT NOT NULL,
      import_id TEXT NOT NULL,
      file_number INTEGER NOT NULL CHECK (file_number >= 0),
      name TEXT NOT NULL,
      format TEXT NOT NULL,
      byte_count BIGINT NOT NULL CHECK (byte_count >= 0),
      sha256 TEXT NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
      kept_name TEXT NOT NULL,
      kept_sha256 TEXT NOT NULL CHECK (kept_sha256 ~ '^[0-9a-f]{64}$'),
      left_out JSONB NOT NULL,
      PRIMARY KEY (county_code, import_id, file_number),
      FOREIGN KEY (county_code, import_id) REFERENCES import (county_code, import_id),
      FOREIGN KEY (county_code, kept_sha256) REFERENCES file (county_code, sha256)
    )`);
  await trx.raw('CREATE INDEX import_file_by_sum ON import_file (county_code, sha256)');
  await trx.raw(`
    CREATE TABLE import_template (
      county_code TEXT NOT NULL,
      template_id TEXT NOT NULL CHECK (template_id ~ '^[A-Za-z0-9_-]{1,40}$'),
      name TEXT NOT NULL,
      template JSONB NOT NULL,
      changed_by TEXT NOT NULL REFERENCES account (account_id),
      changed_at TIMESTAMPTZ NOT NULL,
      PRIMARY KEY (county_code, template_id),
      UNIQUE (county_code, name)
    )`);
}

/** Takes the tables away; a county with reported totals keeps none. */
export async function down(trx: Knex.Transaction): Promise<void> {
  await trx.raw('DROP TABLE import_template, import_file, import, reported_total');
  await trx.raw(`DELETE FROM thing WHERE kind = 'reported_total'`);
  await trx.raw('ALTER TABLE thing DROP CONSTRAINT thing_kind_check');
  await trx.raw(`
    ALTER TABLE thing ADD CONSTRAINT thing_kind_check CHECK (kind IN ('area', 'settlement', 'household', 'site', 'homestead',
      'segment', 'hazard', 'park', 'service', 'constraint', 'project', 'task', 'item', 'responsibility', 'benchmark',
      'calendar_stop', 'river', 'plan'))`);
}
