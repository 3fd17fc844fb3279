import { describe, expect, it } from 'vitest';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { DRAW_MILLISECONDS, waitForMap } from './browser.ts';
import { askFeatures, type DeskFeature } from './planning-desk.ts';
import { AT, COUNTY, createScreen, eventually, queryOf } from './screen.ts';

const { url, show, showMap, openBlank } = createScreen();

/** Middle between two neighbouring parks that lie farthest apart: no symbol is near it, and the county is around it. */
function findOpenGround(parks: readonly DeskFeature[]): LonLat {
  const places = parks.map(({ geometry }) => geometry.coordinates as LonLat);
  const gapsOf = (place: LonLat): readonly LonLat[] =>
    places
      .filter((other) => other !== place)
      .sort((a, b) => measureDegrees(place, a) - measureDegrees(place, b))
      .slice(0, 4)
      .map((other): LonLat => [(place[0] + other[0]) / 2, (place[1] + other[1]) / 2]);
  const roomOf = (at: LonLat): number => Math.min(...places.map((place) => measureDegrees(place, at)));
  const [best] = places.flatMap(gapsOf).sort((a, b) => roomOf(b) - roomOf(a));
  if (best === undefined) throw new Error('Got fewer than two parks.');
  return best;
}

const measureDegrees = (a: LonLat, b: LonLat): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

