import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { problemSchema } from '#core/api/common.ts';
import { figureRowsAnswerSchema, indicatorsAnswerSchema } from '#core/api/figures.ts';
import {
  distanceAnswerSchema,
  gapsAnswerSchema,
  joinDefinitionsAnswerSchema,
  NEAREST_KINDS,
  nearestAnswerSchema,
  newlyJoinedAnswerSchema,
  reachAnswerSchema,
} from '#core/api/network.ts';
import { LANGUAGES } from '#core/texts/language.ts';
import { type StartedApp, startApp } from '#tests/support/start-app.ts';

const COUNTY = '529901';
const SETTLEMENT = '529901001001001';
const TOWN_GOVERNMENT = 'FW0001';
/** One side of the matrix that is one place too large, or one pair. */
const repeat = (code: string, count: number): string => Array<string>(count).fill(code).join(';');

let app: StartedApp;
beforeAll(async () => {
  app = await startApp({ withPage: false });
}, 300_000);
afterAll(() => app?.stop());

type Query = Readonly<Record<string, string>>;

const fetchAddress = (path: string, query: Query = {}, init: RequestInit = {}): Promise<Response> =>
  fetch(new URL(`${path}?${new URLSearchParams(query)}`, app.url), init);

async function ask<Schema extends z.ZodType>(schema: Schema, path: string, query: Query = {}) {
  const answer = await fetchAddress(path, query);
  const body: unknown = await answer.json();
  expect(answer.status, JSON.stringify(body)).toBe(200);
  expect(JSON.stringify(body)).not.toMatch(/Infinity|NaN/);
  return z.parse(schema, body);
}

