import type { CountyList } from '#core/api/areas.ts';
import { ewkbHexToGeometry } from '#core/geo/wkb.ts';
import type { Transaction } from '#server/db/database.ts';

/** A county in the list of counties. */
export type CountySummary = CountyList['items'][number];

interface CountyListRecord {
  readonly code: string;
  readonly name: string;
  readonly name_en: string;
  readonly seat: string;
  readonly west_deg: number;
  readonly south_deg: number;
  readonly east_deg: number;
  readonly north_deg: number;
  readonly data_date: string;
  readonly origin: string;
  readonly revision: number;
}

/** All counties as they are now, by code. */
export async function selectCountySummaries(trx: Transaction): Promise<readonly CountySummary[]> {
  const { rows } = await trx.raw<{ rows: readonly CountyListRecord[] }>(`
    SELECT area.code, area.name, area.name_en, area.seat, area.west_deg, area.south_deg, area.east_deg, area.north_deg,
      county.data_date, county.origin, newest.revision
    FROM county
    JOIN area ON area.county_code = county.county_code AND area.code = county.county_code AND area.revision_to IS NULL
    JOIN (SELECT county_code, max(revision) AS revision FROM revision GROUP BY county_code) newest
      ON newest.county_code = county.county_code
    WHERE county.revision_to IS NULL`);
  return rows.map(toSummary).sort((a, b) => (a.code < b.code ? -1 : 1));
}

function toSummary(record: CountyListRecord): CountySummary {
  const seat = ewkbHexToGeometry(record.seat);
  return {
    code: record.code,
    level: 'county',
    name: record.name,
    nameEn: record.name_en,
    parentCode: null,
    bbox: [record.west_deg, record.south_deg, record.east_deg, record.north_deg],
    seat: seat.type === 'Point' ? [...seat.coordinates] : [Number.NaN, Number.NaN],
    priority: false,
    dataDate: record.data_date,
    revision: record.revision,
    origin: record.origin,
  };
}
