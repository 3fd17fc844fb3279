import type { Knex } from 'knex';

/** Road segments with length and nodes, and their pieces cut at village boundaries: all computed in `core/geo` when data enters. */
export async function up(trx: Knex.Transaction): Promise<void> {
  await trx.raw(`
    CREATE TABLE segment (
      county_code TEXT NOT NULL,
      code TEXT NOT NULL,
      revision_from INTEGER NOT NULL,
      revision_to INTEGER CHECK (revision_to > revision_from),
      name TEXT,
      name_en TEXT,
      route_number TEXT,
      road_class TEXT NOT NULL CHECK (road_class IN ('G', 'S', 'X', 'Y', 'C', 'Z')),
      road_function TEXT CHECK (road_function IN ('village_access', 'group_access', 'door', 'industry')),
      line geometry(LineString, 4490) NOT NULL,
      line_mercator geometry(LineString, 3857) NOT NULL,
      length_m DOUBLE PRECISION NOT NULL CHECK (length_m >= 0),
      start_node INTEGER NOT NULL,
      end_node INTEGER NOT NULL,
      width_m DOUBLE PRECISION CHECK (width_m > 0),
      one_way BOOLEAN NOT NULL,
      planned_year INTEGER,
      cost_yuan DOUBLE PRECISION CHECK (cost_yuan >= 0),
      project_code TEXT,
      shares_pavement_with TEXT CHECK (shares_pavement_with <> code),
      PRIMARY KEY (county_code, code, revision_from),
      FOREIGN KEY (county_code, code) REFERENCES thing (county_code, code),
      FOREIGN KEY (county_code, project_code) REFERENCES thing (county_code, code),
      FOREIGN KEY (county_code, shares_pavement_with) REFERENCES thing (county_code, code),
      FOREIGN KEY (county_code, revision_from) REFERENCES revision (county_code, revision)
    )`);
  await trx.raw('CREATE INDEX segment_line ON segment USING gist (line)');
  await trx.raw('CREATE INDEX segment_line_mercator ON segment USING gist (line_mercator)');
  await trx.raw(`
    CREATE TABLE segment_piece (
      county_code TEXT NOT NULL,
      segment_code TEXT NOT NULL,
      from_fraction DOUBLE PRECISION NOT NULL CHECK (from_fraction >= 0),
      revision_from INTEGER NOT NULL,
      revision_to INTEGER CHECK (revision_to > revision_from),
      to_fraction DOUBLE PRECISION NOT NULL CHECK (to_fraction <= 1),
      area_code TEXT NOT NULL,
      length_m DOUBLE PRECISION NOT NULL CHECK (length_m >= 0),
      PRIMARY KEY (county_code, segment_code, from_fraction, revision_from),
      CHECK (from_fraction < to_fraction),
      FOREIGN KEY (county_code, segment_code) REFERENCES thing (county_code, code),
      FOREIGN KEY (county_code, area_code) REFERENCES thing (county_code, code)
    )`);
}

/** Takes both tables away. */
export async function down(trx: Knex.Transaction): Promise<void> {
  await trx.raw('DROP TABLE segment_piece, segment');
}
