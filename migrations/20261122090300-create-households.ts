import type { Knex } from 'knex';

/** Households without personal data, their relocation arrangements and old homesteads, and ledger rows exactly as reported. */
export async function up(trx: Knex.Transaction): Promise<void> {
  await trx.raw(`
    CREATE TABLE household (
      county_code TEXT NOT NULL,
      code TEXT NOT NULL CHECK (code ~ '^[0-9]{19}$'),
      revision_from INTEGER NOT NULL,
      revision_to INTEGER CHECK (revision_to > revision_from),
      settlement_code TEXT NOT NULL,
      people INTEGER NOT NULL CHECK (people >= 0 AND people <= 255),
      category TEXT CHECK (category IN ('industry', 'relocation', 'ecological_post', 'education', 'social_security', 'medical')),
      main_cause TEXT CHECK (main_cause IN ('illness', 'disability', 'schooling', 'disaster', 'lack_of_skill',
        'lack_of_labour', 'lack_of_funds', 'lack_of_transport', 'other')),
      other_causes TEXT[] NOT NULL,
      measures TEXT[] NOT NULL,
      funds_yuan DOUBLE PRECISION CHECK (funds_yuan >= 0),
      fund_source TEXT,
      deadline DATE,
      responsible_post TEXT,
      labour_force INTEGER NOT NULL CHECK (labour_force >= 0 AND labour_force <= 255),
      house_class TEXT CHECK (house_class IN ('A', 'B', 'C', 'D')),
      safe_water BOOLEAN,
      sanitary_toilet BOOLEAN,
      hazard_code TEXT,
      PRIMARY KEY (county_code, code, revision_from),
      FOREIGN KEY (county_code, code) REFERENCES thing (county_code, code),
      FOREIGN KEY (county_code, settlement_code) REFERENCES thing (county_code, code),
      FOREIGN KEY (county_code, hazard_code) REFERENCES thing (county_code, code)
    )`);
  await trx.raw(`
    CREATE TABLE arrangement (
      county_code TEXT NOT NULL,
      household_code TEXT NOT NULL,
      revision_from INTEGER NOT NULL,
      revision_to INTEGER CHECK (revision_to > revision_from),
      kind TEXT NOT NULL CHECK (kind IN ('centralised', 'self_built', 'purchased', 'monetary', 'with_relatives',
        'moved_to_city')),
      site_code TEXT,
      planned_year INTEGER NOT NULL,
      retained_reason TEXT,
      PRIMARY KEY (county_code, household_code, revision_from),
      CHECK (kind = 'centralised' OR site_code IS NULL),
      FOREIGN KEY (county_code, household_code) REFERENCES thing (county_code, code),
      FOREIGN KEY (county_code, site_code) REFERENCES thing (county_code, code)
    )`);
  await trx.raw(`
    CREATE TABLE homestead (
      county_code TEXT NOT NULL,
      code TEXT NOT NULL,
      revision_from INTEGER NOT NULL,
      revision_to INTEGER CHECK (revision_to > revision_from),
      household_code TEXT NOT NULL,
      position geometry(Point, 4490) NOT NULL,
      PRIMARY KEY (county_code, code, revision_from),
      FOREIGN KEY (county_code, code) REFERENCES thing (county_code, code),
      FOREIGN KEY (county_code, household_code) REFERENCES thing (county_code, code)
    )`);
  await trx.raw('CREATE INDEX homestead_position ON homestead USING gist (position)');
  // household_code is what the ledger says: it may be unknown, and Q1 counts that
  await trx.raw(`
    CREATE TABLE ledger_row (
      county_code TEXT NOT NULL,
      village_code TEXT NOT NULL,
      source TEXT NOT NULL,
      row_number INTEGER NOT NULL CHECK (row_number > 0),
      revision_from INTEGER NOT NULL,
      revision_to INTEGER CHECK (revision_to > revision_from),
      household_code TEXT,
      reported JSONB NOT NULL,
      PRIMARY KEY (county_code, village_code, source, row_number, revision_from),
      FOREIGN KEY (county_code, village_code) REFERENCES thing (county_code, code)
    )`);
}

/** Takes the four tables away. */
export async function down(trx: Knex.Transaction): Promise<void> {
  await trx.raw('DROP TABLE ledger_row, homestead, arrangement, household');
}
