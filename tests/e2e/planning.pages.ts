import { describe, expect, it } from 'vitest';
import { DRAW_MILLISECONDS, waitForMap } from './browser.ts';
import { askFeatures, NO_ALBUM } from './planning-desk.ts';
import { PLAN_NAME } from './planning-steps.ts';
import { tellStory } from './planning-story.ts';
import { createScreen } from './screen.ts';

const { openBlank } = createScreen();

/** Small: software rendering takes its time by the pixel. */
const SMALL_DESK = { width: 1200, height: 720 } as const;

describe('planning', { timeout: 10 * DRAW_MILLISECONDS }, () => {
  it('leads from a refused site over drag, choice, roads and comparison to a published plan that the map of measures shows', async () => {
    const { page, faults } = await openBlank({ viewport: SMALL_DESK });
    const { siteCode } = await tellStory({ page, faults, album: NO_ALBUM }, { isWhole: false });
    await page.getByRole('link', { name: '措施' }).click();
    await waitForMap(page);
    expect(await page.locator('.legend-note').allTextContents()).toContainEqual(expect.stringContaining(PLAN_NAME));
    const sites = await askFeatures(page, 'sites');
    expect(sites.map(({ properties }) => properties.code)).toContain(siteCode);
  });
});
