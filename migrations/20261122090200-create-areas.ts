import type { Knex } from 'knex';

/** County, towns, villages and their settlements. Boxes and areas are computed in `core/geo`; the mercator copies are for tiles. */
export async function up(trx: Knex.Transaction): Promise<void> {
  await trx.raw(`
    CREATE TABLE area (
      county_code TEXT NOT NULL,
      code TEXT NOT NULL CHECK (code ~ '^([0-9]{6}|[0-9]{9}|[0-9]{12})$'),
      revision_from INTEGER NOT NULL,
      revision_to INTEGER CHECK (revision_to > revision_from),
      level TEXT NOT NULL CHECK (level IN ('county', 'town', 'village')),
      parent_code TEXT,
      name TEXT NOT NULL,
      name_en TEXT NOT NULL,
      priority BOOLEAN NOT NULL,
      planned_exit_year INTEGER,
      road_duty TEXT NOT NULL CHECK (road_duty IN ('required', 'to_be_moved', 'not_possible')),
      leading_product TEXT,
      seat geometry(Point, 4490) NOT NULL,
      boundary geometry(Geometry, 4490) NOT NULL,
      boundary_mercator geometry(Geometry, 3857) NOT NULL,
      west_deg DOUBLE PRECISION NOT NULL,
      south_deg DOUBLE PRECISION NOT NULL,
      east_deg DOUBLE PRECISION NOT NULL,
      north_deg DOUBLE PRECISION NOT NULL,
      area_m2 DOUBLE PRECISION NOT NULL CHECK (area_m2 > 0),
      PRIMARY KEY (county_code, code, revision_from),
      FOREIGN KEY (county_code, code) REFERENCES thing (county_code, code),
      FOREIGN KEY (county_code, parent_code) REFERENCES thing (county_code, code),
      FOREIGN KEY (county_code, revision_from) REFERENCES revision (county_code, revision)
    )`);
  await trx.raw('CREATE INDEX area_boundary ON area USING gist (boundary)');
  await trx.raw('CREATE INDEX area_boundary_mercator ON area USING gist (boundary_mercator)');
  await trx.raw(`
    CREATE TABLE settlement (
      county_code TEXT NOT NULL,
      code TEXT NOT NULL CHECK (code ~ '^[0-9]{15}$'),
      revision_from INTEGER NOT NULL,
      revision_to INTEGER CHECK (revision_to > revision_from),
      village_code TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('natural_village', 'villager_group', 'relocation_site')),
      name TEXT NOT NULL,
      name_en TEXT NOT NULL,
      position geometry(Point, 4490) NOT NULL,
      position_mercator geometry(Point, 3857) NOT NULL,
      elevation_m DOUBLE PRECISION,
      registered_households INTEGER CHECK (registered_households >= 0),
      registered_people INTEGER CHECK (registered_people >= 0),
      resident_households INTEGER CHECK (resident_households >= 0),
      resident_people INTEGER CHECK (resident_people >= 0),
      road_duty TEXT NOT NULL CHECK (road_duty IN ('required', 'to_be_moved', 'not_possible')),
      site_code TEXT,
      PRIMARY KEY (county_code, code, revision_from),
      FOREIGN KEY (county_code, code) REFERENCES thing (county_code, code),
      FOREIGN KEY (county_code, village_code) REFERENCES thing (county_code, code),
      FOREIGN KEY (county_code, site_code) REFERENCES thing (county_code, code),
      FOREIGN KEY (county_code, revision_from) REFERENCES revision (county_code, revision)
    )`);
  await trx.raw('CREATE INDEX settlement_position ON settlement USING gist (position)');
  await trx.raw('CREATE INDEX settlement_position_mercator ON settlement USING gist (position_mercator)');
}

/** Takes both tables away. */
export async function down(trx: Knex.Transaction): Promise<void> {
  await trx.raw('DROP TABLE settlement, area');
}
