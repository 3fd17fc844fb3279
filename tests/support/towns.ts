import { fileURLToPath } from 'node:url';
import type { Knex } from 'knex';

/** Migrations of one small table, for tests of the engines. */
export const TOWN_MIGRATIONS = fileURLToPath(new URL('../fixtures/migrations', import.meta.url));

/** A ring that crosses itself: GEOS refuses to cut it. */
const BOW_TIE = 'POLYGON((0 0, 1 1, 1 0, 0 1, 0 0))';

/** Writes `count` square towns; the one numbered `invalid`, if any, is a bow tie. */
export async function writeTowns(trx: Knex.Transaction, count: number, invalid?: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, index) => ({
    county_code: '529901',
    code: `529901${String(index + 1).padStart(3, '0')}`,
    geom: trx.raw('ST_GeomFromText(?, 4490)', [index + 1 === invalid ? BOW_TIE : square(index + 1)]),
  }));
  await trx('town').insert(rows);
}

function square(size: number): string {
  return `POLYGON((0 0, ${size} 0, ${size} ${size}, 0 ${size}, 0 0))`;
}
