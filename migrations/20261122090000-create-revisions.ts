import type { Knex } from 'knex';

/**
 * Accounts, data revisions, counties and their campaigns.
 *
 * Every table of versions has `revision_from` and `revision_to`, half-open: a row is valid at revision r when
 * `revision_from <= r` and `revision_to` is null or greater than r. Account and time of a version are those of its revision.
 */
export async function up(trx: Knex.Transaction): Promise<void> {
  await trx.raw(`
    CREATE TABLE account (
      account_id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      created_at TIMESTAMPTZ NOT NULL DEFAULT now()
    )`);
  await trx.raw(`INSERT INTO account (account_id, name) VALUES ('local', 'local')`);
  await trx.raw(`
    CREATE TABLE revision (
      county_code TEXT NOT NULL CHECK (county_code ~ '^[0-9]{6}$'),
      revision INTEGER NOT NULL CHECK (revision > 0),
      account_id TEXT NOT NULL REFERENCES account (account_id),
      recorded_at TIMESTAMPTZ NOT NULL DEFAULT now(),
      description TEXT NOT NULL,
      PRIMARY KEY (county_code, revision)
    )`);
  await trx.raw(`
    CREATE TABLE county (
      county_code TEXT NOT NULL,
      revision_from INTEGER NOT NULL,
      revision_to INTEGER CHECK (revision_to > revision_from),
      data_date DATE NOT NULL,
      origin TEXT NOT NULL,
      settings JSONB NOT NULL,
      PRIMARY KEY (county_code, revision_from),
      FOREIGN KEY (county_code, revision_from) REFERENCES revision (county_code, revision)
    )`);
  await trx.raw(`
    CREATE TABLE campaign (
      county_code TEXT NOT NULL,
      code TEXT NOT NULL,
      revision_from INTEGER NOT NULL,
      revision_to INTEGER CHECK (revision_to > revision_from),
      name TEXT NOT NULL,
      name_en TEXT NOT NULL,
      starts_on DATE NOT NULL,
      deadline DATE NOT NULL CHECK (deadline >= starts_on),
      base_year INTEGER NOT NULL,
      documents TEXT[] NOT NULL,
      target_word_set TEXT NOT NULL CHECK (target_word_set IN ('poverty_alleviation', 'consolidation',
        'regular_assistance', 'hazard_relocation', 'rural_roads', 'living_environment')),
      relocation_word_set TEXT NOT NULL CHECK (relocation_word_set IN ('poverty_alleviation', 'consolidation',
        'regular_assistance', 'hazard_relocation', 'rural_roads', 'living_environment')),
      PRIMARY KEY (county_code, code, revision_from),
      FOREIGN KEY (county_code, revision_from) REFERENCES revision (county_code, revision)
    )`);
}

/** Takes the four tables away. */
export async function down(trx: Knex.Transaction): Promise<void> {
  await trx.raw('DROP TABLE campaign, county, revision, account');
}
