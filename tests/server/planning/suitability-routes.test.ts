import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { problemSchema } from '#core/api/common.ts';
import { suitabilityAnswerSchema, suitabilityAuditSchema, suitabilityGridSchema } from '#core/api/suitability.ts';
import { SUITABILITY_COLORS } from '#core/cartography/suitability-palette.ts';
import { NotFoundError } from '#core/errors.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { lonLatToMercator, mercatorToLonLat } from '#core/geo/mercator.ts';
import { applyCommands } from '#core/planning/apply-commands.ts';
import { judgePlace } from '#core/planning/rules/judge-place.ts';
import { createCoverageService } from '#server/coverage/coverage-service.ts';
import { createApp } from '#server/http/create-app.ts';
import { createLog } from '#server/http/request-log.ts';
import { createSuitabilityRoutes } from '#server/planning/suitability-routes.ts';
import { createSuitabilityService } from '#server/planning/suitability-service.ts';
import { request } from '#tests/support/request.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const ADDRESS = '/api/areas/529902/suitability';

/** The feature alone over the tiny county, with a draft `FA0001` that puts a site into the threatened area. */
function createTinyApp() {
  const county = createTinyCounty();
  const planned = applyCommands(county, [
    {
      id: 'c-1',
      by: 'local',
      at: '2026-11-20T08:00:00Z',
      kind: 'place_site',
      input: { siteCode: 'FA0001-S1', position: [107.512, 27.006], capacityHouseholds: 20 },
    },
  ]).county;
  const service = createSuitabilityService({
    getContext: createCoverageService({ getCounty: async () => county }).getContext,
    getCountyUnderPlan: async (countyCode, plan) => {
      if (plan !== 'FA0001') throw new NotFoundError('plan_not_found', 'No', { plan, county: countyCode });
      return planned;
    },
  });
  const app = createApp({
    routers: [createSuitabilityRoutes(service)],
    log: createLog('silent'),
    page: null,
    trustProxy: false,
    acceptedHosts: null,
  });
  const ask = async <Schema extends z.ZodType>(schema: Schema, path: string): Promise<z.infer<Schema>> => {
    const answer = await request(app, ADDRESS + path);
    expect(answer.status).toBe(200);
    return schema.parse(answer.json());
  };
  const refuse = async (path: string, address = ADDRESS) => {
    const answer = await request(app, address + path, { headers: { 'accept-language': 'en' } });
    return { status: answer.status, ...problemSchema.pick({ code: true, detail: true }).parse(answer.json()) };
  };
  return { county, app, ask, refuse };
}

