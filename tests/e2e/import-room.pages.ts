import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FeatureCollection } from '#core/cartography/features/map-feature.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';
import { writeFaultyLedgers } from '#tests/support/faulty-ledgers.ts';
import { type ListedSettlement, writeSettlementLedger } from '#tests/support/settlement-ledger.ts';
import { DRAW_MILLISECONDS, waitForMap } from './browser.ts';
import { AT, COUNTY, createScreen, eventually, queryOf } from './screen.ts';

const { show, url } = createScreen();

const ROOM = `${COUNTY}/targets?${AT}&page=import`;
const TOWN = `${COUNTY.slice(1)}001`;
/** What leaves all rows of a rule out. */
const LEAVE_OUT = '这些行都不写入';
/** Households that the ledger of the town counts beyond those that are stored. */
const MORE_HOUSEHOLDS = 7;

/** Settlements of a town as they are stored. */
async function listSettlements(): Promise<readonly ListedSettlement[]> {
  const { areas, settlements } = await loadSampleCounty();
  const nameOf = (code: string): string => areas.find((area) => area.code === code)?.name ?? '';
  return settlements
    .filter(({ code }) => code.startsWith(TOWN))
    .map((settlement) => ({
      town: nameOf(TOWN),
      village: nameOf(settlement.villageCode),
      code: settlement.code,
      name: settlement.name,
      households: settlement.registeredHouseholds ?? 0,
      residents: settlement.residentHouseholds ?? 0,
      position: settlement.position,
    }));
}

/** Registered households of the town as its map has them. */
async function countHouseholds(): Promise<number> {
  const response = await fetch(`${url()}api/areas/${TOWN}/features/settlements?asOf=2026-11-22`);
  const { features } = (await response.json()) as FeatureCollection;
  return features.reduce((sum, { properties }) => sum + Number(properties.registeredHouseholds ?? 0), 0);
}

/** The first import reads the whole county, for which a busy machine takes a minute. */
async function readCountyOnce(): Promise<void> {
  const form = new FormData();
  form.append('files', new Blob(['居民点名称,行政村\n一组,石坪村\n']), '一组.csv');
  const sent = await fetch(`${url()}api/imports?county=${COUNTY.slice(1)}`, { method: 'POST', body: form });
  const { id } = (await sent.json()) as { readonly id: string };
  for (let answer = ''; !answer.includes('"state":"read"'); ) {
    await setTimeout(1000);
    answer = await (await fetch(`${url()}api/imports/${id}`)).text();
  }
  await fetch(`${url()}api/imports/${id}`, { method: 'DELETE' });
}

describe('the import room', { timeout: 6 * DRAW_MILLISECONDS }, () => {
  beforeAll(readCountyOnce, 4 * DRAW_MILLISECONDS);

  it('says what may be sent, and refuses what may not before a byte of it is sent', async () => {
    const { page } = await show(ROOM);
    await page.getByText(/每个文件最多 \d+ MB/).waitFor();
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: '说明.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('x') });
    await page
      .getByRole('alert')
      .getByText(/“说明.docx”不是可读的格式/)
      .waitFor();
  });

  it('brings a ledger in GBK with a merged header and GCJ-02 coordinates to the map, and takes it back', async () => {
    const settlements = await listSettlements();
    const changed = settlements.map((settlement, place) =>
      place < 5 ? { ...settlement, households: settlement.households + MORE_HOUSEHOLDS } : settlement,
    );
    const before = await countHouseholds();
    const { page } = await show(ROOM);
    await page.locator('input[type="file"]').setInputFiles({
      name: '自然村台账.csv',
      mimeType: 'text/csv',
      buffer: writeSettlementLedger(changed),
    });
    await eventually(() => queryOf(page.url()).get('import')).not.toBeNull();
    await page.getByRole('button', { name: '下一步：读到的内容' }).click();

    await page
      .locator('.left-out')
      .getByText(/略去了 2 列个人信息/)
      .waitFor();
    await page.getByText(/合计行：第 178 行/).waitFor();
    await expect(page.locator('.import-room').getByText('王建国').count()).resolves.toBe(0);
    await page.getByRole('button', { name: '下一步：坐标' }).click();

    await page.getByRole('radio', { name: /GCJ-02/ }).check();
    await page.getByRole('button', { name: /确认：坐标是 GCJ-02/ }).click();
    await page.getByText('已确认：GCJ-02').waitFor();
    await waitForMap(page);
    await page.getByRole('button', { name: '下一步：检查' }).click();

    await page.getByRole('button', { name: '开始检查' }).click();
    await page.getByText(/待处理 0 行/).waitFor();
    await page.getByRole('button', { name: '下一步：差异' }).click();

    const write = page.getByRole('button', { name: /^写入 5 条变更，成为第 \d+ 版数据$/ });
    await write.waitFor();
    await page.locator('.long-row').first().click();
    await page.locator('.finding-card').getByText('户籍户数').waitFor();
    await write.click();

    await page.getByText(/已写入，成为第 \d+ 版数据/).waitFor({ timeout: 2 * DRAW_MILLISECONDS });
    expect(await countHouseholds()).toBe(before + 5 * MORE_HOUSEHOLDS);

    await page.getByRole('button', { name: '撤销这次导入' }).click();
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await page.getByText(/这次导入已撤销/).waitFor({ timeout: 2 * DRAW_MILLISECONDS });
    expect(await countHouseholds()).toBe(before);
  });

  it('lists twenty kinds of faults, repairs what it can propose and leaves the rest out by choice', async () => {
    const { page } = await show(ROOM);
    await page.locator('input[type="file"]').setInputFiles([...writeFaultyLedgers(await loadSampleCounty())]);
    await page.getByRole('button', { name: '下一步：读到的内容' }).click();
    await page.getByRole('link', { name: /^4 ?检查/ }).click();
    await page.getByRole('button', { name: '开始检查' }).click();
    await page.locator('.rules-grid').waitFor();
    await eventually(() => page.locator('.rules-grid tbody tr').count()).toBeGreaterThanOrEqual(20);

    await page.getByRole('link', { name: /位置不在所填村/ }).click();
    await eventually(() => queryOf(page.url()).get('rule')).toBe('outside_village');
    await page.locator('.long-row').first().click();
    await eventually(() => queryOf(page.url()).get('at')).not.toBeNull();
    await page.locator('.finding-repairs button').first().click();
    await page.locator('.finding-repairs button[aria-pressed="true"]').waitFor();

    for (const choice of await page.locator('.rules-grid select').all()) {
      const words = await choice.locator('option').allTextContents();
      if (words.includes(LEAVE_OUT)) await choice.selectOption({ label: LEAVE_OUT });
    }
    await page.getByText(/改过了，请重新检查/).waitFor();
    await page.getByRole('button', { name: '重新检查' }).click();
    await page.getByText(/待处理 0 行，选择不写入 [1-9]\d* 行/).waitFor();
  });

  it('keeps a copy without the personal columns', async () => {
    const { page } = await show(ROOM);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page
        .locator('.import-history')
        .getByRole('link', { name: /\.csv$/ })
        .last()
        .click(),
    ]);
    const kept = (await readFile(await download.path())).toString('utf8');
    expect(kept).toContain('户籍户数');
    expect(kept).not.toContain('王建国');
    expect(kept).not.toMatch(/1398700\d{4}/);
  });
});
