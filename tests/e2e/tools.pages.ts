import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { DRAW_MILLISECONDS, waitForMap } from './browser.ts';
import { AT, COUNTY, createScreen, eventually, queryOf } from './screen.ts';

/** Two natural villages of the sample county, some kilometres apart. */
const GANYUAN = '529901001001001';

const { show, showMap } = createScreen();

const readNumbers = async (page: Page, selector: string): Promise<number[]> =>
  (await page.locator(selector).allTextContents()).map((written) => Number(written.replaceAll(',', '')));

async function clickMap(page: Page, x: number, y: number): Promise<void> {
  const frame = await page.locator('.map-main .maplibregl-canvas').boundingBox();
  if (!frame) throw new Error('Got no map on the page.');
  await page.mouse.click(frame.x + frame.width * x, frame.y + frame.height * y);
}

describe('the tools', { timeout: 2 * DRAW_MILLISECONDS }, () => {
  it('measure straight and along roads between two clicked points, and end with Escape', async () => {
    const { page } = await showMap(`${COUNTY}/progress?${AT}`);
    await page.getByRole('button', { name: '测距：直线与沿路' }).click();
    await clickMap(page, 0.55, 0.5);
    await clickMap(page, 0.62, 0.56);
    await eventually(() => queryOf(page.url()).get('tool')).toMatch(
      /^measure:drive:minutes:[\d.]+,[\d.]+;[\d.]+,[\d.]+$/,
    );
    const totals = page.locator('.tool-totals dd');
    await eventually(() => totals.nth(1).textContent()).toMatch(/\d/);
    const [straight = Number.NaN, road = Number.NaN] = await readNumbers(page, '.tool .rows td:nth-child(n+2)');
    expect(straight).toBeGreaterThan(0);
    expect(road).toBeGreaterThanOrEqual(straight);
    await page.getByText('速度表第 1 版').waitFor();
    await page.keyboard.press('Escape');
    await eventually(() => page.locator('.tool').count()).toBe(0);
    expect(queryOf(page.url()).get('tool')).toBeNull();
  });

  it('restore a reach from its link: three bands with figures that grow', async () => {
    const { page } = await showMap(`${COUNTY}/industry?${AT}&tool=reach:drive:minutes:to:${GANYUAN}`);
    await eventually(() => page.locator('.bands tbody tr').count()).toBe(3);
    const people = await readNumbers(page, '.bands td:nth-child(4)');
    expect(people[0]).toBeGreaterThan(0);
    expect(people).toEqual([...people].sort((a, b) => a - b));
    await page.locator('.pick').getByText('步行').click();
    await eventually(() => queryOf(page.url()).get('tool')).toBe(`reach:walk:minutes:to:${GANYUAN}`);
    await eventually(async () => (await readNumbers(page, '.bands td:nth-child(4)'))[0]).toBeLessThan(people[0] ?? 0);
  });

  it('name the nearest place of each kind of a settlement', async () => {
    const { page } = await showMap(`${COUNTY}/targets?${AT}&tool=nearest:${GANYUAN}`);
    await eventually(() => page.locator('.nearest tbody tr').count()).toBe(9);
    expect(await page.locator('.nearest').textContent()).toContain('乡镇政府');
  });

  it('fly to a gap, and tell what its segments would join', async () => {
    const { page } = await showMap(`${COUNTY}/progress?${AT}`);
    await page.getByRole('button', { name: '未通硬化路清单与缺口' }).click();
    const first = page.locator('.gap-head').first();
    await first.click();
    await eventually(() => queryOf(page.url()).get('at')).not.toBeNull();
    await waitForMap(page);
    await page.getByRole('button', { name: '选用全部路段' }).click();
    await eventually(() => page.locator('.chosen-result').textContent()).toMatch(/可新通 \d+ 个自然村/);
    expect(queryOf(page.url()).get('tool')).toMatch(/^gaps:LD/);
  });
});

describe('the speed table', { timeout: 2 * DRAW_MILLISECONDS }, () => {
  it('is not saved over a change that came in between', async () => {
    const { page, faults } = await show(`${COUNTY}/progress?${AT}&page=data`);
    const speeds = page.locator('.speeds');
    await speeds.getByRole('button', { name: '修改' }).click();
    // another desk changes a setting
    const other = await page.request.patch(`/api/areas${COUNTY}/settings`, { data: { joinDistanceMeters: 201 } });
    expect(other.ok()).toBe(true);
    await speeds.locator('.speed-input input').first().fill('65');
    await speeds.getByRole('button', { name: '保存为新版' }).click();
    await eventually(() => speeds.getByRole('alert').textContent()).toMatch(/没有写入任何内容/);
    expect(faults.splice(0).join()).toMatch(/409/);
    await speeds.getByRole('button', { name: '取消' }).click();
    await page.request.patch(`/api/areas${COUNTY}/settings`, { data: { joinDistanceMeters: 200 } });
    expect(await speeds.locator('.speed-list dd').first().textContent()).toBe('60');
  });
});

describe('the origin of a figure', { timeout: 2 * DRAW_MILLISECONDS }, () => {
  it('opens from the panel: settlements joined, with trend, pace, roll-up and rows that do not count', async () => {
    const { page } = await showMap(`${COUNTY}/progress?${AT}`);
    await page.locator('.figure').filter({ hasText: '组组通' }).click();
    await page.waitForURL(/figure=R2/);
    await eventually(() => page.locator('.rows tbody tr').count()).toBe(50);
    expect(await page.locator('.facts').textContent()).toContain('尚需进度');
    expect(await page.locator('.roll-up').textContent()).toContain('下级合计');
    await page
      .locator('.origin .pick')
      .getByText(/^不计入/)
      .click();
    await eventually(() => page.locator('.rows tbody tr:not(.is-excluded)').count()).toBe(0);
    expect(await page.locator('.rows tbody tr').first().textContent()).toContain('不计入');
  });

  it('puts twelve definitions of joined side by side and marks that of the county', async () => {
    const { page } = await show(`${COUNTY}/progress?${AT}&figure=R2`);
    await eventually(() => page.locator('.definition').count()).toBe(12);
    await eventually(() => page.locator('.definition[data-own="true"]').count()).toBe(1);
    await page.locator('.definition[data-own="false"]').first().click();
    await page.waitForURL(/part=definition/);
    await page.getByRole('button', { name: '设为本县口径' }).click();
    await page.getByRole('button', { name: '确认修改' }).waitFor();
  });
});
