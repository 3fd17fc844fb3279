import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BenchResult, summarise } from './measure.ts';
import { createRandom } from './random.ts';
import { endServer, spawnServer, waitForAnswer } from './server-process.ts';

const ROUNDS = 50;

/** A fresh folder every so many rounds: one kills a first start, the next a later one. */
const ROUNDS_PER_FOLDER = 2;

/** The longest moment after the start at which the process is killed; first starts take longer than this only on slow disks. */
const LATEST_KILL_MILLISECONDS = 12_000;

const FIGURE_ADDRESS = '/api/areas/529901/indicators?codes=P1';

/** kill -9 at a seeded moment of a start, then a start that must serve the county whole. */
export async function benchKill(): Promise<readonly BenchResult[]> {
  const random = createRandom(20_261_122);
  let survived = 0;
  let folder = '';
  for (let round = 0; round < ROUNDS; round++) {
    if (round % ROUNDS_PER_FOLDER === 0) {
      if (folder !== '') await rm(folder, { recursive: true, force: true });
      folder = await mkdtemp(join(tmpdir(), 'guatu-kill-'));
    }
    const killed = await spawnServer(folder);
    await new Promise((resolve) => setTimeout(resolve, random() * LATEST_KILL_MILLISECONDS));
    await endServer(killed, 'SIGKILL');
    await proveWhole(folder);
    survived++;
    process.stderr.write(`round ${survived} of ${ROUNDS} survived\n`);
  }
  await rm(folder, { recursive: true, force: true });
  return [summarise('kill -9 during a start, survived', 'rounds', [survived], null)];
}

/** The next start serves the worked figure of the sample county, so nothing half written was kept. */
async function proveWhole(folder: string): Promise<void> {
  const server = await spawnServer(folder);
  try {
    await waitForAnswer(server, FIGURE_ADDRESS, 120_000);
    const answer = await (await fetch(server.address + FIGURE_ADDRESS)).text();
    if (!answer.includes('"numerator":1421') || !answer.includes('"denominator":1769')) {
      throw new Error(`The county came back wrong: ${answer.slice(0, 400)}`);
    }
  } finally {
    await endServer(server, 'SIGTERM');
  }
}
