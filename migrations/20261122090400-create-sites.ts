import type { Knex } from 'knex';

/** Relocation sites and the facilities that belong to each. */
export async function up(trx: Knex.Transaction): Promise<void> {
  await trx.raw(`
    CREATE TABLE site (
      county_code TEXT NOT NULL,
      code TEXT NOT NULL,
      revision_from INTEGER NOT NULL,
      revision_to INTEGER CHECK (revision_to > revision_from),
      area_code TEXT NOT NULL,
      name TEXT NOT NULL,
      name_en TEXT NOT NULL,
      location_type TEXT NOT NULL CHECK (location_type IN ('county_seat', 'market_town', 'park', 'scenic_area',
        'central_village', 'other')),
      position geometry(Point, 4490) NOT NULL,
      position_mercator geometry(Point, 3857) NOT NULL,
      outline geometry(Geometry, 4490),
      access_point geometry(Point, 4490) NOT NULL,
      capacity_households INTEGER CHECK (capacity_households >= 0),
      capacity_people INTEGER CHECK (capacity_people >= 0),
      cost_yuan DOUBLE PRECISION CHECK (cost_yuan >= 0),
      deadline DATE,
      assessment_number TEXT,
      assessment_on DATE,
      assessment_conclusion TEXT,
      PRIMARY KEY (county_code, code, revision_from),
      CHECK ((assessment_number IS NULL) = (assessment_on IS NULL)),
      CHECK ((assessment_number IS NULL) = (assessment_conclusion IS NULL)),
      FOREIGN KEY (county_code, code) REFERENCES thing (county_code, code),
      FOREIGN KEY (county_code, area_code) REFERENCES thing (county_code, code),
      FOREIGN KEY (county_code, revision_from) REFERENCES revision (county_code, revision)
    )`);
  await trx.raw('CREATE INDEX site_position ON site USING gist (position)');
  await trx.raw('CREATE INDEX site_position_mercator ON site USING gist (position_mercator)');
  await trx.raw(`
    CREATE TABLE site_facility (
      county_code TEXT NOT NULL,
      site_code TEXT NOT NULL,
      facility_number INTEGER NOT NULL CHECK (facility_number >= 0),
      revision_from INTEGER NOT NULL,
      revision_to INTEGER CHECK (revision_to > revision_from),
      kind TEXT NOT NULL CHECK (kind IN ('party_service_centre', 'police_room', 'training_centre', 'clinic', 'shop_or_market',
        'school_within_reach', 'water', 'power', 'road', 'communications')),
      present_since DATE,
      PRIMARY KEY (county_code, site_code, facility_number, revision_from),
      FOREIGN KEY (county_code, site_code) REFERENCES thing (county_code, code)
    )`);
}

/** Takes both tables away. */
export async function down(trx: Knex.Transaction): Promise<void> {
  await trx.raw('DROP TABLE site_facility, site');
}
