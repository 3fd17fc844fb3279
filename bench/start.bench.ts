import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BenchResult, summarise } from './measure.ts';
import { endServer, spawnServer, waitForAnswer } from './server-process.ts';

const MAP_ADDRESS = '/api/areas/529901/maps/progress';

const FIRST_STARTS = 3;
const LATER_STARTS = 5;

/** Time from the command to a served map: on an empty data folder, and on the one that this leaves. */
export async function benchStart(): Promise<readonly BenchResult[]> {
  const first: number[] = [];
  const later: number[] = [];
  for (let run = 0; run < FIRST_STARTS; run++) {
    const folder = await mkdtemp(join(tmpdir(), 'guatu-bench-'));
    first.push(await timeStart(folder));
    const laterRuns = run === FIRST_STARTS - 1 ? LATER_STARTS : 0;
    for (let again = 0; again < laterRuns; again++) later.push(await timeStart(folder));
    await rm(folder, { recursive: true, force: true });
  }
  return [
    summarise('first start to a served map (client built)', 's', first, 45),
    summarise('later start to a served map', 's', later, 5),
  ];
}

async function timeStart(folder: string): Promise<number> {
  const start = performance.now();
  const server = await spawnServer(folder);
  try {
    await waitForAnswer(server, MAP_ADDRESS, 120_000);
    return (performance.now() - start) / 1000;
  } finally {
    await endServer(server, 'SIGTERM');
  }
}
