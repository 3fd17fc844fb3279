import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { DRAW_MILLISECONDS, waitForMap } from './browser.ts';
import { AT, COUNTY, createScreen, eventually } from './screen.ts';

const { showMap } = createScreen();

/** A draft made over the interface that closes a site and hardens nothing. */
async function createDraft(page: Page): Promise<string> {
  const created = await page.request.post(`/api/plans${COUNTY}`, { data: { name: '关闭一处安置点' } });
  expect(created.ok()).toBe(true);
  const { code, version } = await created.json();
  const { features } = await (await page.request.get(`/api/areas${COUNTY}/features/sites?asOf=2026-11-22`)).json();
  const { code: siteCode } = features[0].properties;
  const commands = [{ id: `close-${code}`, kind: 'set_capacity', input: { siteCode, capacityHouseholds: 999 } }];
  const answer = await page.request.post(`/api/plans${COUNTY}/${code}/commands`, {
    data: { ifVersion: version, commands },
  });
  expect(answer.ok()).toBe(true);
  return code;
}

describe('the comparison of plans', { timeout: 3 * DRAW_MILLISECONDS }, () => {
  it('shows a draft beside today, figure by figure and on the map, at any year, and prints it', async () => {
    const { page } = await showMap(`${COUNTY}/measures?${AT}&page=plan`);
    const code = await createDraft(page);
    await page.goto(`${COUNTY}/measures?${AT}&page=plan&plan=${code}`);
    await waitForMap(page);
    await page.getByRole('tab', { name: '比较' }).click();
    const row = page.locator('[data-row="R2"]');
    await eventually(() => row.locator('td').count()).toBe(2);
    expect(await row.locator('td').last().textContent()).toMatch(/▲ \+\d/);
    await eventually(() => page.locator('[data-layer="sites"] summary').textContent()).toMatch(/改变 1/);
    await page.locator('[data-layer="sites"] summary').click();
    expect(await page.locator('[data-layer="sites"]').textContent()).toContain('改为 999 户');
    await page.getByRole('slider', { name: '比较时点' }).fill('0');
    await eventually(() => row.locator('td').last().textContent()).not.toMatch(/[▲▼]/);
    await page.getByRole('checkbox', { name: /青岭县/ }).check();
    await eventually(() => row.locator('td').count()).toBe(3);
    const link = page.getByRole('link', { name: '打印一页（A4）' });
    const sheet = await page.request.get((await link.getAttribute('href')) ?? '');
    expect(sheet.headers()['content-type']).toBe('application/pdf');
  });

  it('is reached from the list of plans, and sorts the towns', async () => {
    const { page } = await showMap(`${COUNTY}/measures?asOf=2026-11-22&lang=en&theme=light&page=plan`);
    await page.getByRole('button', { name: 'Compare plans' }).click();
    const towns = page.getByRole('table', { name: 'Town by town' });
    await towns.waitFor();
    await towns.getByRole('button').last().click();
    const heads = towns.locator('th[aria-sort="ascending"]');
    expect(await heads.count()).toBe(1);
    const values = await towns.locator('tbody tr td:last-child strong').allTextContents();
    const numbers = values.map((value) => Number(value.replaceAll(',', '')));
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    await page.getByRole('button', { name: 'Back to the plans' }).click();
    await page.getByRole('button', { name: 'Compare plans' }).waitFor();
  });
});
