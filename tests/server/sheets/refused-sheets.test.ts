import { afterAll, expect, it } from 'vitest';
import { problemSchema } from '#core/api/common.ts';
import { buildCounty } from '#core/county/build-county.ts';
import type { IsoDate } from '#core/county/dates.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { createApp } from '#server/http/create-app.ts';
import { createLog } from '#server/http/request-log.ts';
import { createAdviceRoutes } from '#server/sheets/advice-routes.ts';
import { createSheetRoutes } from '#server/sheets/sheet-routes.ts';
import { createSheetService } from '#server/sheets/sheet-service.ts';
import { request } from '#tests/support/request.ts';
import { VILLAGES } from '#tests/support/tiny/areas.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

const service = createSheetService();
afterAll(() => service.close());

/** A village whose boundary has not come yet. */
const UNMAPPED = VILLAGES[0];
const rows = createTinyCountyRows();
const areas = rows.areas.map((area) =>
  area.code === UNMAPPED ? { ...area, boundary: { type: 'MultiPolygon' as const, coordinates: [] } } : area,
);
const context = createIndicatorContext(buildCounty({ ...rows, areas }, 1));
const parts = {
  getContext: async (_county: string, asOf?: IsoDate) => (asOf ? context.at(asOf) : context),
  getCountyUnderPlan: async () => context.recorded,
  service,
};
const app = createApp({
  routers: [createSheetRoutes(parts), createAdviceRoutes(parts)],
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
  [`/api/areas/${UNMAPPED}/maps/progress/sheet.pdf?paper=A4`, 'area_without_outline', /has no outline/],
  [`/api/areas/${UNMAPPED}/maps/progress/sheet.svg?paper=A4&preview=true`, 'area_without_outline', /has no outline/],
  [`/api/areas/${UNMAPPED}/maps/progress/sheet-report?paper=A4`, 'area_without_outline', /has no outline/],
  [`/api/areas/${UNMAPPED}/sheet-advice`, 'area_without_outline', /has no outline/],
  ['/api/areas/529902/maps/progress/sheet.png?page=99', 'no_such_page', /99/],
] as const;

it.each(REFUSALS)('createSheetRoutes says in a sentence why it refuses %s', async (path, code, sentence) => {
  const answer = await request(app, path, { headers: { 'accept-language': 'en' } });
  const problem = problemSchema.parse(answer.json());
  expect(problem.code).toBe(code);
  expect(problem.detail).toMatch(sentence);
  expect(answer.status).toBeLessThan(500);
  expect(answer.text).not.toMatch(/\bat .*\.ts:\d+/);
});