const send = (path: string, body: unknown, query: Query = {}) =>
  fetchAddress(path, query, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('GET /api/distance', { timeout: 60_000 }, () => {
  it('tells kilometres, minutes, the straight distance and the way of one pair', async () => {
    const answer = await ask(distanceAnswerSchema, '/api/distance', { from: SETTLEMENT, to: 'AZ001' });
    const [trip] = answer.items;
    expect(answer).toMatchObject({ county: COUNTY, asOf: '2026-11-22', plan: null, mode: 'drive', hasElevation: true });
    expect(answer.from[0]).toMatchObject({ code: SETTLEMENT, name: '干院' });
    expect(trip?.km).toBeGreaterThan(trip?.straightKm ?? Infinity);
    expect(answer.path?.minutes).toBeCloseTo(trip?.minutes ?? 0, 9);
    const legs = answer.path?.legs ?? [];
    expect(legs.reduce((sum, { km }) => sum + km, 0)).toBeCloseTo(answer.path?.km ?? 0, 9);
    expect(legs.map(({ kind }) => kind)).toContain('road');
    expect(legs.find(({ kind }) => kind === 'road')).toMatchObject({ segmentCode: expect.stringMatching(/^LD/) });
  });

  it('takes positions, areas, sites, parks and hazard points, and answers every pair row by row', async () => {
    const from = '107.5423,26.9881;529901001';
    const answer = await ask(distanceAnswerSchema, '/api/distance', {
      from,
      to: 'CY001;YH0001;529901002001',
      lang: 'en',
    });
    expect([answer.items.length, answer.path]).toEqual([6, null]);
    expect(answer.from.map(({ code, name }) => [code, name])).toEqual([
      [null, '107.5423,26.9881'],
      ['529901001', 'Chengguan Town'],
    ]);
    const single = await ask(distanceAnswerSchema, '/api/distance', { from: '529901001', to: 'YH0001' });
    expect(answer.items[4]?.km).toBeCloseTo(single.items[0]?.km ?? 0, 9);
  });

  it('follows mode, day and plan', async () => {
    const ends = { from: '529901008005001', to: '529901' };
    const minutes = async (query: Query) => {
      const { items, plan, asOf } = await ask(distanceAnswerSchema, '/api/distance', { ...ends, ...query });
      return { minutes: items[0]?.minutes ?? Number.NaN, plan, asOf };
    };
    const drive = await minutes({});
    expect((await minutes({ mode: 'walk' })).minutes).toBeGreaterThan(drive.minutes);
    const before = await minutes({ asOf: '2024-01-01' });
    expect(before).toMatchObject({ asOf: '2024-01-01' });
    expect(before.minutes).toBeGreaterThanOrEqual(drive.minutes);
    const planned = await minutes({ plan: 'FA2024' });
    expect(planned.plan).toBe('FA2024');
    expect(planned.minutes).toBeLessThanOrEqual(drive.minutes);
  });

  it('carries a tag by which a reader who has the answer is told so', async () => {
    const query = { from: SETTLEMENT, to: TOWN_GOVERNMENT };
    const first = await fetchAddress('/api/distance', query);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const etag = first.headers.get('etag') ?? '';
    // without the second header the client of Node asks for a fresh answer
    const headers = { 'If-None-Match': etag, 'Cache-Control': 'max-age=0' };
    const again = await fetchAddress('/api/distance', query, { headers });
    expect([again.status, (await again.text()).length]).toEqual([304, 0]);
  });
});

describe('GET /api/nearest', { timeout: 60_000 }, () => {
  it('gives the nearest of each kind, as far as distance says', async () => {
    const { items } = await ask(nearestAnswerSchema, '/api/nearest', { from: SETTLEMENT, lang: 'en' });
    const nearest = items[0]?.nearest ?? [];
    expect(nearest.map(({ kind }) => kind)).toEqual([...NEAREST_KINDS]);
    for (const { place, trip } of nearest) {
      if (place === null) continue;
      const distance = await ask(distanceAnswerSchema, '/api/distance', { from: SETTLEMENT, to: place.code ?? '' });
      expect(distance.items[0]).toEqual(trip);
    }
    const hardened = nearest.at(-1);
    expect(hardened).toMatchObject({ kindName: 'Hardened road', place: null, trip: { reason: null } });
    expect(hardened?.trip?.km).toBeLessThan(1);
  });

  it('answers many origins at once with the same figures', async () => {
    const from = [1, 2, 3].map((village) => `52990100100${village}001`).join(';');
    const together = await ask(nearestAnswerSchema, '/api/nearest', { from, kinds: 'clinic,park', mode: 'walk' });
    for (const item of together.items) {
      const query = { from: item.from.code ?? '', kinds: 'clinic,park', mode: 'walk' };
      const alone = await ask(nearestAnswerSchema, '/api/nearest', query);
      item.nearest.forEach(({ place, trip }, i) => {
        const other = alone.items[0]?.nearest[i];
        expect(place).toEqual(other?.place);
        expect(trip?.minutes).toBeCloseTo(other?.trip?.minutes ?? Number.NaN, 9);
      });
    }
  });
});

describe('GET /api/reach', { timeout: 60_000 }, () => {
  it('counts settlements and residents within each limit and draws the surface', async () => {
    const answer = await ask(reachAnswerSchema, '/api/reach', { from: TOWN_GOVERNMENT, limits: '30,15,30' });
    const [near, far] = answer.items;
    expect(answer.items.map(({ limit }) => limit)).toEqual([15, 30]);
    expect(far?.people).toBeGreaterThan(near?.people ?? Infinity);
    expect(answer.all.people).toBeGreaterThanOrEqual(far?.people ?? Infinity);
    expect(answer.settlements.filter(({ cost }) => cost <= 15)).toHaveLength(near?.settlements ?? -1);
    expect(answer.settlements).toHaveLength(far?.settlements ?? -1);
    const [last] = answer.settlements.slice(-1);
    const trip = await ask(distanceAnswerSchema, '/api/distance', { from: last?.code ?? '', to: TOWN_GOVERNMENT });
    expect(trip.items[0]?.minutes).toBeCloseTo(last?.cost ?? 0, 9);
    expect(near?.area?.coordinates.length).toBeGreaterThan(0);
  });

  it('goes by metres too, and leaves surfaces out when they are not wanted', async () => {
    const query = { from: '107.5423,26.9881', limits: '1000,5000', by: 'meters', areas: 'no', direction: 'from' };
    const answer = await ask(reachAnswerSchema, '/api/reach', query);
    expect(answer.items.map(({ limit, area }) => [limit, area])).toEqual([
      [1000, null],
      [5000, null],
    ]);
    for (const { cost } of answer.settlements) expect(cost).toBeLessThanOrEqual(5);
  });
});

describe('GET /api/areas/{code}/gaps', { timeout: 60_000 }, () => {
  it('turns pages in the order asked for, and as CSV gives all', async () => {
    const page = (query: Query) => ask(gapsAnswerSchema, `/api/areas/${COUNTY}/gaps`, { limit: '100', ...query });
    const first = await page({ sort: '-km' });
    const items = [...first.items];
    for (let { next } = first; next !== null; ) {
      const more = await page({ sort: '-km', cursor: next });
      items.push(...more.items);
      next = more.next;
    }
    expect(items).toHaveLength(first.total);
    const lengths = items.flatMap(({ km, newRoadKm }) => (km === null ? [] : [km + (newRoadKm ?? 0)]));
    expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
    const segments = new Map(items.flatMap((item) => item.segments.map((each) => [each.code, each] as const)));
    const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
    expect(sum([...segments.values()].map(({ km }) => km))).toBeCloseTo(first.totalKm, 6);
    for (const { km, segments: own, reason } of items) {
      if (reason === null) expect(sum(own.map((each) => each.km))).toBeCloseTo(km ?? 0, 9);
      else expect([km, own]).toEqual([null, []]);
    }
    const csv = await fetchAddress(`/api/areas/${COUNTY}/gaps`, { format: 'csv', lang: 'en' });
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.headers.get('content-disposition')).toContain('529901-gaps-own-2026-11-22.csv');
    const lines = Buffer.from(await csv.arrayBuffer())
      .toString('utf8')
      .trimEnd()
      .split('\r\n');
    expect(lines).toHaveLength(first.total + 1);
    expect(lines[0]).toContain('at sample prices');
  });

  it('agrees with R2, with its rows and with the definitions side by side, for county, town and village', async () => {
    for (const area of [COUNTY, `${COUNTY}006`, `${COUNTY}006001`]) {
      const { items } = await ask(indicatorsAnswerSchema, `/api/areas/${area}/indicators`, { codes: 'R2' });
      const R2 = items[0]?.figures[0];
      const missing = (R2?.denominator ?? Number.NaN) - (R2?.numerator ?? Number.NaN);
      const gaps = await ask(gapsAnswerSchema, `/api/areas/${area}/gaps`);
      expect(gaps.total).toBe(missing);
      const rows = await ask(figureRowsAnswerSchema, `/api/areas/${area}/indicators/R2/rows`, { limit: '1000' });
      expect(rows.figure).toMatchObject({ numerator: R2?.numerator, denominator: R2?.denominator });
      const definitions = await ask(joinDefinitionsAnswerSchema, `/api/areas/${area}/join-definitions`);
      expect(definitions.items).toHaveLength(13);
      expect(definitions.items[0]).toMatchObject({
        isOwn: true,
        sizeName: '30户或150人',
        figure: { part: null, numerator: R2?.numerator, denominator: R2?.denominator, value: R2?.value },
      });
      for (const { key, figure } of definitions.items.slice(1)) {
        const [size, width, surfaces] = key.split(':') as [string, string, string];
        const other = await ask(gapsAnswerSchema, `/api/areas/${area}/gaps`, { size, width, surfaces });
        expect([other.definition, other.total]).toEqual([key, (figure.denominator ?? 0) - (figure.numerator ?? 0)]);
      }
    }
  });

  it('knows what a plan would have closed', async () => {
    const address = `/api/areas/${COUNTY}`;
    const today = await ask(gapsAnswerSchema, `${address}/gaps`);
    const planned = await ask(gapsAnswerSchema, `${address}/gaps`, { plan: 'FA2024' });
    expect(planned.plan).toBe('FA2024');
    expect(planned.total).toBeLessThan(today.total);
    const { items } = await ask(joinDefinitionsAnswerSchema, `${address}/join-definitions`, { plan: 'FA2024' });
    const own = items[0]?.figure;
    expect((own?.denominator ?? 0) - (own?.numerator ?? 0)).toBe(planned.total);
  });
});

