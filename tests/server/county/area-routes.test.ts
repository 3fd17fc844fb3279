import { describe, expect, it } from 'vitest';
import { areaDetailSchema, countyListSchema, placeSchema, searchAnswerSchema } from '#core/api/areas.ts';
import { pageOf, problemSchema } from '#core/api/common.ts';
import { NotFoundError } from '#core/errors.ts';
import { toAreaSummary } from '#server/county/area-answers.ts';
import { createAreaRoutes } from '#server/county/area-routes.ts';
import { createApp } from '#server/http/create-app.ts';
import { createLog } from '#server/http/request-log.ts';
import { request } from '#tests/support/request.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

function createTestApp() {
  const county = createTinyCounty();
  const { dataDate, revision, origin } = county;
  const [head] = county.areas;
  if (!head) throw new Error('The tiny county has no areas.');
  const routes = createAreaRoutes({
    listCounties: async () => [{ ...toAreaSummary(head), dataDate, revision, origin }],
    getCounty: async (code) => {
      if (code === county.code) return county;
      throw new NotFoundError('unknown_county', `No county ${code}`, { code });
    },
  });
  return createApp({
    routers: [routes],
    log: createLog('silent'),
    page: null,
    trustProxy: false,
    acceptedHosts: null,
  });
}

const get = (address: string, headers = {}) => request(createTestApp(), address, { headers });

describe('GET /api/areas', () => {
  it('lists the counties', async () => {
    const { items } = countyListSchema.parse((await get('/api/areas')).json());
    expect(items.map((item) => [item.code, item.dataDate, item.revision])).toEqual([['529902', '2026-11-22', 1]]);
  });
});

describe('GET /api/areas/{code}', () => {
  it('answers a village with its parents, responsible posts of the day and the time frame', async () => {
    const detail = areaDetailSchema.parse((await get('/api/areas/529902101201')).json());
    expect(detail.area).toMatchObject({ name: '石坪村', exitedOn: '2024-12-20', plannedExitYear: 2024 });
    expect(detail.parents.map((parent) => parent.code)).toEqual(['529902', '529902101']);
    expect(detail.responsibilities.map(({ roleName, holder }) => [roleName, holder])).toEqual([
      ['帮扶单位', '县医院'],
      ['第一书记', '县一中驻村第一书记'],
    ]);
    expect(detail.county).toMatchObject({ campaign: { daysLeft: 404 }, months: { first: '2024-01', last: '2026-11' } });
  });

  it('answers as of an earlier day and in English', async () => {
    const { area, responsibilities, county } = areaDetailSchema.parse(
      (await get('/api/areas/529902101201?asOf=2024-06-30&lang=en')).json(),
    );
    expect(area.exitedOn).toBeNull();
    expect(responsibilities.map(({ roleName, holder }) => [roleName, holder])).toContainEqual([
      'First secretary',
      '县医院驻村第一书记',
    ]);
    expect(county.name).toBe('Xiaoshi County');
  });

  it('lists the children of a county', async () => {
    const { children } = areaDetailSchema.parse((await get('/api/areas/529902')).json());
    expect(children.map((child) => child.code)).toEqual(['529902101', '529902102']);
  });

  it.each([
    ['/api/areas/529999', 404, 'unknown_county'],
    ['/api/areas/529902101299', 404, 'unknown_area'],
    ['/api/areas/5299', 400, 'invalid_parameter'],
    ['/api/areas/529902?asOf=2026-02-30', 400, 'invalid_parameter'],
    ['/api/areas/529902?asOf=2027-01-01', 400, 'invalid_date'],
    ['/api/areas/529902/places?kind=castle', 400, 'invalid_parameter'],
  ])('answers %s with %i %s', async (address, status, code) => {
    const answer = await get(address);
    expect(answer.status).toBe(status);
    expect(problemSchema.parse(answer.json()).code).toBe(code);
  });
});

describe('GET /api/areas/{code}/places', () => {
  it('lists places of a kind within an area', async () => {
    const read = async (address: string) => pageOf(placeSchema).parse((await get(address)).json()).items;
    expect((await read('/api/areas/529902102/places?kind=settlement')).map((place) => place.name)).toEqual([
      '柳河',
      '滩头',
      '高峰',
      '垭口',
    ]);
    expect(new Set((await read('/api/areas/529902/places')).map((place) => place.kind))).toEqual(
      new Set(['school', 'clinic', 'town_government', 'village_committee', 'market', 'site', 'park', 'settlement']),
    );
  });
});

describe('GET /api/search', () => {
  const search = async (q: string) =>
    searchAnswerSchema.parse((await get(`/api/search?q=${encodeURIComponent(q)}`)).json()).items;

  it('finds a village by name, pinyin, initials and code, with its path', async () => {
    for (const q of ['石坪村', 'shipingcun', 'Shi Ping Cun', 'spc', '529902101201']) {
      expect((await search(q))[0]).toMatchObject({
        code: '529902101201',
        kind: 'village',
        path: ['小石县', '西溪镇', '石坪村'],
      });
    }
  });

  it('puts the beginning of a name before its middle and villages before settlements', async () => {
    const hits = await search('云台');
    expect(hits.map((hit) => [hit.kind, hit.name]).slice(0, 2)).toEqual([
      ['settlement', '云台'],
      ['village', '云台村'],
    ]);
  });

  it('finds places and routes', async () => {
    expect((await search('滑坡'))[0]).toMatchObject({ kind: 'hazard', areaCode: '529902101201' });
    expect((await search('X101'))[0]).toMatchObject({ kind: 'segment', name: 'X101' });
    expect((await search('G352'))[0]).toMatchObject({ kind: 'segment', name: 'G352 西溪大道' });
  });

  it('finds nothing for nothing', async () => {
    expect(await search('')).toEqual([]);
    expect(await search('没有这个地方')).toEqual([]);
  });
});
