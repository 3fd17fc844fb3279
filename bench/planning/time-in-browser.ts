import { existsSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import type { LonLat } from '#core/geo/lon-lat.ts';

const CHROMIUM_PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const ENTRY = 'client/state/planning-worker/planning-worker.ts';
const WORKER = '/planning-worker.js';

/**
 * Milliseconds that the planning worker takes in a real browser at each position of a dragged site, around the evaluation itself, after one round that
 * is not counted; null without a browser.
 */
export async function timeInBrowser(
  address: string,
  county: string,
  positions: readonly LonLat[],
): Promise<readonly number[] | null> {
  const executablePath = process.env.GUATU_CHROMIUM ?? CHROMIUM_PATHS.find((path) => existsSync(path));
  if (executablePath === undefined) return null;
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] });
  try {
    const page = await browser.newPage();
    // what names functions where TypeScript is run as it is: the page knows nothing of it
    await page.addInitScript('globalThis.__name = (named) => named');
    const code = await bundleWorker();
    await page.route(`**${WORKER}`, (route) => route.fulfill({ contentType: 'text/javascript', body: code }));
    await page.goto(`${address}/health`);
    return await dragInPage(page, county, positions);
  } finally {
    await browser.close();
  }
}

/** The worker as one file, as the page's own build makes it. */
async function bundleWorker(): Promise<string> {
  const lib = { entry: ENTRY, formats: ['es' as const], fileName: 'worker' };
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'es2022', lib },
  });
  const file = (Array.isArray(built) ? built[0] : undefined)?.output[0];
  if (file === undefined) throw new Error('Got no worker from the build');
  return file.code;
}

const dragInPage = (page: Page, county: string, positions: readonly LonLat[]): Promise<number[]> =>
  page.evaluate(
    async ({ address, code, places }) => {
      const worker = new Worker(address, { type: 'module' });
      let id = 0;
      const ask = (kind: string, input: unknown) =>
        new Promise<{ readonly output: { readonly milliseconds: number } }>((resolve, reject) => {
          worker.addEventListener('error', ({ message }) => reject(new Error(message)), { once: true });
          worker.addEventListener('message', ({ data }) => resolve(data), { once: true });
          worker.postMessage({ id: ++id, kind, input });
        });
      await ask('load', { county: code, revision: null });
      await ask('begin_drag', { siteCode: 'BENCH-S1', capacityHouseholds: 200 });
      for (const place of places) await ask('drag_to', place);
      const times: number[] = [];
      for (const place of places) times.push((await ask('drag_to', place)).output.milliseconds);
      return times;
    },
    { address: WORKER, code: county, places: positions },
  );
