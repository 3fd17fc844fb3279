import { afterAll, describe, expect, it } from 'vitest';
import { NotFoundError } from '#core/errors.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { createApp } from '#server/http/create-app.ts';
import { createLog } from '#server/http/request-log.ts';
import { createSheetRoutes } from '#server/sheets/sheet-routes.ts';
import { createSheetService } from '#server/sheets/sheet-service.ts';
import { request } from '#tests/support/request.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

/** One thread for all tests: starting it takes longer than what they ask of it. */
const service = createSheetService();
afterAll(() => service.close());

/** The app with the sheet address over the tiny county. */
function createTestApp() {
  const context = createIndicatorContext(createTinyCounty());
  const routes = createSheetRoutes({
    getContext: async (_county, asOf) => (asOf ? context.at(asOf) : context),
    async getCountyUnderPlan(countyCode, planCode) {
      if (planCode !== 'plan-1')
        throw new NotFoundError('unknown_plan', planCode, { county: countyCode, plan: planCode });
      return { ...context.recorded };
    },
    service,
  });
  return createApp({ routers: [routes], page: null, log: createLog('silent'), trustProxy: false, acceptedHosts: null });
}

const ADDRESS = '/api/areas/529902/maps/progress/sheet.pdf';

describe('createSheetRoutes', () => {
  it('answers a PDF with a Chinese file name, and 304 to whoever has it', async () => {
    const app = createTestApp();
    const answer = await request(app, `${ADDRESS}?paper=A4`);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(answer.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(answer.headers['content-disposition']).toContain(
      `filename="529902-progress-A4.pdf"; filename*=UTF-8''${encodeURIComponent('小石县任务进度进展图_2026-11-22_A4.pdf')}`,
    );
    const again = await request(app, `${ADDRESS}?paper=A4`, {
      headers: { 'if-none-match': answer.headers.etag ?? '' },
    });
    expect(again.status).toBe(304);
  });

  it.each([
    ['svg', 'image/svg+xml', '<svg '],
    ['png', 'image/png', '\u0089PNG'],
    ['tiff', 'image/tiff', 'II*\0'],
  ])('answers the sheet as %s', async (format, type, begin) => {
    const answer = await request(createTestApp(), `${ADDRESS.replace('pdf', format)}?paper=A4&dpi=72`);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe(type);
    expect(answer.bytes.subarray(0, begin.length).toString('latin1')).toBe(begin);
    expect(answer.headers['content-disposition']).toContain(`filename="529902-progress-A4.${format}"`);
  });

  it('presses SVG for whoever takes it, and nothing else', async () => {
    const app = createTestApp();
    const ask = (format: string, encoding: string) =>
      request(app, `${ADDRESS.replace('pdf', format)}?paper=A4`, { headers: { 'accept-encoding': encoding } });
    const plain = await ask('svg', 'identity');
    const pressed = await ask('svg', 'gzip, deflate, br');
    expect(pressed.headers['content-encoding']).toBe('gzip');
    expect(pressed.headers.vary).toContain('Accept-Encoding');
    expect(pressed.bytes.equals(plain.bytes)).toBe(true);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.headers['content-length']).toBe(String(plain.bytes.length));
    expect((await ask('pdf', 'gzip')).headers['content-encoding']).toBeUndefined();
  });

  it('gives another tag to each format, page and resolution, and to a county that was read again', async () => {
    const app = createTestApp();
    const tagOf = async (address: string, at = app): Promise<string | undefined> =>
      (await request(at, address)).headers.etag as string | undefined;
    const svg = `${ADDRESS.replace('pdf', 'svg')}?paper=A4`;
    const png = `${ADDRESS.replace('pdf', 'png')}?paper=A4`;
    const tags = [
      await tagOf(svg),
      await tagOf(`${png}&dpi=72`),
      await tagOf(`${png}&dpi=73`),
      await tagOf(svg, createTestApp()),
    ];
    expect(new Set(tags).size).toBe(4);
    expect(await tagOf(svg)).toBe(tags[0]);
  });

  it('makes an internal sheet under a plan, which its mark names', async () => {
    const answer = await request(createTestApp(), `${ADDRESS.replace('pdf', 'svg')}?paper=A4&plan=plan-1`);
    expect(answer.status).toBe(200);
    expect(answer.bytes.toString()).toContain('aria-label="方案 plan-1 · 内部使用"');
  });

  it('shows a public edition with errors as its review copy, to be looked at only', async () => {
    const app = createTestApp();
    const address = `${ADDRESS.replace('pdf', 'svg')}?paper=A4&edition=public`;
    const preview = await request(app, `${address}&preview=true`);
    expect(preview.status).toBe(200);
    expect(preview.bytes.toString()).toContain('aria-label="未经审核 不得公开"');
    expect((await request(app, address)).json()).toMatchObject({ code: 'sheet_not_public' });
    expect((await request(app, `${ADDRESS}?paper=A4&edition=public&preview=true`)).json()).toMatchObject({
      code: 'sheet_not_public',
    });
  });

  it('shows a public edition with an approval number and another error, or under a draft, as its review copy', async () => {
    const app = createTestApp();
    const approval = `approval=${encodeURIComponent('黔S（2026）001号')}&approvedOn=2026-11-20`;
    const address = `${ADDRESS.replace('pdf', 'svg')}?paper=A4&edition=public&${approval}`;
    for (const fault of [`title=${encodeURIComponent('别处的图')}`, 'plan=plan-1']) {
      const preview = await request(app, `${address}&preview=true&${fault}`);
      expect(preview.status).toBe(200);
      expect(preview.bytes.toString()).toContain('aria-label="未经审核 不得公开"');
      expect(preview.bytes.toString()).not.toContain('方案 plan-1');
      expect((await request(app, `${address}&${fault}`)).status).toBe(400);
    }
    const review = `${ADDRESS.replace('pdf', 'svg')}?paper=A4&edition=review&plan=plan-1`;
    expect((await request(app, `${review}&preview=true`)).status).toBe(200);
    expect((await request(app, review)).json()).toMatchObject({ code: 'draft_sheet_not_internal' });
  });

  it('reads signatures with commas, and fills area and map into an own title', async () => {
    const title = encodeURIComponent('{area}{map}（定稿）');
    const signatures = encodeURIComponent('局长%2C 主任,审核');
    const answer = await request(
      createTestApp(),
      `${ADDRESS.replace('pdf', 'svg')}?paper=A2&title=${title}&signatures=${signatures}`,
    );
    const svg = answer.bytes.toString();
    expect(svg).toContain('aria-label="小石县任务进度进展图（定稿）"');
    expect(svg).toContain('局长, 主任');
  });

  it('makes a public edition that carries its approval number', async () => {
    const approval = `approval=${encodeURIComponent('黔S（2026）001号')}&approvedOn=2026-11-20`;
    const answer = await request(createTestApp(), `${ADDRESS}?paper=A2&edition=public&${approval}`);
    expect(answer.status).toBe(200);
  });

  it.each([
    ['a draft plan on an edition for review', `${ADDRESS}?plan=plan-1&edition=review`, 400, 'draft_sheet_not_internal'],
    ['an unknown plan', `${ADDRESS}?plan=nothing`, 404, 'unknown_plan'],
    ['a page that the set does not have', `${ADDRESS.replace('pdf', 'svg')}?paper=A4&page=99`, 400, 'no_such_page'],
    ['more pixels than can be made', `${ADDRESS.replace('pdf', 'png')}?paper=A0&dpi=600`, 400, 'too_many_pixels'],
    ['a resolution out of range', `${ADDRESS.replace('pdf', 'png')}?dpi=20`, 400, 'invalid_parameter'],
    ['an unknown paper', `${ADDRESS}?paper=A7`, 400, 'invalid_parameter'],
    ['an unknown edition', `${ADDRESS}?edition=secret`, 400, 'invalid_parameter'],
    ['a public edition without approval number', `${ADDRESS}?edition=public`, 400, 'sheet_not_public'],
    ['a scale at which the area does not fit', `${ADDRESS}?paper=A4&scale=100`, 400, 'scale_does_not_fit'],
    ['a date after the data date', `${ADDRESS}?asOf=2027-01-01`, 400, 'invalid_date'],
    ['an unknown area', '/api/areas/529902999/maps/progress/sheet.pdf', 404, 'unknown_area'],
  ])('refuses %s with problem JSON', async (_name, address, status, code) => {
    const answer = await request(createTestApp(), address);
    expect(answer.status).toBe(status);
    expect(answer.json()).toMatchObject({ status, code });
  });
});
