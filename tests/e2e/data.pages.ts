import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ONE_PIXEL_PNG, writeMbtiles } from '#tests/support/tile-archives.ts';
import { DRAW_MILLISECONDS, waitForMap } from './browser.ts';
import { AT, COUNTY, createScreen, eventually } from './screen.ts';

const { show, showMap, dataFolder } = createScreen();

/** Zoom levels and tiles around the sample county, 106.5° to 108.5° east and 26° to 28° north. */
const TILES = [8, 9, 10, 11].flatMap((z) => {
  const [left, top, right, bottom] = [0.7958, 0.4185, 0.8014, 0.4247].map((part) => Math.floor(part * 2 ** z));
  if (left === undefined || top === undefined || right === undefined || bottom === undefined) return [];
  return numbersFrom(left, right).flatMap((x) =>
    numbersFrom(top, bottom).map((y) => ({ z, x, y, bytes: ONE_PIXEL_PNG })),
  );
});

function numbersFrom(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}

async function download(page: Page, link: Locator): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download', { timeout: 2 * DRAW_MILLISECONDS }), link.click()]);
  return readFile(await file.path());
}

async function readFrame(
  page: Page,
  selector: string,
): Promise<{ readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }> {
  const frame = await page.locator(selector).boundingBox();
  if (!frame) throw new Error(`Got nothing at ${selector}.`);
  return { left: frame.x, right: frame.x + frame.width, top: frame.y, bottom: frame.y + frame.height };
}

describe('the data page', { timeout: 4 * DRAW_MILLISECONDS }, () => {
  it('gives a ledger as a file of the wished format and an empty one to fill in', async () => {
    const { page } = await show(`${COUNTY}001/measures?${AT}&page=data`);
    const exports = page.getByRole('region', { name: '导出' });
    await exports.getByLabel('内容').first().selectOption({ label: '安置点' });
    await exports.getByLabel('格式').selectOption({ label: 'GeoJSON' });
    const links = exports.getByRole('link', { name: '下载' });
    const { features } = JSON.parse((await download(page, links.first())).toString());
    expect(features[0].properties).toMatchObject({ townName: '城关镇' });
    const blank = await download(page, links.last());
    expect(blank.subarray(0, 2).toString()).toBe('PK');
    await exports.getByText(/\/ogc$/).waitFor();
  });
});

describe('a base map', { timeout: 2 * DRAW_MILLISECONDS }, () => {
  it('lies under the map when it is chosen, names its source, and leaves scale and buttons free', async () => {
    const folder = join(dataFolder(), 'basemaps');
    await mkdir(folder, { recursive: true });
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    writeMbtiles(join(folder, 'town.mbtiles'), TILES, { name: '影像', format: 'png', attribution: '示例影像' });
    const { page } = await showMap(`${COUNTY}001/measures?${AT}`);
    const tiles: number[] = [];
    page.on('response', (answer) => {
      if (new URL(answer.url()).pathname.startsWith('/basemaps/town/')) tiles.push(answer.status());
    });
    await page.getByLabel('底图').selectOption({ label: '影像' });
    await page.locator('.base-maps').getByText('示例影像').waitFor();
    await eventually(() => tiles.length).toBeGreaterThan(0);
    await waitForMap(page);
    expect(new Set(tiles)).toEqual(new Set([200]));
    const [choice, scale, zoom] = await Promise.all(
      ['.base-maps', '.scale-bar', '.zoom'].map((selector) => readFrame(page, selector)),
    );
    expect(choice?.bottom).toBeLessThanOrEqual(scale?.top ?? 0);
    expect(choice?.right).toBeLessThanOrEqual(zoom?.left ?? 0);
  });
});
