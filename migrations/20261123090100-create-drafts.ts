import type { Knex } from 'knex';

/**
 * Plans that people work at. They have a counter of their own (`version`), because the data revision is not raised by a draft. A command that was
 * undone stays: as `undone` it can be redone, as `dropped` it is only remembered. `changed_version` is the version that last added it, took it
 * out or brought it back. The row of a published plan stays, frozen, for its description and its history.
 */
export async function up(trx: Knex.Transaction): Promise<void> {
  await trx.raw(`
    CREATE TABLE plan_draft (
      county_code TEXT NOT NULL,
      code TEXT NOT NULL CHECK (code ~ '^[A-Za-z0-9_-]{1,40}$'),
      name TEXT NOT NULL,
      name_en TEXT NOT NULL,
      description TEXT NOT NULL,
      owner TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('draft', 'submitted', 'published')),
      based_on TEXT,
      base_revision INTEGER NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      created_by TEXT NOT NULL REFERENCES account (account_id),
      created_at TIMESTAMPTZ NOT NULL,
      changed_by TEXT NOT NULL REFERENCES account (account_id),
      changed_at TIMESTAMPTZ NOT NULL,
      PRIMARY KEY (county_code, code),
      FOREIGN KEY (county_code, base_revision) REFERENCES revision (county_code, revision),
      FOREIGN KEY (county_code, based_on) REFERENCES thing (county_code, code)
    )`);
  await trx.raw(`
    CREATE TABLE draft_command (
      county_code TEXT NOT NULL,
      plan_code TEXT NOT NULL,
      command_id TEXT NOT NULL,
      position INTEGER NOT NULL CHECK (position >= 0),
      kind TEXT NOT NULL,
      input JSONB NOT NULL,
      batch TEXT,
      commanded_by TEXT NOT NULL,
      commanded_at TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('live', 'undone', 'dropped')),
      changed_version INTEGER NOT NULL CHECK (changed_version > 0),
      PRIMARY KEY (county_code, plan_code, command_id),
      UNIQUE (county_code, plan_code, position),
      FOREIGN KEY (county_code, plan_code) REFERENCES plan_draft (county_code, code)
    )`);
  await trx.raw(`
    CREATE TABLE draft_history (
      county_code TEXT NOT NULL,
      plan_code TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      action TEXT NOT NULL CHECK (action IN ('created', 'added', 'undone', 'redone', 'removed', 'renamed', 'rebased', 'submitted',
        'withdrawn', 'published')),
      done_by TEXT NOT NULL REFERENCES account (account_id),
      done_at TIMESTAMPTZ NOT NULL,
      command_ids TEXT[] NOT NULL,
      PRIMARY KEY (county_code, plan_code, version),
      FOREIGN KEY (county_code, plan_code) REFERENCES plan_draft (county_code, code)
    )`);
}

/** Takes the three tables away. */
export async function down(trx: Knex.Transaction): Promise<void> {
  await trx.raw('DROP TABLE draft_history, draft_command, plan_draft');
}
