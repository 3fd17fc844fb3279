import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { writeKm } from '#client/state/trip-words.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { type Album, ask, askEvaluation, findGoodPlace, findPixel, findSettlementInSight } from './planning-desk.ts';
import { COUNTY, eventually, queryOf } from './screen.ts';

/** Name of the plan of the story. */
export const PLAN_NAME = '红线外移调整方案';
const DRAG_STEPS = 16;
const DRAG_METERS = 1500;

/** What every step of the story has in hand. */
export interface Desk {
  readonly page: Page;
  readonly faults: string[];
  readonly album: Album;
  readonly plan: string;
}

const cell = (page: Page, row: string) => page.locator(`[data-row="${row}"] strong`);

/** Waits until the server has every change. */
export const saved = (page: Page): Promise<void> =>
  page.locator('.plan-command[data-waiting="true"]').first().waitFor({ state: 'detached' });

/** Opens a part of the planning page. */
export const openTab = (page: Page, name: string): Promise<void> =>
  page.getByRole('tab', { name, exact: true }).click();

/** A plan with a name, a description and an owner. */
export async function beginPlan(page: Page): Promise<string> {
  await page.getByRole('button', { name: '新建方案' }).click();
  await page.getByLabel('名称').fill(PLAN_NAME);
  await page.getByLabel('编制人').fill('县搬迁办');
  await page.getByLabel('说明').fill('把威胁范围里的选址挪到近处，排定路段。');
  await page.getByRole('button', { name: '新建', exact: true }).click();
  await eventually(() => queryOf(page.url()).get('plan')).toMatch(/^FA/);
  await page.locator('.plan-status').waitFor();
  return queryOf(page.url()).get('plan') ?? '';
}

/** Draws a site in a threatened area: refused with the reason, and put at the nearest place that passes. */
export async function drawInThreatenedArea(
  { page, album }: Desk,
  at: LonLat,
): Promise<{ code: string; position: LonLat }> {
  await page.getByRole('button', { name: '新设安置点' }).click();
  const { x, y } = await findPixel(page, at);
  await page.mouse.move(x - 120, y + 60);
  await page.mouse.move(x, y, { steps: 5 });
  await eventually(() => cell(page, 'row_nearest_for').textContent()).toMatch(/户/);
  await album.take(page, 'pointing');
  await page.mouse.click(x, y);
  const refusal = page.locator('.plan-refusal');
  await refusal.waitFor();
  const words = await refusal.textContent();
  expect(words).toMatch(/^这里不能建：位于隐患点“.+”（YH\d+）的威胁范围内/);
  expect(words).toMatch(/禁止 · 地质灾害威胁范围/);
  expect(words).toMatch(/最近可建处在 \d+ 米\s*外/);
  expect(words).toContain('不代替地质灾害危险性评估');
  expect(await page.locator('.plan-command').count()).toBe(0);
  await album.take(page, 'refused');
  await page.getByRole('button', { name: '移到这里' }).click();
  await eventually(() => page.locator('.plan-command').first().textContent()).toMatch(
    /新设安置点“新设安置点 1”，100 户/,
  );
  await saved(page);
  await eventually(() => page.locator('.plan-suitability').getAttribute('data-class')).not.toBe('refused');
  await album.take(page, 'placed');
  const { commands } = await ask<{ commands: { input: { siteCode: string; position: LonLat } }[] }>(
    page,
    `/api/plans${COUNTY}/${queryOf(page.url()).get('plan')}`,
  );
  const [{ input } = { input: { siteCode: '', position: at } }] = commands;
  return { code: input.siteCode, position: input.position };
}

/** Sends a settlement to the site with two clicks. */
export async function assignSettlement({ page, album }: Desk, site: LonLat): Promise<void> {
  const settlement = await findSettlementInSight(page, site);
  await page.getByRole('button', { name: '安排自然村（组）的去向' }).click();
  await page.mouse.click(settlement.pixel.x, settlement.pixel.y);
  await page.getByText(`“${settlement.label}”去哪里？`).waitFor();
  const { x, y } = await findPixel(page, site);
  await page.mouse.click(x, y);
  await eventually(() => page.locator('.plan-command').first().textContent()).toContain(
    `“${settlement.label}”搬到“新设安置点 1”`,
  );
  await saved(page);
  await eventually(() => cell(page, 'row_assigned').textContent()).toMatch(new RegExp(`^${settlement.households} 户`));
  await album.take(page, 'assigned');
  await page.getByRole('button', { name: '查看与拖动安置点' }).click();
}

