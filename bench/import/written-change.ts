import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type CountyChange, NO_CHANGE } from '#core/county/county-change.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import type { HouseholdRow } from '#core/county/things.ts';
import { startThrowawayPostgres } from '#scripts/throwaway-postgres.ts';
import { createCountyService } from '#server/county/county-service.ts';
import { whereValid } from '#server/county/version-store.ts';
import type { Database } from '#server/db/database.ts';
import { lookOnlyAt } from '#server/db/earlier-versions.ts';
import { openDatabase } from '#server/db/open-database.ts';
import { type BenchResult, summarise, tellAbsent } from '../measure.ts';
import { createHouseholds } from './household-ledger.ts';

/** Pause between two reads. */
const PAUSE_MS = 20;
/** What is asked: no transaction of a change may take longer, and no read may wait longer meanwhile. */
const LIMIT_S = 3;
const LIMIT_MS = 1000;

/** The sample county. */
const COUNTY = '529901';
const HOUSEHOLD = `${COUNTY}0010010010001`;

const EMBEDDED = 'embedded engine';
const SERVER = 'PostGIS server';

interface TimedWrite {
  readonly seconds: number;
  /** Of a read that only the database can answer, sent while the transaction was under way. */
  readonly longestReadMs: number;
  /** The same of rows of the revision before, in the very table that is being written. */
  readonly longestRowsMs: number;
}

/** Transactions of a change of so many households in both engines, and how long reads of the database wait meanwhile. */
export async function benchWrittenChange(rows: CountyRows, count: number): Promise<readonly BenchResult[]> {
  const embedded = await withDatabase(null, (db) => timeChanges(db, rows, count));
  const server = await startThrowawayPostgres().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return null;
  });
  try {
    const served = server && (await withDatabase(server.url, (db) => timeChanges(db, rows, count)));
    return [...toResults(EMBEDDED, embedded), ...toResults(SERVER, served)];
  } finally {
    await server?.stop();
  }
}

async function withDatabase<T>(databaseUrl: string | null, work: (db: Database) => Promise<T>): Promise<T> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'guatu-bench-'));
  const db = await openDatabase({ dataFolder, databaseUrl });
  try {
    await db.migrate();
    return await work(db);
  } finally {
    await db.close();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

const CHANGES = ['new households written', '  taken back', 'households changed', '  taken back'] as const;

/** The times of `CHANGES`. */
async function timeChanges(db: Database, rows: CountyRows, count: number): Promise<readonly TimedWrite[]> {
  const { timed, writes } = timeWrites(db);
  const counties = createCountyService({ db: timed });
  await counties.writeCounty(rows, { account: 'local' });
  const news = createHouseholds(rows, count);
  for (const [place, households] of [news, changeHouseholds(rows, count)].entries()) {
    const change = gzipSync(JSON.stringify({ ...NO_CHANGE, upserts: { households } } satisfies CountyChange));
    const note = { countyCode: rows.code, account: 'local', description: 'bench', change };
    const revision = 1 + 2 * place;
    await counties.changeCounty({ ...note, ifRevision: revision, undoes: null });
    await counties.changeCounty({ ...note, ifRevision: revision + 1, undoes: revision + 1 });
  }
  return writes.slice(1);
}

/** Households that the county has, each with another number of people and one event more. */
const changeHouseholds = (rows: CountyRows, count: number): readonly HouseholdRow[] =>
  rows.households.slice(0, count).map((household) => ({
    ...household,
    people: household.people + 1,
    events: [...household.events, { kind: 'linked', on: rows.dataDate }],
  }));

/** The database with a clock on its writes; reads are sent one after the other meanwhile. */
function timeWrites(db: Database): { readonly timed: Database; readonly writes: readonly TimedWrite[] } {
  const writes: TimedWrite[] = [];
  const write: Database['write'] = async (work, deadline) => {
    const reads = watchReads(() => db.read((trx) => trx('import').select('import_id').limit(1), 'job'));
    const rows = watchReads(() => readHousehold(db, writes.length));
    const start = performance.now();
    const result = await db.write(work, deadline);
    const seconds = (performance.now() - start) / 1000;
    writes.push({ seconds, longestReadMs: await reads.stop(), longestRowsMs: await rows.stop() });
    return result;
  };
  return { timed: { ...db, write }, writes };
}

/** A household as it was before the write that is under way; `writeCounty` is the first. */
const readHousehold = (db: Database, revision: number): Promise<unknown> =>
  db.read((trx) => {
    const version = { countyCode: COUNTY, revision };
    lookOnlyAt(trx, version);
    return whereValid(trx, 'household', version).where('code', HOUSEHOLD).first();
  }, 'job');

/** Sends a read again and again. */
function watchReads(read: () => Promise<unknown>): { readonly stop: () => Promise<number> } {
  let isOver = false;
  const longest = (async () => {
    let most = 0;
    while (!isOver) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      const start = performance.now();
      await read();
      most = Math.max(most, performance.now() - start);
    }
    return most;
  })();
  return {
    stop() {
      isOver = true;
      return longest;
    },
  };
}

function toResults(engine: string, writes: readonly TimedWrite[] | null): readonly BenchResult[] {
  return CHANGES.flatMap((change, place) => {
    const { seconds = Number.NaN, longestReadMs = Number.NaN, longestRowsMs = Number.NaN } = writes?.[place] ?? {};
    const transaction = {
      name: `${change}: transaction, ${engine}`,
      unit: 's',
      limit: place === 0 ? LIMIT_S : null,
    } as const;
    const wait = {
      name: `${change}: longest wait of a read of the database, ${engine}`,
      unit: 'ms',
      limit: LIMIT_MS,
    } as const;
    const rows = { ...wait, name: `${change}: longest wait for rows that are being written, ${engine}` } as const;
    return [
      { ...transaction, value: seconds },
      { ...wait, value: longestReadMs },
      { ...rows, value: longestRowsMs },
    ].map(({ value, name, unit, limit }) =>
      writes === null ? tellAbsent(name, { unit, limit }) : summarise(name, unit, [value], limit),
    );
  });
}
