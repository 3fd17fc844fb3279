import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCounty } from '#core/county/build-county.ts';
import { loadSampleCounty } from '../data/load-sample-county.ts';
import { benchFigures, benchServedFigures } from './figures.bench.ts';
import { benchImport } from './import.bench.ts';
import { benchKill } from './kill.bench.ts';
import { type BenchResult, formatResults } from './measure.ts';
import { benchNetwork } from './network.bench.ts';
import { benchServedDrag } from './planning/drag-served.bench.ts';
import { benchPlanning } from './planning.bench.ts';
import { endServer, type ServerProcess, spawnServer, waitForAnswer } from './server-process.ts';
import { benchSheet } from './sheet.bench.ts';
import { benchSheetsSweep } from './sheets-sweep.bench.ts';
import { benchSize } from './size.bench.ts';
import { benchStart } from './start.bench.ts';
import { benchStory } from './story.bench.ts';

/** Every bench by name; `npm run bench -- figures sheet` runs some, without names all. */
const BENCHES: Readonly<Record<string, () => Promise<readonly BenchResult[]>>> = {
  start: benchStart,
  figures: async () => [
    ...(await benchFigures(buildCounty(await loadSampleCounty(), 1))),
    ...(await withServer(benchServedFigures)),
  ],
  network: async () => benchNetwork(buildCounty(await loadSampleCounty(), 1)),
  planning: async () => [
    ...(await benchPlanning(buildCounty(await loadSampleCounty(), 1))),
    ...(await withServer(benchServedDrag)),
  ],
  sheet: async () => benchSheet(buildCounty(await loadSampleCounty(), 1)),
  'sheets-sweep': async () => benchSheetsSweep(buildCounty(await loadSampleCounty(), 1)),
  import: () => withServer(benchImport),
  size: () => withServer(benchSize),
  kill: benchKill,
  story: benchStory,
};

/** Runs a bench on a server that serves the sample county from a fresh folder. */
async function withServer(
  bench: (server: ServerProcess) => Promise<readonly BenchResult[]>,
): Promise<readonly BenchResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'guatu-bench-'));
  const server = await spawnServer(folder);
  try {
    await waitForAnswer(server, '/health', 300_000);
    return await bench(server);
  } finally {
    await endServer(server, 'SIGTERM');
    await rm(folder, { recursive: true, force: true });
  }
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => BENCHES[name] === undefined);
if (unknown.length > 0) {
  process.stderr.write(`Got ${unknown.join(', ')}, expected one of ${Object.keys(BENCHES).join(', ')}.\n`);
  process.exit(1);
}
for (const [name, bench] of Object.entries(BENCHES)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stdout.write(`${name}\n${formatResults(await bench())}\n\n`);
}
