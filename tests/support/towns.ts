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

/** Writes two notes about the first town, the second of which replaces the first, with values that are easily lost on the way. */
export async function writeNotes(trx: Knex.Transaction): Promise<void> {
  const author = { author_id: 'office', joined_at: '2026-01-02T03:04:05.678901Z' };
  await trx('author').insert(author).onConflict('author_id').ignore();
  const note = {
    county_code: '529901',
    town_code: '529901001',
    author_id: 'office',
    body: { text: '第一行\n"引号" \\ 反斜杠 ?', list: [1, null] },
    bytes: Buffer.from([0, 1, 92, 255]),
    tags: ['甲', 'a,b', ''],
    day: '2026-11-22',
    recorded_at: '2026-11-22T23:59:59.999999+08:00',
    amount: 0.1 + 0.2,
    cost_yuan: '123456789.10',
  };
  const [first] = await trx('note').insert(note).returning<{ note_id: number }[]>('note_id');
  await trx('note').insert({ ...note, replaces_note_id: first?.note_id, body: null, tags: null, amount: null });
}
