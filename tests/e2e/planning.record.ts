import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { DRAW_MILLISECONDS, waitForMap } from './browser.ts';
import { AT, COUNTY, createScreen, eventually, queryOf } from './screen.ts';

const { showMap } = createScreen();

async function clickMap(page: Page, x: number, y: number): Promise<void> {
  const frame = await page.locator('.map-main .maplibregl-canvas').boundingBox();
  if (!frame) throw new Error('Got no map on the page.');
  await page.mouse.click(frame.x + frame.width * x, frame.y + frame.height * y);
}

/** A draft made over the interface, as another desk would. */
async function createDraft(page: Page, name: string): Promise<{ readonly code: string; readonly version: number }> {
  const answer = await page.request.post(`/api/plans${COUNTY}`, { data: { name } });
  expect(answer.ok()).toBe(true);
  return answer.json();
}

/** Adds a command over the interface, as another desk would. */
async function append(page: Page, plan: { readonly code: string; readonly version: number }, capacity: number) {
  const command = {
    id: `desk-${capacity}`,
    kind: 'set_capacity',
    input: { siteCode: await firstSite(page), capacityHouseholds: capacity },
  };
  const body = { ifVersion: plan.version, commands: [command] };
  const answer = await page.request.post(`/api/plans${COUNTY}/${plan.code}/commands`, { data: body });
  expect(answer.ok()).toBe(true);
}

async function firstSite(page: Page): Promise<string> {
  const answer = await page.request.get(`/api/areas${COUNTY}/features/sites?asOf=2026-11-22`);
  const { features } = await answer.json();
  return features[0].properties.code;
}

describe('the planning page', { timeout: 3 * DRAW_MILLISECONDS }, () => {
  it('begins a plan, places a site at coordinates, shows its account, and takes the step back', async () => {
    const { page } = await showMap(`${COUNTY}/measures?${AT}&page=plan`);
    await page.getByRole('button', { name: '新建方案' }).click();
    await page.getByLabel('名称').fill('二〇二七年调整');
    await page.getByRole('button', { name: '新建', exact: true }).click();
    await eventually(() => queryOf(page.url()).get('plan')).toMatch(/^FA/);
    await page.getByRole('button', { name: '新设安置点' }).click();
    await page.getByLabel('坐标').fill('不是坐标');
    await page.getByRole('button', { name: '放到这里' }).click();
    await page.getByText('坐标应为“经度,纬度”').waitFor();
    await clickMap(page, 0.6, 0.5);
    const outcome = page.locator('.plan-command, .plan-refusal');
    await outcome.first().waitFor();
    // where the click met a forbidding rule the nearest place that passes is taken
    const moveThere = page.getByRole('button', { name: '移到这里' });
    if ((await moveThere.count()) > 0) await moveThere.click();
    await eventually(() => page.locator('.plan-command').first().textContent()).toMatch(
      /新设安置点“新设安置点 1”，100 户/,
    );
    await eventually(() => page.locator('.plan-command[data-waiting="true"]').count()).toBe(0);
    await eventually(() => page.locator('[data-row="row_capacity"]').textContent()).toMatch(/\/ 100/);
    await page.keyboard.press('Control+z');
    await eventually(() => page.locator('.plan-command').count()).toBe(0);
    await page.keyboard.press('Control+Shift+Z');
    await eventually(() => page.locator('.plan-command').count()).toBe(1);
  });

  it('shows both sides where two desks changed the same site, and loses neither', async () => {
    const { page, faults } = await showMap(`${COUNTY}/measures?${AT}&page=plan`);
    const draft = await createDraft(page, '两人同改');
    await page.goto(`${COUNTY}/measures?${AT}&page=plan&plan=${draft.code}`);
    await waitForMap(page);
    await page.locator('.plan-status').waitFor();
    await append(page, draft, 400);
    const site = await firstSite(page);
    await page.evaluate(([key, value]) => localStorage.setItem(key, value), [
      `guatu.plan.529901/${draft.code}`,
      JSON.stringify({
        ifVersion: draft.version,
        commands: [{ id: 'own-500', kind: 'set_capacity', input: { siteCode: site, capacityHouseholds: 500 } }],
      }),
    ] as const);
    // what waited from an earlier visit is sent when the page is opened
    await page.reload();
    const dialog = page.getByRole('dialog', { name: '同一处被两人改动' });
    await dialog.waitFor();
    expect(await dialog.textContent()).toMatch(/500 户.*400 户/s);
    await dialog.getByRole('button', { name: /保留我的/ }).click();
    await dialog.getByRole('button', { name: '按此处理' }).click();
    await eventually(() => page.locator('.plan-command').count()).toBe(2);
    await eventually(() => page.locator('.plan-command[data-waiting="true"]').count()).toBe(0);
    expect(faults.splice(0).join()).toMatch(/409/);
  });

  it('publishes after asking, and freezes the plan', async () => {
    const { page } = await showMap(`${COUNTY}/measures?${AT}&page=plan`);
    const draft = await createDraft(page, '发布一例');
    await append(page, draft, 390);
    await page.goto(`${COUNTY}/measures?${AT}&page=plan&plan=${draft.code}&tab=publish`);
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await page.getByRole('button', { name: '确认发布' }).click();
    await page.getByText('方案已发布，不能再改').waitFor();
    await eventually(() => page.locator('.plan-status .is-in-force').textContent()).toBe('现行');
    await waitForMap(page);
  });
});
