import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { CompareAnswer } from '#core/api/plans.ts';
import { writeFigureValue } from '#core/indicators/format-figure.ts';
import { ask } from './planning-desk.ts';
import { type Desk, openTab } from './planning-steps.ts';
import { COUNTY, eventually } from './screen.ts';

const STYLE = { language: 'zh' } as const;

/** Starts a solver and waits for a result of one of the states. */
async function solve(page: Page, start: string, statuses: readonly string[] = ['optimal', 'feasible']): Promise<void> {
  await page.getByRole('button', { name: start }).click();
  const done = 'section[aria-label="结果"][aria-busy="false"] .choices-status';
  await page.locator(statuses.map((status) => `${done}[data-status="${status}"]`).join(', ')).waitFor();
}

/** Puts the result into the plan as one step. */
async function takeResult(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^写入方案/ }).click();
  await page.getByText('已写入方案，可撤销。').waitFor();
  await eventually(() => page.locator('p.plan-banner').count()).toBe(0);
}

/** Asks for 8 sites that hold everybody: that there is too little room is said in words. */
export async function askTooMuch({ page, album }: Desk): Promise<void> {
  await openTab(page, '优选');
  await page.getByLabel('求什么').selectOption('capacitated_p_median');
  await page.getByLabel('最多开几处').fill('8');
  await page.getByLabel('容量不够时').selectOption('refuse');
  await solve(page, '开始优选', ['infeasible']);
  const result = page.locator('section[aria-label="结果"]');
  expect(await result.textContent()).toMatch(/容量不够：[\d,]+ 户要安置，.*[\d,]+ 户容量，[\d,]+ 户无法安置/);
  expect(await page.getByRole('button', { name: /^写入方案/ }).count()).toBe(0);
  await album.take(page, 'too-little-room');
}

/** Chooses 8 of the sites by capacity, the new one among them: as many as possible are placed. */
export async function chooseSites({ page, album }: Desk): Promise<void> {
  await openTab(page, '优选');
  await page.getByLabel('求什么').selectOption('capacitated_p_median');
  await page.getByLabel('最多开几处').fill('8');
  await page.getByText(/^必留与不选/).click();
  await page.getByLabel('新设安置点 1').selectOption('required');
  await page.getByLabel('容量不够时').selectOption('place_most');
  await page.getByText(/^计算设置/).click();
  await page.getByLabel('计算限时（秒）').fill('5');
  await solve(page, '开始优选');
  const result = page.locator('section[aria-label="结果"]');
  for (const row of ['choice_households', 'objective_capacitated_p_median', 'choice_seconds'])
    expect(await result.locator(`[data-row="${row}"] td`).textContent()).toMatch(/\d/);
  // a bound that says something stands beside the objective with the gap; one that says nothing is called so
  const proof = result.locator('[data-row="choice_gap"] td');
  if ((await proof.count()) > 0) expect(await proof.textContent()).toMatch(/%/);
  const reasons = await page.locator('.choices-sites small').allTextContents();
  expect(reasons).toHaveLength(8);
  expect(reasons.every((reason) => reason.length > 5)).toBe(true);
  expect(await page.locator('.choices-sites').textContent()).toContain('新设安置点 1');
  await album.take(page, 'chosen');
  await takeResult(page);
}

/** Hardens for a budget. */
export async function orderRoads({ page, album }: Desk): Promise<void> {
  await openTab(page, '路段');
  await page.getByLabel('总预算（万元）').fill('3000');
  await page.getByText(/^计算设置/).click();
  await page.getByLabel('计算限时（秒）').fill('5');
  await solve(page, '开始排路段');
  const result = page.locator('section[aria-label="结果"]');
  const spent = Number.parseFloat(
    ((await result.locator('[data-row="roads_total"] td').textContent()) ?? '').replaceAll(',', ''),
  );
  expect(spent).toBeGreaterThan(0);
  expect(spent).toBeLessThanOrEqual(3000);
  expect(await result.locator('[data-row="roads_joined"] td').textContent()).toMatch(/\d.* → \d.* \/ \d/);
  expect(await result.locator('tr[data-step]').count()).toBeGreaterThan(0);
  await album.take(page, 'roads');
  await takeResult(page);
}

/** The plan beside today: the figures on the page are those of the interface. */
export async function compareWithToday({ page, album, plan }: Desk): Promise<void> {
  await openTab(page, '比较');
  await page.locator('.compare-table [data-row="S1"]').waitFor();
  const { rows } = await ask<CompareAnswer>(page, `/api/plans${COUNTY}/compare?plans=today,${plan}&lang=zh`);
  for (const code of ['S1', 'S2', 'R2'] as const) {
    const { figures } = rows.find(({ indicator }) => indicator === code) ?? { figures: [] };
    expect(figures).toHaveLength(2);
    const shown = page.locator(`.compare-table [data-row="${code}"] .compare-value strong`);
    expect(await shown.allTextContents()).toEqual(figures.map((figure) => writeFigureValue(figure, STYLE).value));
  }
  await album.take(page, 'compared');
}
