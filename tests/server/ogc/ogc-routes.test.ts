import { describe, expect, it } from 'vitest';
import { createPaperProjection } from '#core/geo/gauss-kruger.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { createOgcRoutes } from '#server/ogc/ogc-routes.ts';
import { request } from '#tests/support/request.ts';
import { createTestApp, storeCounties } from '#tests/support/stored-counties.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const EPSG = 'http://www.opengis.net/def/crs/EPSG/0';

interface Page {
  readonly numberMatched: number;
  readonly numberReturned: number;
  readonly links: readonly { readonly rel: string; readonly href: string }[];
  readonly features: readonly {
    readonly id: string;
    readonly geometry: { readonly type: string; readonly coordinates: readonly number[] };
    readonly properties: Readonly<Record<string, unknown>>;
  }[];
}

const county = createTinyCounty();
const app = createTestApp([createOgcRoutes({ ...storeCounties([county]), version: '1.2.3' })]);
const ask = async <T = Page>(address: string): Promise<T> => {
  const answer = await request(app, address);
  expect(answer.status, answer.text).toBe(200);
  return answer.json() as T;
};

describe('createOgcRoutes', () => {
  it('leads from the landing page to every document', async () => {
    const { links } = await ask<{ links: readonly { rel: string; href: string }[] }>('/ogc');
    expect(links.map(({ rel }) => rel)).toEqual(['self', 'service-desc', 'service-doc', 'conformance', 'data']);
    for (const { rel, href } of links) {
      const { pathname } = new URL(href);
      if (rel !== 'service-doc') expect((await request(app, pathname)).status, href).toBe(200);
    }
  });

  it('claims core, GeoJSON, OpenAPI 3.0 and reference systems', async () => {
    const { conformsTo } = await ask<{ conformsTo: readonly string[] }>('/ogc/conformance');
    expect(conformsTo.map((uri) => uri.split('/conf/')[1])).toEqual(['core', 'oas30', 'geojson', 'crs']);
  });

  it('gives layers of points and surfaces also apart, because QGIS draws one kind of a layer', async () => {
    const { collections } = await ask<{ collections: readonly { id: string; title: string }[] }>(
      '/ogc/collections?lang=en',
    );
    const parts = collections.filter(({ id }) => /-(points|surfaces)$/.test(id));
    expect(parts.map(({ id }) => id)).toEqual(
      ['sites', 'hazards', 'parks'].flatMap((layer) =>
        ['points', 'surfaces'].map((part) => `${county.code}-${layer}-${part}`),
      ),
    );
    expect(parts.at(-2)?.title).toContain('industrial parks and bases (points)');
    const kindsOf = async (id: string) =>
      (await ask(`/ogc/collections/${id}/items`)).features.map(({ geometry }) => geometry?.type);
    expect(await kindsOf(`${county.code}-parks-points`)).toEqual(['Point', 'Point']);
    expect(await kindsOf(`${county.code}-parks-surfaces`)).toEqual(['Polygon']);
    expect((await kindsOf(`${county.code}-parks`)).toSorted()).toEqual(['Point', 'Point', 'Polygon']);
  });

  it('describes each layer in the language of the reader', async () => {
    const { collections } = await ask<{
      collections: readonly { id: string; title: string; crs: readonly string[] }[];
    }>('/ogc/collections?lang=zh');
    expect(collections.map(({ id }) => id)).toContain(`${county.code}-segments`);
    expect(collections.find(({ id }) => id.endsWith('-villages'))?.title).toContain('建制村');
    // 107.5 E lies in zone 36 with the central meridian 108 E
    expect(collections[0]?.crs).toEqual([
      'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
      `${EPSG}/4490`,
      `${EPSG}/4326`,
      `${EPSG}/3857`,
      `${EPSG}/4545`,
      `${EPSG}/4524`,
    ]);
  });

  it('gives features with the columns of their ledger', async () => {
    const { features, numberMatched } = await ask(`/ogc/collections/${county.code}-settlements/items`);
    expect(numberMatched).toBe(county.settlements.length);
    const [first] = features;
    const row = county.settlements[0];
    expect(first?.id).toBe(row?.code);
    expect(first?.geometry).toEqual({ type: 'Point', coordinates: row?.position });
    expect(first?.properties).toMatchObject({ name: row?.name, registeredPeople: row?.registeredPeople });
  });

  it('pages through all features, each once', async () => {
    const seen: string[] = [];
    let next: string | undefined = `/ogc/collections/${county.code}-settlements/items?limit=3`;
    while (next !== undefined) {
      const page: Page = await ask(next);
      expect(page.numberReturned).toBeLessThanOrEqual(3);
      seen.push(...page.features.map(({ id }) => id));
      const link = page.links.find(({ rel }) => rel === 'next');
      next = link && new URL(link.href).pathname + new URL(link.href).search;
    }
    expect(seen).toEqual(county.settlements.map(({ code }) => code));
  });

  it('chooses by box, in degrees and in the grid of the county', async () => {
    const place = county.settlements[0]?.position ?? [0, 0];
    const degrees = [place[0] - 1e-6, place[1] - 1e-6, place[0] + 1e-6, place[1] + 1e-6];
    const { forward } = createPaperProjection(108);
    const [east, north] = forward(place);
    const grid = [north - 1, east - 1, north + 1, east + 1];
    const layer = `/ogc/collections/${county.code}-settlements/items`;
    const byDegrees = await ask(`${layer}?bbox=${degrees.join(',')}`);
    const byGrid = await ask(`${layer}?bbox=${grid.join(',')}&bbox-crs=${encodeURIComponent(`${EPSG}/4545`)}`);
    expect(byDegrees.features.map(({ id }) => id)).toEqual([county.settlements[0]?.code]);
    expect(byGrid.features.map(({ id }) => id)).toEqual([county.settlements[0]?.code]);
  });

  it('answers in the reference system that is asked for, axes in the order of its register', async () => {
    const [row] = county.settlements;
    const { forward } = createPaperProjection(108);
    const [east, north] = forward(row?.position as LonLat);
    const item = `/ogc/collections/${county.code}-settlements/items/${row?.code}`;
    const read = async (crs: string) => {
      const answer = await request(app, `${item}?crs=${encodeURIComponent(crs)}`);
      expect(answer.headers['content-crs']).toBe(`<${crs}>`);
      return (answer.json() as Page['features'][number]).geometry.coordinates;
    };
    expect(await read(`${EPSG}/4490`)).toEqual([row?.position[1], row?.position[0]]);
    expect(await read(`${EPSG}/4545`)).toEqual([north, east]);
    expect(await read(`${EPSG}/4524`)).toEqual([north, east + 36_000_000]);
  });

  it('tells of another day by datetime, of an interval its end', async () => {
    const layer = `/ogc/collections/${county.code}-segments/items`;
    const statesAt = async (datetime: string) =>
      JSON.stringify((await ask(`${layer}?datetime=${datetime}`)).features.map(({ properties }) => properties));
    expect(await statesAt('2024-06-30')).not.toBe(await statesAt('2026-06-30'));
    expect(await statesAt('2023-01-01/2024-06-30')).toBe(await statesAt('2024-06-30'));
    expect(await statesAt('2024-06-29T20:00:00Z')).toBe(await statesAt('2024-06-30'));
    expect(await statesAt('../..')).toBe(await statesAt(county.dataDate));
  });

  it('chooses by a column of the layer', async () => {
    const { features } = await ask(`/ogc/collections/${county.code}-segments/items?roadClass=C`);
    const expected = county.segments.filter(({ roadClass }) => roadClass === 'C').map(({ code }) => code);
    expect(features.map(({ id }) => id)).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
  });

  it.each([
    ['/ogc?surprise=1', 400],
    ['/ogc/collections/529999-segments', 404],
    [`/ogc/collections/${county.code}-households`, 404],
    [`/ogc/collections/${county.code}-segments-points`, 404],
    [`/ogc/collections/${county.code}-parks-lines`, 404],
    [`/ogc/collections/${county.code}-segments/items?limit=0`, 400],
    [`/ogc/collections/${county.code}-segments/items?bbox=1,2,3`, 400],
    [`/ogc/collections/${county.code}-segments/items?crs=EPSG:4490`, 400],
    [`/ogc/collections/${county.code}-segments/items?datetime=yesterday`, 400],
    [`/ogc/collections/${county.code}-segments/items?datetime=2026-02-31`, 400],
    [`/ogc/collections/${county.code}-segments/items?unknown=1`, 400],
    [`/ogc/collections/${county.code}-segments/items?name=a&name=b`, 400],
    [`/ogc/collections/${county.code}-segments/items/none`, 404],
  ])('refuses %s with %i and a sentence', async (address, status) => {
    const answer = await request(app, address);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect((answer.json() as { detail: string }).detail).toMatch(/\p{Script=Han}/u);
  });

  it('describes itself in OpenAPI 3.0', async () => {
    const { openapi, paths } = await ask<{ openapi: string; paths: Readonly<Record<string, unknown>> }>('/ogc/api');
    expect(openapi).toBe('3.0.3');
    expect(Object.keys(paths)).toContain(`/collections/${county.code}-segments/items/{featureId}`);
  });
});
