import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import type { FeatureCollection } from '#core/cartography/features/map-feature.ts';
import type { MapDefinition } from '#core/cartography/map-definition.ts';
import { NotFoundError } from '#core/errors.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { createApp } from '#server/http/create-app.ts';
import { createLog } from '#server/http/request-log.ts';
import { createMapRoutes, mapPaths } from '#server/maps/maps-routes.ts';
import { request } from '#tests/support/request.ts';
import { COUNTY, VILLAGES } from '#tests/support/tiny/areas.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

function createTestApp() {
  const context = createIndicatorContext(createTinyCounty());
  const routes = createMapRoutes({
    getContext: async (countyCode, asOf) => {
      if (countyCode !== COUNTY) throw new NotFoundError('unknown_area', 'No such county', { code: countyCode });
      return asOf ? context.at(asOf) : context;
    },
  });
  return createApp({
    routers: [routes],
    page: null,
    log: createLog('silent'),
    trustProxy: false,
    acceptedHosts: [],
  });
}

describe('createMapRoutes', () => {
  it('answers a map definition with addresses of its sources that work', async () => {
    const app = createTestApp();
    const answer = await request(app, `/api/areas/${COUNTY}/maps/targets?palette=dark&lang=en`);
    expect(answer.status).toBe(200);
    const definition = answer.json() as MapDefinition;
    expect(definition).toMatchObject({ map: 'targets', area: COUNTY, palette: 'dark', language: 'en' });
    for (const source of Object.values(definition.sources)) {
      expect((await request(app, source.url)).status, source.url).toBe(200);
    }
  });

  it('answers features as GeoJSON at the date asked for', async () => {
    const app = createTestApp();
    const answer = await request(app, `/api/areas/${COUNTY}/features/segments?asOf=2025-08-30`);
    expect(answer.headers['content-type']).toContain('application/geo+json');
    const { features } = answer.json() as FeatureCollection;
    const states = Object.fromEntries(features.map(({ properties }) => [properties.code, properties.progress]));
    expect(states['seg-05']).toBe('under_way');
  });

  it('answers 304 to a reader who has it already', async () => {
    const app = createTestApp();
    const address = `/api/areas/${COUNTY}/features/areas`;
    const first = await request(app, address);
    const again = await request(app, address, { headers: { 'if-none-match': first.headers.etag ?? '' } });
    expect(again.status).toBe(304);
    expect(again.bytes.byteLength).toBe(0);
  });

  it('tags answers of different dates differently', async () => {
    const app = createTestApp();
    const tag = async (asOf: string) =>
      (await request(app, `/api/areas/${COUNTY}/features/segments?asOf=${asOf}`)).headers.etag;
    expect(await tag('2025-08-30')).not.toBe(await tag('2025-08-31'));
  });

  it('answers the relief as a transparent picture of the size of the grid', async () => {
    const app = createTestApp();
    const full = decode((await request(app, `/api/areas/${COUNTY}/relief.png?theme=dark`)).bytes);
    const coarse = decode((await request(app, `/api/areas/${COUNTY}/relief.png?detail=coarse`)).bytes);
    expect(full.palette?.[0]).toHaveLength(4);
    expect(coarse.width).toBe(Math.ceil(full.width / 2));
  });

  it('says what is wrong with map, layer, date and area in the language of the reader', async () => {
    const app = createTestApp();
    const problem = async (address: string) => {
      const answer = await request(app, address);
      return { status: answer.status, ...(answer.json() as { code: string; detail: string }) };
    };
    expect(await problem(`/api/areas/${COUNTY}/maps/weather`)).toMatchObject({
      status: 400,
      code: 'invalid_parameter',
    });
    expect(await problem(`/api/areas/${COUNTY}/features/gold`)).toMatchObject({
      status: 400,
      code: 'invalid_parameter',
    });
    expect(await problem(`/api/areas/${COUNTY}/maps/targets?asOf=2026-02-30`)).toMatchObject({ status: 400 });
    expect(await problem(`/api/areas/${COUNTY}999/maps/targets`)).toMatchObject({ status: 404, code: 'unknown_area' });
    expect(await problem('/api/areas/529999/maps/targets?lang=en')).toMatchObject({
      status: 404,
      code: 'unknown_area',
    });
    expect(await problem(`/api/areas/${COUNTY}/features/households?lang=zh`)).toMatchObject({
      status: 400,
      code: 'households_need_village',
      detail: expect.stringContaining('按村') as string,
    });
  });

  it('shows households of a village', async () => {
    const answer = await request(createTestApp(), `/api/areas/${VILLAGES[0]}/features/households`);
    expect((answer.json() as FeatureCollection).features).toHaveLength(4);
  });
});

describe('mapPaths', () => {
  it('names every address of the feature', () => {
    expect(mapPaths.map(({ path }) => path)).toEqual([
      '/api/areas/{code}/maps/{map}',
      '/api/areas/{code}/features/{layer}',
      '/api/areas/{code}/relief.png',
    ]);
  });
});
