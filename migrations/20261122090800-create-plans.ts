import type { Knex } from 'knex';

/** Plans: commands over today's county and the schedule that publishing stores. */
export async function up(trx: Knex.Transaction): Promise<void> {
  await trx.raw(`
    CREATE TABLE plan (
      county_code TEXT NOT NULL,
      code TEXT NOT NULL,
      revision_from INTEGER NOT NULL,
      revision_to INTEGER CHECK (revision_to > revision_from),
      name TEXT NOT NULL,
      name_en TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('draft', 'submitted', 'published', 'superseded')),
      published_on DATE,
      PRIMARY KEY (county_code, code, revision_from),
      CHECK (status <> 'published' OR published_on IS NOT NULL),
      FOREIGN KEY (county_code, code) REFERENCES thing (county_code, code),
      FOREIGN KEY (county_code, revision_from) REFERENCES revision (county_code, revision)
    )`);
  await trx.raw(`
    CREATE TABLE plan_command (
      county_code TEXT NOT NULL,
      plan_code TEXT NOT NULL,
      command_number INTEGER NOT NULL CHECK (command_number >= 0),
      revision_from INTEGER NOT NULL,
      revision_to INTEGER CHECK (revision_to > revision_from),
      command_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      input JSONB NOT NULL,
      commanded_by TEXT NOT NULL,
      commanded_at TEXT NOT NULL,
      PRIMARY KEY (county_code, plan_code, command_number, revision_from),
      FOREIGN KEY (county_code, plan_code) REFERENCES thing (county_code, code)
    )`);
  await trx.raw(`
    CREATE TABLE plan_schedule (
      county_code TEXT NOT NULL,
      plan_code TEXT NOT NULL,
      entry_number INTEGER NOT NULL CHECK (entry_number >= 0),
      revision_from INTEGER NOT NULL,
      revision_to INTEGER CHECK (revision_to > revision_from),
      indicator TEXT NOT NULL,
      part TEXT,
      area_code TEXT NOT NULL,
      month TEXT NOT NULL CHECK (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
      numerator DOUBLE PRECISION NOT NULL,
      denominator DOUBLE PRECISION,
      PRIMARY KEY (county_code, plan_code, entry_number, revision_from),
      FOREIGN KEY (county_code, plan_code) REFERENCES thing (county_code, code),
      FOREIGN KEY (county_code, area_code) REFERENCES thing (county_code, code)
    )`);
}

/** Takes the three tables away. */
export async function down(trx: Knex.Transaction): Promise<void> {
  await trx.raw('DROP TABLE plan_schedule, plan_command, plan');
}
