import type { Dem } from '#core/county/county-rows.ts';
import type { Transaction } from '#server/db/database.ts';
import type { CountyVersion } from '#server/db/earlier-versions.ts';
import { findFile, keepFile } from './file-store.ts';
import { insertRecords, whereValid } from './version-store.ts';

/** Elevations as they are kept: 16-bit whole metres, little-endian, row by row from the north. */
const DEM_MEDIA_TYPE = 'application/x-guatu-dem-int16';

/** Stores the elevation grid of a county. */
export async function insertDem(trx: Transaction, { countyCode, revision }: CountyVersion, dem: Dem): Promise<void> {
  const bytes = new Uint8Array(dem.elevations.length * 2);
  const view = new DataView(bytes.buffer);
  for (const [index, elevation] of dem.elevations.entries()) view.setInt16(2 * index, elevation, true);
  const sha256 = await keepFile(trx, { countyCode, mediaType: DEM_MEDIA_TYPE, bytes });
  const record = {
    west_deg: dem.west,
    north_deg: dem.north,
    cell_deg: dem.cellDegrees,
    column_count: dem.columns,
    row_count: dem.rows,
    sha256,
  };
  const shared = { county_code: countyCode, revision_from: revision };
  await insertRecords(trx, { table: 'dem', shared, records: [record] });
}

/** The elevation grid of a county at a revision; null when it has none. */
export async function findDem(trx: Transaction, version: CountyVersion): Promise<Dem | null> {
  const row = await whereValid(trx, 'dem', version).first();
  if (row === undefined) return null;
  const bytes = await findFile(trx, { countyCode: version.countyCode, sha256: row.sha256 });
  if (bytes === undefined)
    throw new Error(`Got no file ${row.sha256}, expected the elevations of ${version.countyCode}.`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    west: row.west_deg,
    north: row.north_deg,
    cellDegrees: row.cell_deg,
    columns: row.column_count,
    rows: row.row_count,
    elevations: Int16Array.from({ length: bytes.byteLength / 2 }, (_, index) => view.getInt16(2 * index, true)),
  };
}