/** Starts to note the time between frames on the page. */
const watchFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const holder = globalThis as unknown as { frameGaps: number[] };
    holder.frameGaps = [];
    let last = performance.now();
    requestAnimationFrame(function watch(now: number): void {
      holder.frameGaps.push(now - last);
      last = now;
      requestAnimationFrame(watch);
    });
  });

const readFrames = (page: Page): Promise<number[]> =>
  page.evaluate(() => (globalThis as unknown as { frameGaps: number[] }).frameGaps);

/** Drags the site out while the numbers follow, drops it, takes the step back and does it again. */
export async function dragOut({ page, album, plan }: Desk, from: LonLat, siteCode: string): Promise<void> {
  const goal = await findGoodPlace(page, from, DRAG_METERS);
  const [start, end] = [await findPixel(page, from), await findPixel(page, goal)];
  const before = await cell(page, 'row_mean_km').textContent();
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await watchFrames(page);
  const seen = new Set<string | null>();
  for (let i = 1; i <= DRAG_STEPS; i++) {
    const share = i / DRAG_STEPS;
    await page.mouse.move(start.x + share * (end.x - start.x), start.y + share * (end.y - start.y));
    seen.add(await cell(page, 'row_mean_km').textContent());
    if (i === DRAG_STEPS - 5) await album.take(page, 'dragging');
  }
  const gaps = (await readFrames(page)).sort((a, b) => a - b);
  await page.mouse.up();
  // numbers came while the button was held down, and the page went on drawing
  expect(seen.size).toBeGreaterThanOrEqual(3);
  expect(gaps.length).toBeGreaterThan(seen.size);
  const at = (share: number): number => Math.round(gaps[Math.floor(share * (gaps.length - 1))] ?? Number.NaN);
  await album.note('drag-frames', { frames: gaps.length, medianMs: at(0.5), p95Ms: at(0.95), maxMs: at(1) });
  await eventually(() => page.locator('.plan-command').first().textContent()).toContain('移动安置点“新设安置点 1”');
  await saved(page);
  await album.take(page, 'dropped');
  const after = await cell(page, 'row_mean_km').textContent();
  expect(after).not.toBe(before);
  const site = (await askEvaluation(page, plan)).sites.find((one) => one.siteCode === siteCode);
  // the page writes what the server measured
  expect(after).toBe(writeKm(site?.trips.meanKm ?? null, 'zh'));
  const count = await page.locator('.plan-command').count();
  await page.keyboard.press('Control+z');
  await eventually(() => page.locator('.plan-command').count()).toBe(count - 1);
  await eventually(() => cell(page, 'row_mean_km').textContent()).toBe(before);
  await page.keyboard.press('Control+Shift+Z');
  await eventually(() => page.locator('.plan-command').count()).toBe(count);
  await eventually(() => cell(page, 'row_mean_km').textContent()).toBe(after);
}

/** Publishing is refused until the hazard assessment is recorded. */
export async function assess({ page, album, faults }: Desk): Promise<void> {
  await openTab(page, '发布');
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByRole('button', { name: '确认发布' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('没有地质灾害危险性评估').waitFor();
  await album.take(page, 'not-assessed');
  expect(faults.splice(0).join()).toMatch(/409/);
  await dialog.getByRole('button', { name: '取消' }).click();
  await openTab(page, '编辑');
  await page.getByLabel('评估文号').fill('青地灾评〔2026〕18号');
  await page.getByLabel('评估结论').fill('危险性小，适宜建设');
  await page.getByRole('button', { name: '记入评估' }).click();
  await eventually(() => page.locator('.plan-command').first().textContent()).toContain('记入地质灾害危险性评估');
  await saved(page);
  await page.getByText('已评估：青地灾评〔2026〕18号').waitFor();
}

/** Puts the plan into force. */
export async function publish({ page, album }: Desk): Promise<void> {
  await openTab(page, '发布');
  await page.getByText('各项改动都与现在的数据相符').waitFor();
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await album.take(page, 'publish');
  await page.getByRole('button', { name: '确认发布' }).click();
  await page.getByText('方案已发布，不能再改').waitFor();
  await eventually(() => page.locator('.plan-status .is-in-force').textContent()).toBe('现行');
  await album.take(page, 'published');
}
