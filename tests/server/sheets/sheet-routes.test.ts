import { afterAll, describe, expect, it } from 'vitest';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { createApp } from '#server/http/create-app.ts';
import { createLog } from '#server/http/request-log.ts';
import { createSheetRoutes } from '#server/sheets/sheet-routes.ts';
import { createSheetService } from '#server/sheets/sheet-service.ts';
import { request } from '#tests/support/request.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const services: { close(): Promise<void> }[] = [];
afterAll(async () => {
  for (const service of services) await service.close();
});

/** The app with the sheet address over the tiny county. */
function createTestApp() {
  const context = createIndicatorContext(createTinyCounty());
  const service = createSheetService();
  services.push(service);
  const routes = createSheetRoutes({
    getContext: async (_county, asOf) => (asOf ? context.at(asOf) : context),
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
    ['an unknown paper', `${ADDRESS}?paper=A7`, 400, 'invalid_parameter'],
    ['an unknown edition', `${ADDRESS}?edition=public`, 400, 'invalid_parameter'],
    ['a scale at which the area does not fit', `${ADDRESS}?paper=A4&scale=100`, 400, 'scale_does_not_fit'],
    ['a date after the data date', `${ADDRESS}?asOf=2027-01-01`, 400, 'invalid_date'],
    ['an unknown area', '/api/areas/529902999/maps/progress/sheet.pdf', 404, 'unknown_area'],
  ])('refuses %s with problem JSON', async (_name, address, status, code) => {
    const answer = await request(createTestApp(), address);
    expect(answer.status).toBe(status);
    expect(answer.json()).toMatchObject({ status, code });
  });
});
