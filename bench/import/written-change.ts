import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { NO_CHANGE } from '#core/county/county-change.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import { createCountyService } from '#server/county/county-service.ts';
import type { Database } from '#server/db/database.ts';
import { openDatabase } from '#server/db/open-database.ts';
import { type BenchResult, summarise } from '../measure.ts';
import { createHouseholds } from './household-ledger.ts';

/** Seconds that the transaction of a change of so many new households takes in the embedded engine, and of taking it back. */
export async function benchWrittenChange(rows: CountyRows, count: number): Promise<readonly BenchResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'guatu-bench-'));
  const db = await openDatabase({ dataFolder: folder });
  try {
    await db.migrate();
    const { timed, seconds } = timeWrites(db);
    const counties = createCountyService({ db: timed });
    await counties.writeCounty(rows, { account: 'local' });
    const change = gzipSync(JSON.stringify({ ...NO_CHANGE, upserts: { households: createHouseholds(rows, count) } }));
    const note = { countyCode: rows.code, account: 'local', description: 'bench', change };
    await counties.changeCounty({ ...note, ifRevision: 1, undoes: null });
    await counties.changeCounty({ ...note, ifRevision: 2, undoes: 2 });
    const [, written = Number.NaN, undone = Number.NaN] = seconds;
    return [
      summarise(`transaction that writes ${count} new households`, 's', [written], 3),
      summarise('transaction that takes them back', 's', [undone], null),
    ];
  } finally {
    await db.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The database with a clock on its writes. */
function timeWrites(db: Database): { readonly timed: Database; readonly seconds: readonly number[] } {
  const seconds: number[] = [];
  const write: Database['write'] = async (work, deadline) => {
    const start = performance.now();
    const result = await db.write(work, deadline);
    seconds.push((performance.now() - start) / 1000);
    return result;
  };
  return { timed: { ...db, write }, seconds };
}
