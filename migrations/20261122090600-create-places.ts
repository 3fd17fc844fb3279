import type { Knex } from 'knex';

/** What each table of a named thing begins with. */
const NAMED_THING = `
      county_code TEXT NOT NULL,
      code TEXT NOT NULL,
      revision_from INTEGER NOT NULL,
      revision_to INTEGER CHECK (revision_to > revision_from),
      name TEXT NOT NULL,
      name_en TEXT NOT NULL,
      PRIMARY KEY (county_code, code, revision_from),
      FOREIGN KEY (county_code, code) REFERENCES thing (county_code, code),
      FOREIGN KEY (county_code, revision_from) REFERENCES revision (county_code, revision),`;

/** The smallest area that holds the thing. */
const IN_AREA = `
      area_code TEXT NOT NULL,
      FOREIGN KEY (county_code, area_code) REFERENCES thing (county_code, code),`;

/** Hazard points, parks and bases, public services, constraint areas and rivers. */
export async function up(trx: Knex.Transaction): Promise<void> {
  await trx.raw(`
    CREATE TABLE hazard (${NAMED_THING}${IN_AREA}
      kind TEXT NOT NULL CHECK (kind IN ('landslide', 'rockfall', 'debris_flow', 'collapse', 'unstable_slope', 'flash_flood')),
      size_class TEXT NOT NULL CHECK (size_class IN ('small', 'medium', 'large', 'very_large')),
      position geometry(Point, 4490) NOT NULL,
      position_mercator geometry(Point, 3857) NOT NULL,
      threatened_area geometry(Geometry, 4490),
      threatened_households INTEGER NOT NULL CHECK (threatened_households >= 0),
      threatened_people INTEGER NOT NULL CHECK (threatened_people >= 0),
      responsible_post TEXT,
      treatment TEXT NOT NULL CHECK (treatment IN ('monitor', 'engineer', 'relocate'))
    )`);
  await trx.raw(`
    CREATE TABLE park (${NAMED_THING}${IN_AREA}
      kind TEXT NOT NULL CHECK (kind IN ('industrial_park', 'agricultural_park', 'scenic_area', 'community_factory', 'base',
        'cooperative', 'belt')),
      product TEXT NOT NULL,
      position geometry(Point, 4490) NOT NULL,
      position_mercator geometry(Point, 3857) NOT NULL,
      outline geometry(Geometry, 4490),
      access_point geometry(Point, 4490) NOT NULL,
      planned_scale DOUBLE PRECISION CHECK (planned_scale >= 0),
      scale_unit TEXT,
      leading_enterprise TEXT,
      jobs INTEGER CHECK (jobs >= 0),
      households_linked INTEGER CHECK (households_linked >= 0),
      linkage TEXT
    )`);
  await trx.raw(`
    CREATE TABLE service (${NAMED_THING}${IN_AREA}
      kind TEXT NOT NULL CHECK (kind IN ('school', 'clinic', 'town_government', 'village_committee', 'market')),
      position geometry(Point, 4490) NOT NULL,
      position_mercator geometry(Point, 3857) NOT NULL
    )`);
  await trx.raw(`
    CREATE TABLE constraint_area (${NAMED_THING}
      kind TEXT NOT NULL CHECK (kind IN ('basic_farmland', 'ecological_redline', 'steep_slope', 'river_channel',
        'water_source', 'fault_zone', 'mineral_overlap', 'town_boundary', 'village_boundary')),
      effect TEXT NOT NULL CHECK (effect IN ('forbidden', 'argued', 'hint')),
      boundary geometry(Geometry, 4490) NOT NULL,
      boundary_mercator geometry(Geometry, 3857) NOT NULL,
      source TEXT NOT NULL,
      delivered_on DATE NOT NULL
    )`);
  await trx.raw(`
    CREATE TABLE river (${NAMED_THING}
      line geometry(LineString, 4490) NOT NULL,
      line_mercator geometry(LineString, 3857) NOT NULL,
      stream_order INTEGER NOT NULL CHECK (stream_order > 0)
    )`);
  for (const [table, column] of INDEXED_COLUMNS) {
    await trx.raw('CREATE INDEX ?? ON ?? USING gist (??)', [`${table}_${column}`, table, column]);
  }
}

const INDEXED_COLUMNS = [
  ['hazard', 'position'],
  ['hazard', 'position_mercator'],
  ['park', 'position'],
  ['park', 'position_mercator'],
  ['service', 'position'],
  ['service', 'position_mercator'],
  ['constraint_area', 'boundary'],
  ['constraint_area', 'boundary_mercator'],
  ['river', 'line'],
  ['river', 'line_mercator'],
] as const;

/** Takes the five tables away. */
export async function down(trx: Knex.Transaction): Promise<void> {
  await trx.raw('DROP TABLE river, constraint_area, service, park, hazard');
}