describe('the screen', { timeout: 2 * DRAW_MILLISECONDS }, () => {
  it('opens the county at its data date and shows the four maps with six figures each', async () => {
    const { page } = await showMap('/');
    expect(new URL(page.url()).pathname).toBe('/529901/targets');
    expect(queryOf(page.url()).get('asOf')).toBe('2026-11-22');
    for (const [tab, map] of [
      ['措施', 'measures'],
      ['产业', 'industry'],
      ['进度', 'progress'],
      ['对象', 'targets'],
    ]) {
      await page
        .getByRole('navigation', { name: '四张图' })
        .getByText(tab ?? '')
        .click();
      await page.waitForSelector(`.map[data-map="${map}"]`);
      await waitForMap(page);
      expect(new URL(page.url()).pathname).toBe(`/529901/${map}`);
      await eventually(() => page.locator('.figure').count()).toBe(6);
      expect(await page.locator('.legend li').count()).toBeGreaterThan(3);
    }
  });

  it('goes down to a village by the ranking and back up by the breadcrumb', async () => {
    const { page } = await showMap(`${COUNTY}/progress?${AT}`);
    await page.locator('.ranked-name').first().click();
    await page.waitForURL(/\/\d{9}\/progress/);
    await eventually(() => page.locator('.breadcrumb li').count()).toBe(2);
    await waitForMap(page);
    await page.locator('.ranked-name').first().click();
    await page.waitForURL(/\/\d{12}\/progress/);
    await eventually(() => page.locator('.breadcrumb li').count()).toBe(3);
    await waitForMap(page);
    await page.locator('.breadcrumb a').first().click();
    await page.waitForURL(/\/529901\/progress/);
    await page.goBack();
    await page.waitForURL(/\/\d{12}\/progress/);
  });

  it('opens the area that is clicked on the map', async () => {
    const { page } = await show('/');
    const at = findOpenGround(await askFeatures(page, 'parks'));
    await page.goto(`${COUNTY}/industry?${AT}&at=${at.join(',')},13`);
    await waitForMap(page);
    // away from symbols the click meets the area itself
    const frame = await page.locator('.map-main .maplibregl-canvas').boundingBox();
    if (!frame) throw new Error('Got no map on the page.');
    await page.mouse.click(frame.x + frame.width / 2, frame.y + frame.height / 2);
    await eventually(() => new URL(page.url()).pathname).toMatch(/^\/529901(\d{3}|\d{6})\/industry$/);
  });

  it('moves the as-of date month by month, and plays', async () => {
    const { page } = await showMap(`${COUNTY}/progress?${AT}`);
    const before = await page.locator('.figure').first().textContent();
    const slider = page.getByRole('slider', { name: '截至日期' });
    await slider.press('ArrowLeft');
    await page.waitForURL(/asOf=2026-10-31/);
    await page.getByRole('button', { name: '回到起始月' }).click();
    await page.waitForURL(/asOf=2024-01-31/);
    await eventually(() => page.locator('.figure').first().textContent()).not.toBe(before);
    await page.getByRole('button', { name: '播放' }).click();
    await page.waitForURL(/asOf=2024-02-29/);
    await page.getByRole('button', { name: '暂停' }).click();
  });

  it('finds a town by the initials of its pinyin, with the keyboard alone', async () => {
    const { page } = await showMap(`${COUNTY}/targets?${AT}`);
    const field = page.getByRole('combobox');
    const town = await page.locator('.ranked-name').first().textContent();
    await field.fill(town ?? '');
    await page.getByRole('option').first().waitFor();
    await field.press('Enter');
    await page.waitForURL(/\/529901\d{3}\/targets/);
    await field.fill('ytz');
    await page.getByRole('option').first().waitFor();
    expect(await page.getByRole('option').first().textContent()).toContain('云台镇');
    await field.press('Escape');
    await eventually(() => page.getByRole('option').count()).toBe(0);
  });

  it('reopens the same view from a shared link', async () => {
    const link = `${COUNTY}/progress?asOf=2026-06-30&figure=P1&at=107.5000,27.0000,10.50&lang=en&theme=dark`;
    const { page } = await showMap(link);
    expect(page.url()).toBe(new URL(link, url()).href);
    await page.getByRole('heading', { level: 1 }).getByText('P1').waitFor();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('.timeline-month').textContent()).toBe('2026-06');
  });

  it('switches language and theme without leaving the view', async () => {
    const { page } = await showMap(`${COUNTY}/measures?${AT}`);
    await page.getByRole('button', { name: '切换为英文' }).click();
    await page.getByRole('navigation', { name: 'The four maps' }).getByText('Measures').waitFor();
    await page.getByRole('button', { name: 'Dark' }).click();
    await waitForMap(page);
    expect(queryOf(page.url()).get('theme')).toBe('dark');
    expect(queryOf(page.url()).get('lang')).toBe('en');
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(16, 24, 28)');
  });

  it('says where a figure comes from: 1,421 of 1,769 projects, with the rows behind', async () => {
    const { page } = await showMap(`${COUNTY}/progress?${AT}`);
    await page.locator('.figure').filter({ hasText: '1,421 / 1,769' }).click();
    await page.waitForURL(/figure=P1/);
    const facts = page.locator('.facts');
    await facts.getByText('1,421').waitFor();
    expect(await facts.textContent()).toContain('1,769');
    expect(await page.locator('.origin').textContent()).toContain('80.3');
    await eventually(() => page.locator('.rows tbody tr').count()).toBe(50);
    await page.getByRole('button', { name: '更多' }).click();
    await eventually(() => page.locator('.rows tbody tr').count()).toBe(100);
    const table = await page.getByRole('link', { name: '下载 CSV' }).getAttribute('href');
    const answer = await page.request.get(table ?? '');
    expect(answer.headers()['content-type']).toContain('text/csv');
    expect((await answer.text()).trim().split('\n').length).toBeGreaterThan(1769);
    await page.getByRole('button', { name: '返回' }).click();
    await eventually(() => page.locator('.figure').count()).toBe(6);
  });

  it('puts an earlier date beside the present one and names the differences', async () => {
    const { page } = await showMap(`${COUNTY}/progress?${AT}`);
    await page.getByRole('button', { name: '对比', exact: true }).click();
    await page.waitForURL(/compare=2025-11-30/);
    await eventually(() => page.locator('.map').count()).toBe(2);
    await waitForMap(page);
    await page
      .getByText(/较 2025-11-30 \+\d/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: '结束对比' }).click();
    await eventually(() => page.locator('.map').count()).toBe(1);
  });

  it('shows the figures by area and their sources as tables', async () => {
    const { page } = await show(`${COUNTY}/progress?${AT}&page=data`);
    await eventually(() => page.locator('.data-table tbody tr').count()).toBe(19);
    expect(await page.locator('.source').count()).toBeGreaterThanOrEqual(6);
  });

  it('tells of an unknown area in the words of the server and offers to try again', async () => {
    const watched = await show('/529999/targets?lang=zh');
    await watched.page.getByRole('alert').first().waitFor();
    expect(await watched.page.getByRole('alert').first().textContent()).toContain('529999');
    expect(await watched.page.getByRole('button', { name: '重试' }).count()).toBeGreaterThan(0);
    watched.faults.length = 0;
  });

  it('keeps the map when the figures cannot be reached, and gets them on request', async () => {
    const { page, faults } = await openBlank();
    await page.route('**/indicators?**', (route) => route.abort());
    await page.goto(`${COUNTY}/progress?${AT}`);
    await waitForMap(page);
    await page.locator('.figures').getByText('联系不上服务器').waitFor();
    await page.unroute('**/indicators?**');
    await page.locator('.figures').getByRole('button', { name: '重试' }).click();
    await eventually(() => page.locator('.figure').count()).toBe(6);
    faults.length = 0;
  });

  it('pulls the figures up from below on a phone', async () => {
    const { page } = await showMap(`${COUNTY}/progress?${AT}`, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    const panel = page.locator('.pull-up');
    expect(await panel.getAttribute('data-stop')).toBe('low');
    await page.getByRole('button', { name: '上拉查看指标' }).tap();
    await eventually(() => panel.getAttribute('data-stop')).toBe('half');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  it('hides its controls on the big screen until the pointer moves', async () => {
    const { page } = await showMap(`${COUNTY}/progress?${AT.replace('light', 'dark')}&wall=1`);
    const rail = page.locator('.rail');
    expect(await rail.isVisible()).toBe(false);
    await page.mouse.move(300, 300);
    await eventually(() => rail.isVisible()).toBe(true);
  });
});
