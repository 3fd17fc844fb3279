import type { Bbox } from '#core/geo/bbox.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { type BenchResult, kept, tellAbsent } from '../measure.ts';
import type { ServerProcess } from '../server-process.ts';
import { pickPositions } from './random-positions.ts';
import { summariseP95 } from './summarise-p95.ts';
import { timeInBrowser } from './time-in-browser.ts';

const SAMPLE_COUNTY = '529901';
const SEED = 20_261_123;
const BROWSER_POSITIONS = 500;
const HTTP_POSITIONS = 100;
/** Asked by the product's own goals. */
const WORKER_LIMIT_MS = 16;
const HTTP_LIMIT_MS = 100;
const WORKER_TITLE = `site dragged in the browser's worker, ${BROWSER_POSITIONS} places, around evaluate`;
/** Within the sample county, so that no place is refused. */
const INSIDE: Bbox = [107.45, 26.95, 107.65, 27.1];

/** One site dragged over random places: the plan evaluated over HTTP at each, and in the worker of a real browser. */
export async function benchServedDrag({ address }: ServerProcess): Promise<readonly BenchResult[]> {
  const positions = pickPositions(INSIDE, { count: BROWSER_POSITIONS, seed: SEED });
  const times: number[] = [];
  await askEvaluation(address, positions[0] ?? [0, 0]);
  for (const position of positions.slice(0, HTTP_POSITIONS)) {
    const start = performance.now();
    kept[0] = await askEvaluation(address, position);
    times.push(performance.now() - start);
  }
  const inBrowser = await timeInBrowser(address, SAMPLE_COUNTY, positions);
  return [
    summariseP95(`site dragged over HTTP, ${HTTP_POSITIONS} places`, 'ms', times, HTTP_LIMIT_MS),
    inBrowser === null
      ? tellAbsent(`${WORKER_TITLE} (no Chromium)`, { unit: 'ms', limit: WORKER_LIMIT_MS })
      : summariseP95(WORKER_TITLE, 'ms', inBrowser, WORKER_LIMIT_MS),
  ];
}

async function askEvaluation(address: string, position: LonLat): Promise<unknown> {
  const site = { siteCode: 'BENCH-S1', position, capacityHouseholds: 200 };
  const response = await fetch(`${address}/api/plans/${SAMPLE_COUNTY}/today/evaluation`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ commands: [{ id: 'bench-1', kind: 'place_site', input: site }] }),
  });
  if (response.status !== 200)
    throw new Error(`The evaluation was answered ${response.status}: ${await response.text()}`);
  return response.json();
}
