import { afterAll, expect, it } from 'vitest';
import { problemSchema } from '#core/api/common.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { createApp } from '#server/http/create-app.ts';
import { createLog } from '#server/http/request-log.ts';
import { createSheetRoutes } from '#server/sheets/sheet-routes.ts';
import { createSheetService } from '#server/sheets/sheet-service.ts';
import { request } from '#tests/support/request.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const service = createSheetService();
afterAll(() => service.close());

const context = createIndicatorContext(createTinyCounty());
const routes = createSheetRoutes({
  getContext: async (_county, asOf) => (asOf ? context.at(asOf) : context),
  getCountyUnderPlan: async () => context.recorded,
  service,
});
const app = createApp({
  routers: [routes],
  page: null,
  log: createLog('silent'),
  trustProxy: false,
  acceptedHosts: null,
});

/** What a reader is told, by language. */
const REFUSALS = [
  [
    '/api/areas/529902/maps/progress/sheet.pdf?paper=A4&scale=5000',
    'scale_does_not_fit',
    /takes \d+ sheets of A4: \d+ across × \d+ down/,
  ],
  ['/api/areas/529902999/maps/progress/sheet.pdf', 'unknown_area', /529902999/],
  ['/api/areas/529902/maps/progress/sheet.pdf?paper=A9', 'invalid_parameter', /"A9".*A4 \| A3/],
  ['/api/areas/529902/maps/progress/sheet.pdf?edition=public', 'sheet_not_public', /approval/i],
  ['/api/areas/529902/maps/progress/sheet.png?page=99', 'no_such_page', /99/],
] as const;

it.each(REFUSALS)('createSheetRoutes says in a sentence why it refuses %s', async (path, code, sentence) => {
  const answer = await request(app, path, { headers: { 'accept-language': 'en' } });
  const problem = problemSchema.parse(answer.json());
  expect(problem.code).toBe(code);
  expect(problem.detail).toMatch(sentence);
  expect(answer.text).not.toMatch(/\bat .*\.ts:\d+/);
});
