import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const CHROMIUM_PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Software rendering on slow machines takes seconds a map. */
export const DRAW_MILLISECONDS = 60_000;

/** Opens the browser that the runner names, or the first one of the system. */
export function openBrowser(): Promise<Browser> {
  const named = process.env.GUATU_CHROMIUM;
  const executablePath = named ?? CHROMIUM_PATHS.find((path) => existsSync(path));
  if (executablePath === undefined) throw new Error(`Got no Chromium at ${CHROMIUM_PATHS.join(', ')}.`);
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-background-networking', '--enable-unsafe-swiftshader', '--mute-audio'],
  });
}

/** A page that remembers what went wrong on it and what it asked of other machines. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors of the console and of scripts; tests take out what they provoke. */
  readonly faults: string[];
  /** Addresses outside the server. */
  readonly foreign: string[];
}

/** Opens a page on the server at `url`; sizes, language and touch by `options`. */
export async function openWatchedPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: 1100, height: 640 },
    locale: 'zh-CN',
    baseURL: url,
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(DRAW_MILLISECONDS);
  const faults: string[] = [];
  const foreign: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(url).origin) foreign.push(request.url());
  });
  return { page, faults, foreign };
}

/** Waits until every map on the page has drawn what it was given. */
export async function waitForMap(page: Page): Promise<void> {
  await page.waitForSelector('.map[data-idle="true"]');
  await page.waitForSelector('.map[data-idle="false"]', { state: 'detached' });
}
