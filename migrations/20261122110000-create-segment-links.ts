import type { Knex } from 'knex';

/**
 * The road graph as it was computed when data entered: segments split where they meet (docs/decisions/0005), and what was found on the way.
 * A county that was stored before has no rows here; its links are computed when it is read.
 */
export async function up(trx: Knex.Transaction): Promise<void> {
  await trx.raw(`
    CREATE TABLE segment_link (
      county_code TEXT NOT NULL,
      segment_code TEXT NOT NULL,
      link_number INTEGER NOT NULL CHECK (link_number >= 0),
      revision_from INTEGER NOT NULL,
      revision_to INTEGER CHECK (revision_to > revision_from),
      from_node INTEGER NOT NULL CHECK (from_node >= 0),
      to_node INTEGER NOT NULL CHECK (to_node >= 0),
      from_m DOUBLE PRECISION NOT NULL CHECK (from_m >= 0),
      to_m DOUBLE PRECISION NOT NULL,
      PRIMARY KEY (county_code, segment_code, link_number, revision_from),
      CHECK (from_m <= to_m),
      FOREIGN KEY (county_code, segment_code) REFERENCES thing (county_code, code)
    )`);
  await trx.raw(`
    CREATE TABLE road_fault (
      county_code TEXT NOT NULL,
      fault_number INTEGER NOT NULL CHECK (fault_number >= 0),
      revision_from INTEGER NOT NULL,
      revision_to INTEGER CHECK (revision_to > revision_from),
      kind TEXT NOT NULL CHECK (kind IN ('joined_ends', 'probable_gap', 'crossing', 'duplicate', 'zero_length')),
      segment_code TEXT NOT NULL,
      other_segment_code TEXT,
      distance_m DOUBLE PRECISION NOT NULL CHECK (distance_m >= 0),
      position geometry(Point, 4490) NOT NULL,
      PRIMARY KEY (county_code, fault_number, revision_from),
      FOREIGN KEY (county_code, segment_code) REFERENCES thing (county_code, code),
      FOREIGN KEY (county_code, other_segment_code) REFERENCES thing (county_code, code)
    )`);
  await trx.raw('CREATE INDEX road_fault_position ON road_fault USING gist (position)');
}

/** Takes both tables away. */
export async function down(trx: Knex.Transaction): Promise<void> {
  await trx.raw('DROP TABLE road_fault, segment_link');
}
