import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { DRAW_MILLISECONDS, waitForMap } from './browser.ts';
import { AT, COUNTY, createScreen, eventually, queryOf } from './screen.ts';

const { showMap } = createScreen();

/** Opens a part of planning with a new draft, made over the interface. */
async function openDraft(tab: string, name: string): Promise<Page> {
  const { page } = await showMap(`${COUNTY}/measures?${AT}&page=plan`);
  const answer = await page.request.post(`/api/plans${COUNTY}`, { data: { name } });
  expect(answer.ok()).toBe(true);
  const { code } = await answer.json();
  await page.goto(`${COUNTY}/measures?${AT}&page=plan&plan=${code}&tab=${tab}`);
  await waitForMap(page);
  return page;
}

/** Ends of the table row of a result. */
const readRow = (page: Page, row: string) => page.locator(`[data-row="${row}"] td`).textContent();

describe('the parts of planning that propose', { timeout: 4 * DRAW_MILLISECONDS }, () => {
  it('judges the place that is clicked, and places a site where one may stand', async () => {
    const page = await openDraft('where', '选址一例');
    await page.getByText('选址初筛，不代替').first().waitFor();
    await page.locator('.choices-table.is-legend').first().waitFor();
    const frame = await page.locator('.map-main .maplibregl-canvas').boundingBox();
    if (!frame) throw new Error('Got no map on the page.');
    await page.mouse.click(frame.x + frame.width * 0.6, frame.y + frame.height * 0.5);
    await page.getByRole('button', { name: /设安置点/ }).click();
    await eventually(() => page.locator('.plan-command').count()).toBe(1);
    await eventually(() => page.locator('.plan-command[data-waiting="true"]').count()).toBe(0);
    expect(queryOf(page.url()).get('tab')).not.toBe('where');
  });

  it('chooses sites, proves the choice, and makes it one step of the plan', async () => {
    const page = await openDraft('choose', '优选一例');
    await page.getByLabel('求什么').selectOption('p_median');
    await page.getByLabel('最多开几处').fill('0');
    await page.getByText('“最多开几处”为“0”，应为 1 到 500 的整数。').waitFor();
    await page.getByLabel('最多开几处').fill('4');
    await page.getByRole('button', { name: '开始优选' }).click();
    await eventually(() => page.locator('.choices-status').textContent()).toBe('已证明最优');
    await eventually(() => readRow(page, 'choice_sites')).toBe('4 个安置点');
    expect(await page.locator('.choices-sites li').count()).toBe(4);
    expect(await page.locator('.choices-sites small').first().textContent()).toMatch(/\d+ 户/);
    await page.getByRole('button', { name: /写入方案/ }).click();
    await page.getByRole('tab', { name: '编辑' }).click();
    await eventually(() => page.locator('.plan-command[data-waiting="true"]').count()).toBe(0);
    expect(await page.locator('.plan-command').count()).toBeGreaterThan(4);
    await page.keyboard.press('Control+z');
    await eventually(() => page.locator('.plan-command').count()).toBe(0);
  });

  it('orders road works for a budget, step by step, also as a table', async () => {
    const page = await openDraft('roads', '路段一例');
    await page.getByLabel('总预算（万元）').fill('300');
    await page.getByRole('button', { name: '开始排路段' }).click();
    await page.locator('.choices-table.is-steps tbody tr').first().waitFor();
    const link = page.getByRole('link', { name: '下载表格（CSV）' });
    await link.waitFor();
    await page.locator('[data-step="1"] button').click();
    await page
      .locator('.choices-step')
      .getByText(/硬化 \d+ 段/)
      .waitFor();
    expect(Number((await readRow(page, 'roads_total'))?.replace(/[^\d.]/g, ''))).toBeLessThanOrEqual(300);
    const table = await page.request.get((await link.getAttribute('href')) ?? '');
    expect(await table.text()).toMatch(/年份,步骤,路段编码/);
  });
});