describe('POST /api/areas/{code}/newly-joined', { timeout: 60_000 }, () => {
  it('joins the settlement whose gap is closed, at what the gap costs', async () => {
    const { items } = await ask(gapsAnswerSchema, `/api/areas/${COUNTY}/gaps`, { limit: '5' });
    for (const gap of items) {
      const segments = gap.segments.map(({ code }) => code);
      const answer = await send(`/api/areas/${gap.areaCode}/newly-joined`, { segments });
      const joined = newlyJoinedAnswerSchema.parse(await answer.json());
      expect(joined.items.map(({ code }) => code)).toContain(gap.code);
      expect(joined.km).toBeCloseTo(gap.km ?? Number.NaN, 9);
      expect(joined.wanYuan).toBeCloseTo(gap.wanYuan ?? Number.NaN, 9);
    }
  });

  it('refuses unknown segments and what is no list', async () => {
    const problemOf = async (body: unknown) =>
      problemSchema.parse(await (await send(`/api/areas/${COUNTY}/newly-joined`, body, { lang: 'en' })).json());
    expect(await problemOf({ segments: ['LD00001', 'nope'] })).toMatchObject({
      status: 404,
      detail: 'There are no segments with the codes nope (1 in all).',
    });
    expect(await problemOf({})).toMatchObject({ status: 400, detail: 'The request lacks the field segments.' });
    expect(await problemOf({ segments: [] })).toMatchObject({ status: 400, code: 'invalid_body' });
  });
});

