import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type StartedApp, startApp } from '#tests/support/start-app.ts';
import { DRAW_MILLISECONDS, openBrowser, openWatchedPage, type WatchedPage, waitForMap } from './browser.ts';

/** The first run of all prepares the sample county before the server starts. */
const START_MILLISECONDS = 300_000;

/** The address of the sample county at its data date, in Chinese and light. */
export const COUNTY = '/529901';
export const AT = 'asOf=2026-11-22&lang=zh&theme=light';

/** Pixels of the screen for one of the page: a quarter of them costs the software that draws maps two thirds of the time. Nobody looks at these pages. */
const HALF = 0.5;

/** A server and a browser for the tests of one file. */
export interface Screen {
  readonly url: () => string;
  /** The data folder of the server. */
  readonly dataFolder: () => string;
  /** Opens an address. */
  readonly show: (path: string, options?: BrowserContextOptions) => Promise<WatchedPage>;
  /** Opens an address and waits until its maps are drawn. */
  readonly showMap: (path: string, options?: BrowserContextOptions) => Promise<WatchedPage>;
  /** A page that is closed and checked after the test, before it has an address. */
  readonly openBlank: (options?: BrowserContextOptions) => Promise<WatchedPage>;
}

let shared: Screen | undefined;

/**
 * The screen of a file: several lists of pages that one file imports share it, because a server takes half a minute to start on a busy
 * machine.
 */
export function createScreen(): Screen {
  shared ??= startScreen();
  return shared;
}

/** Starts both before the tests of a file; after each test its pages close, and none may have failed or asked other machines. */
function startScreen(): Screen {
  let app: StartedApp;
  let browser: Browser;
  const open: WatchedPage[] = [];

  beforeAll(async () => {
    [app, browser] = await Promise.all([startApp(), openBrowser()]);
  }, START_MILLISECONDS);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  }, START_MILLISECONDS);
  afterEach(async () => {
    for (const { page, faults, foreign } of open.splice(0)) {
      await page.context().close();
      expect(faults).toEqual([]);
      expect(foreign).toEqual([]);
    }
  });

  const openBlank = async (options?: BrowserContextOptions): Promise<WatchedPage> => {
    const watched = await openWatchedPage(browser, app.url, { deviceScaleFactor: HALF, ...options });
    open.push(watched);
    return watched;
  };
  const show: Screen['show'] = async (path, options) => {
    const watched = await openBlank(options);
    await watched.page.goto(path);
    return watched;
  };
  const showMap: Screen['showMap'] = async (path, options) => {
    const watched = await show(path, options);
    await waitForMap(watched.page);
    return watched;
  };
  return { url: () => app.url, dataFolder: () => app.config.dataFolder, show, showMap, openBlank };
}

/** What becomes true when the page has caught up. */
export const eventually = <Value>(read: () => Value | Promise<Value>) =>
  expect.poll(read, { timeout: DRAW_MILLISECONDS });

/** The query of an address. */
export const queryOf = (url: string): URLSearchParams => new URL(url).searchParams;
