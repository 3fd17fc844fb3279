import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { type BenchResult, summarise } from './measure.ts';
import type { ServerProcess } from './server-process.ts';

/** How long the first map may take to become idle under a software renderer. */
const IDLE_TIMEOUT_MILLISECONDS = 120_000;

/** Size of the entry script with its static imports, and of everything fetched until the first map is idle. */
export async function benchSize(server: ServerProcess): Promise<readonly BenchResult[]> {
  const entry = await entryKilobytes(server.address);
  const fetched = await fetchedKilobytes(server.address);
  return [
    summarise('entry script with static imports, gzip', 'kB', [entry], 450),
    summarise('programs and styles fetched until the first map is idle, gzip', 'kB', [fetched.program], 900),
    summarise('data fetched until the first map is idle, gzip', 'kB', [fetched.data], null),
  ];
}

/** Gzip size of the script that the page names and of all it imports statically. */
async function entryKilobytes(address: string): Promise<number> {
  const html = await (await fetch(address, { headers: { Accept: 'text/html' } })).text();
  const names = new Set([...html.matchAll(/(?:src|href)="\/?(assets\/[^"]+\.js)"/g)].map((match) => match[1] ?? ''));
  let bytes = 0;
  for (const name of names) {
    const source = await (await fetch(`${address}/${name}`)).text();
    bytes += gzipSync(source).length;
    for (const match of source.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) names.add(`assets/${match[1]}`);
  }
  return bytes / 1000;
}

async function fetchedKilobytes(address: string): Promise<{ program: number; data: number }> {
  const browser = await chromium.launch({
    executablePath: process.env.GUATU_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const sums = { program: 0, data: 0 };
    const reading: Promise<void>[] = [];
    page.on('response', (response) => {
      reading.push(
        response.body().then(
          (body) => {
            const kind = new URL(response.url()).pathname.startsWith('/api/') ? 'data' : 'program';
            sums[kind] += gzipSync(body).length / 1000;
          },
          () => undefined,
        ),
      );
    });
    await page.goto(address);
    await page.waitForSelector('[data-idle="true"]', { timeout: IDLE_TIMEOUT_MILLISECONDS });
    await Promise.all(reading);
    return sums;
  } finally {
    await browser.close();
  }
}