/** Address, query, status, code, and what the sentence names. */
const REFUSED: readonly (readonly [string, Query, number, string, readonly string[]])[] = [
  ['/api/distance', { to: 'FW0001' }, 400, 'missing_parameter', ['from']],
  ['/api/distance', { from: '120,30', to: 'FW0001' }, 400, 'point_outside_county', ['120,30', '107.142', '27.221']],
  ['/api/distance', { from: 'FW0001', to: 'FW9999' }, 404, 'unknown_place', ['FW9999']],
  ['/api/distance', { from: '107.5 27', to: 'FW0001' }, 400, 'invalid_place', ['107.5 27', 'from']],
  ['/api/distance', { from: '1e2,27', to: 'FW0001' }, 400, 'invalid_place', ['1e2,27']],
  ['/api/distance', { from: 'FW0001;', to: 'FW0001' }, 400, 'invalid_place', ['from']],
  [
    '/api/distance',
    { from: 'FW0001', to: 'FW0002', mode: 'fly' },
    400,
    'invalid_parameter',
    ['fly', 'drive | tricycle | walk'],
  ],
  ['/api/distance', { from: 'FW0001', to: 'FW0002', by: 'hours' }, 400, 'invalid_parameter', ['hours', 'minutes']],
  ['/api/distance', { from: 'FW0001', to: 'FW0002', asOf: '22.11.2026' }, 400, 'invalid_parameter', ['YYYY-MM-DD']],
  ['/api/distance', { from: 'FW0001', to: 'FW0002', asOf: '2027-01-01' }, 400, 'invalid_date', ['2026-11-22']],
  ['/api/distance', { from: 'FW0001', to: 'FW0002', plan: 'none' }, 404, 'unknown_plan', ['none', 'FA2024']],
  ['/api/distance', { from: repeat('FW0001', 501), to: 'FW0002' }, 400, 'too_many_places', ['501', '500', '/api/jobs']],
  ['/api/distance', { from: repeat('FW1', 101), to: repeat('FW1', 100) }, 404, 'unknown_place', ['FW1']],
  [
    '/api/distance',
    { from: repeat('FW0001', 101), to: repeat('FW0002', 100) },
    400,
    'too_many_pairs',
    ['10100', '10000', '/api/jobs'],
  ],
  ['/api/distance', { from: COUNTY, to: '529902' }, 400, 'several_counties', ['529902']],
  ['/api/distance', { from: '529903', to: '529903001' }, 404, 'unknown_county', ['529903']],
  ['/api/distance', { from: 'FW0001', to: 'FW0002', revision: '99' }, 404, 'unknown_revision', ['99']],
  ['/api/nearest', { from: 'FW0001', kinds: 'school,castle' }, 400, 'unknown_kind', ['castle', 'central_village']],
  ['/api/reach', { from: 'FW0001', limits: '0.5' }, 400, 'limit_minutes_range', ['0.5', '240']],
  ['/api/reach', { from: 'FW0001', limits: '15,241' }, 400, 'limit_minutes_range', ['241']],
  ['/api/reach', { from: 'FW0001', limits: '99', by: 'meters' }, 400, 'limit_meters_range', ['99', '100', '200000']],
  ['/api/reach', { from: 'FW0001', limits: '1,2,3,4,5,6,7' }, 400, 'limits_form', ['1,2,3,4,5,6,7', '6', '15,30,60']],
  ['/api/reach', { from: 'FW0001', limits: 'soon' }, 400, 'limits_form', ['soon']],
  ['/api/areas/529901999/gaps', {}, 404, 'unknown_area', ['529901999']],
  [`/api/areas/${COUNTY}/gaps`, { size: '40' }, 400, 'invalid_parameter', ['40', '30_150']],
  [`/api/areas/${COUNTY}/gaps`, { limit: '1001' }, 400, 'invalid_parameter', ['1001', '≤ 1000']],
  [`/api/areas/${COUNTY}/gaps`, { sort: 'beauty' }, 400, 'invalid_parameter', ['beauty', '-people']],
  [`/api/areas/${COUNTY}/gaps`, { asOf: '2030-01-01' }, 400, 'invalid_date', ['2026-11-22']],
  [`/api/areas/${COUNTY}/join-definitions`, { plan: 'none' }, 404, 'unknown_plan', ['none']],
];

describe('bad input', { timeout: 60_000 }, () => {
  it.each(REFUSED)('%s %j is refused in a sentence of either language', async (path, query, status, code, named) => {
    for (const lang of LANGUAGES) {
      const answer = await fetchAddress(path, { ...query, lang });
      const problem = problemSchema.parse(await answer.json());
      expect([answer.status, problem.code]).toEqual([status, code]);
      for (const part of named) expect(problem.detail).toContain(part);
      expect(problem.detail).not.toMatch(/\{\w+\}/);
      expect(/\p{Script=Han}/u.test(problem.detail)).toBe(lang === 'zh');
    }
  });
});
