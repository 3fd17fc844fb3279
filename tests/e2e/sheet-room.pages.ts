import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { DRAW_MILLISECONDS } from './browser.ts';
import { AT, COUNTY, createScreen, eventually, queryOf } from './screen.ts';

const { show } = createScreen();

/** A town on A4 is drawn within a second. */
const ROOM = `${COUNTY}001/progress?${AT}&page=sheet&sheet=${encodeURIComponent('paper=A4&relief=off')}`;

/** Waits until the sheet that was asked for last is on the screen. */
async function waitForSheet(page: Page): Promise<void> {
  await page.locator('.preview-sheet img').waitFor();
  await page.locator('.preview-busy').waitFor({ state: 'detached' });
}

describe('the sheet room', { timeout: 2 * DRAW_MILLISECONDS }, () => {
  it('shows the sheet itself, puts furniture where it is pushed, and says what was found', async () => {
    const { page } = await show(ROOM);
    await waitForSheet(page);
    await page.locator('.report-facts').waitFor();
    const north = page.getByRole('button', { name: /^指北针/ });
    await north.press('ArrowLeft');
    await north.press('ArrowDown');
    await eventually(() => queryOf(page.url()).get('sheet')).toContain('places=north%3Aleft_bottom');
    await waitForSheet(page);
    await page.getByText('公开版', { exact: true }).click();
    await page
      .locator('.download-refusal')
      .getByText(/没有审图号/)
      .waitFor();
    await page.getByText('预览的是送审样图').waitFor();
  });

  it('says how many sheets a scale takes that does not fit, under the sheet before', async () => {
    const watched = await show(ROOM);
    const { page } = watched;
    await waitForSheet(page);
    await page.locator('#sheet-scale').selectOption({ index: 1 });
    await page
      .locator('.preview-error')
      .getByText(/需要 A4 共 \d+ 幅/)
      .waitFor();
    await page.locator('.preview-sheet[data-veiled="true"]').waitFor();
    // preview and report are both refused; a closed page tells nothing later
    await page.close();
    expect(watched.faults.splice(0).join()).toMatch(/400/);
  });

  it('downloads a sheet, remembers it, hangs it and tells that it is up to date', async () => {
    const { page } = await show(ROOM);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载 PDF' }).click(),
    ]);
    const file = await readFile(await download.path());
    expect(file.subarray(0, 5).toString()).toBe('%PDF-');
    await page.getByText(/已记入打印记录/).waitFor();
    await page.getByRole('link', { name: '上墙登记' }).click();
    await page.getByRole('button', { name: '添加墙面' }).click();
    await page.getByLabel('名称').fill('东墙');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('link', { name: '打印记录' }).click();
    await page.locator('.print-line').first().click();
    await page.getByRole('button', { name: '登记上墙' }).click();
    await page.getByText('已登记。').waitFor();
    await page.getByRole('link', { name: '上墙登记' }).click();
    await page.locator('.print-line').first().click();
    await page
      .locator('.hangings')
      .getByText(/与最新数据一致/)
      .waitFor();
    const id = await page.locator('.hangings small').last().textContent();
    await page.goto(`/w/${/\d{6}-[0-9A-Z]{8}/.exec(id ?? '')?.[0]}`);
    await page
      .locator('.print-banner')
      .getByText(/与最新数据一致/)
      .waitFor();
  });
});
