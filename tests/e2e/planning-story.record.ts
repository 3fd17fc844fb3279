import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { DRAW_MILLISECONDS, waitForMap } from './browser.ts';
import { ask, askFeatures, openAlbum } from './planning-desk.ts';
import { PLAN_NAME } from './planning-steps.ts';
import { tellStory } from './planning-story.ts';
import { AT, COUNTY, createScreen } from './screen.ts';

const { showMap } = createScreen();

interface PlanCommands {
  readonly commands: readonly {
    readonly kind: string;
    readonly input: { readonly segmentCode?: string; readonly year?: number };
  }[];
}

/** `code year` of the segments that a plan hardens. */
const listHardenedYears = async (page: Page, plan: string): Promise<readonly string[]> =>
  (await ask<PlanCommands>(page, `/api/plans${COUNTY}/${plan}`)).commands.flatMap(({ kind, input }) =>
    kind === 'harden_segment' ? [`${input.segmentCode} ${input.year}`] : [],
  );

/** `code year` of the planned segments on the measures map. */
const listPlannedYears = async (page: Page): Promise<readonly string[]> =>
  (await askFeatures(page, 'segments')).map(({ properties }) => `${properties.code} ${properties.plannedYear}`);

/** Text and bytes of the measures sheet. */
async function readSheet(page: Page): Promise<{ readonly bytes: Buffer; readonly text: string }> {
  const answer = await page.request.get(`/api/areas${COUNTY}/maps/measures/sheet.pdf?paper=A4&lang=zh`, {
    timeout: DRAW_MILLISECONDS,
  });
  const bytes = await answer.body();
  return { bytes, text: execFileSync('pdftotext', ['-raw', '-', '-'], { input: bytes, encoding: 'utf8' }) };
}

describe('the story of a plan', { timeout: 15 * DRAW_MILLISECONDS }, () => {
  it('goes from a refused site to a published plan that maps and sheets show', async () => {
    const album = await openAlbum();
    const { page, faults } = await showMap(`${COUNTY}/measures?${AT}`, {
      viewport: { width: 1440, height: 900 },
      deviceScaleFactor: 1,
    });
    await album.take(page, 'measures-before');
    const sheetBefore = await readSheet(page);
    const { plan, siteCode: placed } = await tellStory({ page, faults, album }, { isWhole: true });
    const flows = await askFeatures(page, 'flows');
    expect(flows.filter(({ properties }) => properties.siteCode === placed)).not.toEqual([]);
    const drawn = new Set(await listPlannedYears(page));
    expect((await listHardenedYears(page, plan)).filter((planned) => !drawn.has(planned))).toEqual([]);
    await page.goto(`${COUNTY}/measures?${AT}`);
    await waitForMap(page);
    await album.take(page, 'measures-after');
    const sheetAfter = await readSheet(page);
    expect(sheetAfter.bytes.equals(sheetBefore.bytes)).toBe(false);
    expect(sheetBefore.text).not.toContain(PLAN_NAME);
    expect(sheetAfter.text).toContain(PLAN_NAME);
    await album.close();
  });
});
