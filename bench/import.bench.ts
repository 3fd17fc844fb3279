import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deriveCounty } from '#core/county/derive-county.ts';
import { loadSampleCounty } from '../data/load-sample-county.ts';
import { benchExports } from './import/exported-county.ts';
import { createHouseholds, createHouseholdWorkbook } from './import/household-ledger.ts';
import { importOnServer, toResults } from './import/served-import.ts';
import { benchWrittenChange } from './import/written-change.ts';
import { type BenchResult, kept, summarise } from './measure.ts';
import type { ServerProcess } from './server-process.ts';

const ROWS = 50_000;
/** The peer, of Debian's gdal-bin. */
const PEER = 'ogr2ogr';
/** Repeats of the roads: one warms up. */
const ROAD_RUNS = 3;

/** Ledgers: a workbook of 50,000 households checked and written while others read, and 6,000 segments made a graph. */
export async function benchImport(server: ServerProcess): Promise<readonly BenchResult[]> {
  const rows = await loadSampleCounty();
  const workbook = await createHouseholdWorkbook(createHouseholds(rows, ROWS));
  const served = await importOnServer(server, workbook);
  const news = served.record.summary?.ledgers.find(({ ledger }) => ledger === 'households')?.new;
  if (news !== ROWS) throw new RangeError(`Got ${news} new households, expected ${ROWS}.`);
  return [
    ...toResults(ROWS, served, await timeOgr2ogr(workbook)),
    ...(await benchWrittenChange(rows, ROWS)),
    ...timeRoads(rows),
    ...(await benchExports(rows)),
  ];
}

/** Seconds of GDAL for the same workbook into a table of a GeoPackage; null where it is not installed. */
async function timeOgr2ogr(workbook: Uint8Array): Promise<number | null> {
  const folder = await mkdtemp(join(tmpdir(), 'guatu-bench-'));
  try {
    await writeFile(join(folder, 'households.xlsx'), workbook);
    const start = performance.now();
    const { status } = spawnSync(PEER, ['-f', 'GPKG', 'out.gpkg', 'households.xlsx'], { cwd: folder });
    return status === 0 ? (performance.now() - start) / 1000 : null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Lengths, topology and cuts of all roads of the county, as an import of roads computes them. */
function timeRoads(rows: Awaited<ReturnType<typeof loadSampleCounty>>): readonly BenchResult[] {
  const seconds = Array.from({ length: ROAD_RUNS }, () => {
    const start = performance.now();
    kept[0] = deriveCounty(rows);
    return (performance.now() - start) / 1000;
  });
  return [summarise(`${rows.segments.length} segments with lengths, topology and cuts`, 's', seconds, 5)];
}
