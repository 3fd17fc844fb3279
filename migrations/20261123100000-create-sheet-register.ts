import type { Knex } from 'knex';

/**
 * Templates of sheets, what was printed, and where it hangs. None of it belongs to a data revision: it is about paper, not about the county. A print
 * is never changed; what was printed is made again from its spec and revision. The id of a print begins with its county, because it alone stands on
 * the sheet. A wall that was given up stays for the history of what hung there.
 */
export async function up(trx: Knex.Transaction): Promise<void> {
  await trx.raw(`
    CREATE TABLE sheet_template (
      county_code TEXT NOT NULL,
      template_id TEXT NOT NULL CHECK (template_id ~ '^[A-Za-z0-9_-]{1,40}$'),
      name TEXT NOT NULL,
      level TEXT CHECK (level IN ('county', 'town', 'village')),
      spec JSONB NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      created_by TEXT NOT NULL REFERENCES account (account_id),
      created_at TIMESTAMPTZ NOT NULL,
      created_revision INTEGER NOT NULL,
      changed_by TEXT NOT NULL REFERENCES account (account_id),
      changed_at TIMESTAMPTZ NOT NULL,
      changed_revision INTEGER NOT NULL,
      PRIMARY KEY (county_code, template_id),
      UNIQUE (county_code, name),
      FOREIGN KEY (county_code, created_revision) REFERENCES revision (county_code, revision),
      FOREIGN KEY (county_code, changed_revision) REFERENCES revision (county_code, revision)
    )`);
  await trx.raw(`
    CREATE TABLE sheet_print (
      county_code TEXT NOT NULL,
      print_id TEXT NOT NULL CHECK (print_id ~ '^[0-9]{6}-[0-9A-Z]{8}$' AND left(print_id, 6) = county_code),
      area_code TEXT NOT NULL,
      map TEXT NOT NULL CHECK (map IN ('targets', 'measures', 'industry', 'progress')),
      edition TEXT NOT NULL CHECK (edition IN ('internal', 'review', 'public')),
      approval_number TEXT CHECK (edition <> 'public' OR approval_number IS NOT NULL),
      format TEXT NOT NULL CHECK (format IN ('pdf', 'svg', 'png', 'tiff')),
      paper TEXT NOT NULL,
      title TEXT NOT NULL,
      spec JSONB NOT NULL,
      revision INTEGER NOT NULL,
      data_date DATE NOT NULL,
      as_of DATE NOT NULL,
      sha256 TEXT NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
      byte_count BIGINT NOT NULL CHECK (byte_count > 0),
      product_version TEXT NOT NULL,
      batch_id TEXT,
      printed_by TEXT NOT NULL REFERENCES account (account_id),
      printed_at TIMESTAMPTZ NOT NULL,
      PRIMARY KEY (county_code, print_id),
      FOREIGN KEY (county_code, revision) REFERENCES revision (county_code, revision)
    )`);
  await trx.raw('CREATE INDEX sheet_print_by_time ON sheet_print (county_code, printed_at DESC, print_id)');
  await trx.raw('CREATE INDEX sheet_print_by_area ON sheet_print (county_code, area_code, printed_at DESC)');
  await createWalls(trx);
}

async function createWalls(trx: Knex.Transaction): Promise<void> {
  await trx.raw(`
    CREATE TABLE wall (
      county_code TEXT NOT NULL,
      wall_id TEXT NOT NULL CHECK (wall_id ~ '^[A-Za-z0-9_-]{1,40}$'),
      name TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('headquarters', 'town_room', 'village_office', 'public_board')),
      area_code TEXT NOT NULL CHECK (left(area_code, 6) = county_code),
      note TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      created_by TEXT NOT NULL REFERENCES account (account_id),
      created_at TIMESTAMPTZ NOT NULL,
      changed_by TEXT NOT NULL REFERENCES account (account_id),
      changed_at TIMESTAMPTZ NOT NULL,
      given_up_at TIMESTAMPTZ,
      PRIMARY KEY (county_code, wall_id)
    )`);
  await trx.raw(`
    CREATE TABLE hanging (
      county_code TEXT NOT NULL,
      hanging_id TEXT NOT NULL CHECK (hanging_id ~ '^[A-Za-z0-9_-]{1,40}$'),
      wall_id TEXT NOT NULL,
      print_id TEXT NOT NULL,
      hung_on DATE NOT NULL,
      hung_by TEXT NOT NULL REFERENCES account (account_id),
      taken_down_on DATE CHECK (taken_down_on >= hung_on),
      taken_down_by TEXT REFERENCES account (account_id),
      CHECK ((taken_down_on IS NULL) = (taken_down_by IS NULL)),
      PRIMARY KEY (county_code, hanging_id),
      FOREIGN KEY (county_code, wall_id) REFERENCES wall (county_code, wall_id),
      FOREIGN KEY (county_code, print_id) REFERENCES sheet_print (county_code, print_id)
    )`);
  await trx.raw('CREATE INDEX hanging_by_wall ON hanging (county_code, wall_id, hung_on)');
  // the same sheet hangs on a wall once
  await trx.raw(`
    CREATE UNIQUE INDEX hanging_now ON hanging (county_code, print_id, wall_id) WHERE taken_down_on IS NULL`);
}

/** Takes the four tables away. */
export async function down(trx: Knex.Transaction): Promise<void> {
  await trx.raw('DROP TABLE hanging, wall, sheet_print, sheet_template');
}
