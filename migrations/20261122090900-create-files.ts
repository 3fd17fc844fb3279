import type { Knex } from 'knex';

/** Files by their SHA-256 in chunks of 1 MB, so that backups and second copies of the server see them; elevation grids are files. */
export async function up(trx: Knex.Transaction): Promise<void> {
  await trx.raw(`
    CREATE TABLE file (
      county_code TEXT NOT NULL,
      sha256 TEXT NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
      media_type TEXT NOT NULL,
      size_bytes BIGINT NOT NULL CHECK (size_bytes >= 0),
      PRIMARY KEY (county_code, sha256)
    )`);
  await trx.raw(`
    CREATE TABLE file_chunk (
      county_code TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      chunk_number INTEGER NOT NULL CHECK (chunk_number >= 0),
      bytes BYTEA NOT NULL CHECK (length(bytes) <= 1048576),
      PRIMARY KEY (county_code, sha256, chunk_number),
      FOREIGN KEY (county_code, sha256) REFERENCES file (county_code, sha256)
    )`);
  await trx.raw(`
    CREATE TABLE dem (
      county_code TEXT NOT NULL,
      revision_from INTEGER NOT NULL,
      revision_to INTEGER CHECK (revision_to > revision_from),
      west_deg DOUBLE PRECISION NOT NULL,
      north_deg DOUBLE PRECISION NOT NULL,
      cell_deg DOUBLE PRECISION NOT NULL CHECK (cell_deg > 0),
      column_count INTEGER NOT NULL CHECK (column_count > 0),
      row_count INTEGER NOT NULL CHECK (row_count > 0),
      sha256 TEXT NOT NULL,
      PRIMARY KEY (county_code, revision_from),
      FOREIGN KEY (county_code, sha256) REFERENCES file (county_code, sha256),
      FOREIGN KEY (county_code, revision_from) REFERENCES revision (county_code, revision)
    )`);
}

/** Takes the three tables away. */
export async function down(trx: Knex.Transaction): Promise<void> {
  await trx.raw('DROP TABLE dem, file_chunk, file');
}
