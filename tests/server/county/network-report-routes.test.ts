import { expect, it } from 'vitest';
import { type NetworkReport, networkReportSchema } from '#core/api/network.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { createCountyService } from '#server/county/county-service.ts';
import { createNetworkReportRoutes } from '#server/county/network-report-routes.ts';
import type { Database } from '#server/db/database.ts';
import { createApp } from '#server/http/create-app.ts';
import { createLog } from '#server/http/request-log.ts';
import { describeOnBothEngines } from '#tests/support/databases.ts';
import { createFaultyRoads } from '#tests/support/faulty-roads.ts';
import { request } from '#tests/support/request.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

/** Asks an app over a database with a county. */
async function createAsk(db: Database, rows = createFaultyRoads()) {
  const counties = createCountyService({ db });
  await counties.writeCounty(rows, { account: 'local' });
  const app = createApp({
    routers: [
      createNetworkReportRoutes({
        getContext: async (code, asOf, revision) =>
          createIndicatorContext(await counties.getCounty(code, revision), asOf),
      }),
    ],
    log: createLog('silent'),
    page: null,
    trustProxy: false,
    acceptedHosts: null,
  });
  return (code: string, query = '') => request(app, `/api/areas/${code}/network?lang=en${query}`);
}

const read = async (answer: ReturnType<Awaited<ReturnType<typeof createAsk>>>): Promise<NetworkReport> =>
  networkReportSchema.parse((await answer).json());

const namesOf = ({ items }: NetworkReport) => items.map((item) => `${item.kind} ${item.segmentCode}`);

describeOnBothEngines('createNetworkReportRoutes', (open) => {
  it('counts the graph of a county and its components, largest first', async () => {
    const ask = await createAsk(await open(), createTinyCountyRows());
    const report = await read(ask('529902'));
    // nine roads of a tree with ten nodes, seg-11 on the line of one of them, and seg-10 alone with two
    expect(report).toMatchObject({ revision: 1, segments: 11, links: 11, nodes: 12, componentCount: 2, next: null });
    expect(report.components.map(({ segments }) => segments)).toEqual([10, 1]);
    expect(report.components.reduce((sum, { settlements }) => sum + settlements, 0)).toBe(8);
    const [main, island] = report.components;
    expect((main?.km ?? 0) + (island?.km ?? 0)).toBeCloseTo(report.km, 2);
    // seg-10: 0.006 degrees of the parallel 27.01 N
    expect(island?.km).toBeCloseTo(0.595, 3);
    expect(report.counts).toEqual({ joined_ends: 0, probable_gap: 0, crossing: 0, duplicate: 0, zero_length: 0 });
  });

  it('counts pavement of two routes once', async () => {
    const rows = createTinyCountyRows();
    const whole = await read((await createAsk(await open(), rows))('529902'));
    const alone = { ...rows, segments: rows.segments.filter(({ code }) => code !== 'seg-11') };
    expect(alone.segments).toHaveLength(10);
    const single = await read((await createAsk(await open(), alone))('529902'));
    expect(single.km).toBe(whole.km);
  });

  it('lists findings with where they are, by kind and page by page', async () => {
    const ask = await createAsk(await open());
    const report = await read(ask('529902'));
    expect(namesOf(report)).toEqual([
      'joined_ends seg-98',
      'probable_gap seg-97',
      'crossing seg-04',
      'crossing seg-10',
      'duplicate seg-99',
    ]);
    expect(report.links).toBe(report.segments + 1);
    expect(report.items[1]).toMatchObject({
      kindText: 'A dangling end close to another road: probably a gap, left open',
      otherSegmentCode: 'seg-01',
      position: [107.503, 27.0049],
    });
    expect(report.items[1]?.distanceMeters).toBeCloseTo(11.08, 1);
    const crossings = await read(ask('529902', '&kind=crossing&limit=1'));
    expect([namesOf(crossings), crossings.next]).toEqual([['crossing seg-04'], '1']);
    expect(crossings.counts).toEqual(report.counts);
    const rest = await read(ask('529902', '&kind=crossing&limit=1&cursor=1'));
    expect([namesOf(rest), rest.next]).toEqual([['crossing seg-10'], null]);
  });

  it('tells a village of its own roads and findings', async () => {
    const ask = await createAsk(await open());
    const [west, east] = [await read(ask('529902101')), await read(ask('529902102'))];
    expect(namesOf(west)).toEqual(['joined_ends seg-98', 'probable_gap seg-97', 'crossing seg-04', 'crossing seg-10']);
    expect(namesOf(east)).toEqual(['duplicate seg-99']);
    const county = await read(ask('529902'));
    expect(west.km + east.km).toBeCloseTo(county.km, 2);
    // seg-02 crosses the boundary and is a road of both
    expect(west.segments + east.segments).toBe(county.segments + 1);
    const settlements = (report: NetworkReport) => report.components.reduce((sum, each) => sum + each.settlements, 0);
    expect([settlements(west) + settlements(east), settlements(county)]).toEqual([8, 8]);
  });

  it('knows only roads that are there at the day', async () => {
    const ask = await createAsk(await open());
    const report = await read(ask('529902', '&asOf=2012-06-30'));
    // the trunk of 2010 and seg-05 of 2012 with its duplicate
    expect(report).toMatchObject({ asOf: '2012-06-30', segments: 5, componentCount: 1 });
    expect(namesOf(report)).toEqual(['duplicate seg-99']);
    expect(await read(ask('529902', '&asOf=1990-01-01'))).toMatchObject({
      segments: 0,
      nodes: 0,
      km: 0,
      components: [],
      items: [],
    });
  });

  it('writes all findings as CSV', async () => {
    const ask = await createAsk(await open());
    const answer = await ask('529902', '&format=csv&limit=1');
    expect(answer.headers['content-disposition']).toContain('529902-network-2026-11-22.csv');
    const lines = answer.text.split('\r\n');
    expect(lines).toHaveLength(7);
    expect(lines[0]).toContain('Finding,Segment code,Other segment code,Distance (m),Longitude,Latitude');
    expect(lines[5]).toBe('The same line as another segment,seg-99,seg-05,0,107.53,27.015');
  });

  it('refuses an unknown area, kind and date', async () => {
    const ask = await createAsk(await open());
    expect((await ask('529902999')).json()).toMatchObject({ status: 404, code: 'unknown_area' });
    expect((await ask('529902', '&kind=hole')).status).toBe(400);
    expect((await ask('529902', '&asOf=2027-01-01')).status).toBe(400);
    expect((await ask('529902', '&limit=0')).status).toBe(400);
  });
});