describe('createSuitabilityRoutes', () => {
  it('judges a place in sentences and leads to the nearest one that passes', async () => {
    const { ask, county } = createTinyApp();
    const { place, nearest, note, revision, asOf } = await ask(suitabilityAnswerSchema, '?at=107.512,27.006');
    expect({ revision, asOf }).toEqual({ revision: 1, asOf: '2026-11-22' });
    expect(note).toBe('选址初筛，不代替地质灾害危险性评估和用地审批。');
    expect(place).toMatchObject({ suitabilityClass: 'refused', className: '禁止选址' });
    expect(place.refusal).toBe('位于隐患点“石坪滑坡”（hz-1）的威胁范围内，不得安排安置点。');
    expect(nearest?.straightMeters).toBeGreaterThan(40);
    expect(nearest?.place.refusal).toBeNull();
    expect(judgePlace(county, nearest?.place.position ?? [0, 0]).firstForbidden).toBeNull();
    const good = await ask(suitabilityAnswerSchema, '?at=107.507,27.0052&lang=en');
    expect(good.nearest).toBeNull();
    expect(good.place.rules.find(({ code }) => code === 'natural_slope')).toMatchObject({
      strengthName: 'to be argued',
      source: 'CJJ 83-2016, 4.0.1',
    });
  });

  it('answers for places outside the county too', async () => {
    const { place, nearest } = await createTinyApp().ask(suitabilityAnswerSchema, '?at=107.6,27.01&lang=en');
    expect(place.refusal).toBe('This place is not in Xiaoshi County.');
    expect(nearest?.straightMeters).toBeGreaterThan(5900);
  });

  it('gives the grid as legend and picture; pixels are where their corners say', async () => {
    const { ask, app, county } = createTinyApp();
    const grid = await ask(suitabilityGridSchema, '/grid?cellMeters=100');
    expect(grid.classes.map(({ code }) => code)).toEqual(['refused', 'to_be_argued', 'poor', 'fair', 'good']);
    expect(grid.classes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    const refusedKm2 = grid.refusedBy.reduce((sum, { km2 }) => sum + km2, 0);
    expect(refusedKm2).toBeCloseTo(grid.classes[0]?.km2 ?? 0, 9);
    expect(grid.refusedBy.map(({ code }) => code)).toEqual(['threatened_area', 'basic_farmland']);
    const answer = await request(app, grid.imageUrl);
    expect(answer.headers['content-type']).toBe('image/png');
    const { width, height, data, palette = [] } = decode(answer.bytes);
    expect([width, height]).toEqual([grid.columns, grid.rows]);
    const [northWest, , southEast] = grid.corners.map(lonLatToMercator) as [LonLat, LonLat, LonLat];
    const colors = new Map(Object.entries(SUITABILITY_COLORS).map(([code, color]) => [color.toLowerCase(), code]));
    for (let row = 0; row < height; row += 3) {
      for (let column = 0; column < width; column += 5) {
        const centre = mercatorToLonLat([
          northWest[0] + ((column + 0.5) / width) * (southEast[0] - northWest[0]),
          northWest[1] + ((row + 0.5) / height) * (southEast[1] - northWest[1]),
        ]);
        const [red = 0, green = 0, blue = 0, opacity = 255] = palette[data[row * width + column] ?? 0] ?? [];
        if (opacity === 0) continue;
        const hex = `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
        expect(colors.get(hex) ?? 'refused').toBe(judgePlace(county, centre).suitabilityClass);
      }
    }
  });

  it('answers 304 to a reader who has the picture', async () => {
    const { app } = createTinyApp();
    const address = `${ADDRESS}/grid.png?cellMeters=200`;
    const first = await request(app, address);
    const again = await request(app, address, { headers: { 'if-none-match': String(first.headers.etag) } });
    expect([first.status, again.status]).toEqual([200, 304]);
  });

  it('audits the sites that are there, and those of a plan', async () => {
    const { ask } = createTinyApp();
    const today = await ask(suitabilityAuditSchema, '/sites');
    expect(today.plan).toBeNull();
    expect(today.items.map(({ code, isAssessed }) => [code, isAssessed])).toEqual([
      ['site-1', true],
      ['site-2', false],
    ]);
    const planned = await ask(suitabilityAuditSchema, '/sites?plan=FA0001');
    expect(planned.plan).toBe('FA0001');
    const counted = planned.counts.reduce((sum, { sites }) => sum + sites, 0);
    expect(counted).toBe(3);
    expect(planned.items.find(({ code }) => code === 'FA0001-S1')?.place.suitabilityClass).toBe('refused');
  });

  it('refuses in a sentence what it cannot answer', async () => {
    const { refuse } = createTinyApp();
    expect(await refuse('')).toMatchObject({ status: 400, code: 'missing_parameter' });
    const place = await refuse('?at=27.006;107.5');
    expect(place).toMatchObject({ status: 400, code: 'invalid_place' });
    expect(place.detail).toContain('"27.006;107.5"'.replaceAll('"', ''));
    expect(await refuse('?at=207,27')).toMatchObject({ code: 'invalid_place' });
    expect(await refuse('/grid?cellMeters=5')).toMatchObject({ status: 400, code: 'invalid_parameter' });
    expect(await refuse('/sites?plan=FA9')).toMatchObject({ status: 404, code: 'plan_not_found' });
    expect(await refuse('?at=107.51,27&asOf=2030-01-01')).toMatchObject({ status: 400, code: 'invalid_date' });
    const town = await refuse('?at=107.51,27', '/api/areas/529902101/suitability');
    expect(town).toMatchObject({ status: 400, code: 'county_code_needed' });
    expect(town.detail).toContain('529902');
  });
});
