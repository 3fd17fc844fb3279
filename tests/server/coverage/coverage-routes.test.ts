import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { taskSchema } from '#core/api/areas.ts';
import { pageOf, problemSchema } from '#core/api/common.ts';
import {
  figureRowsAnswerSchema,
  indicatorsAnswerSchema,
  rankingAnswerSchema,
  seriesAnswerSchema,
} from '#core/api/figures.ts';
import { NotFoundError } from '#core/errors.ts';
import { INDICATOR_CODES } from '#core/indicators/figure.ts';
import { coveragePaths, createCoverageRoutes } from '#server/coverage/coverage-routes.ts';
import { createCoverageService } from '#server/coverage/coverage-service.ts';
import { createApp } from '#server/http/create-app.ts';
import { request } from '#tests/support/request.ts';
import { createTinyCounty, createTinyCountyRows } from '#tests/support/tiny-county.ts';

/** The feature alone, over the tiny county. */
function createTinyApp(county = createTinyCounty(), service = createTinyService(county)) {
  return createApp({
    routers: [createCoverageRoutes(service)],
    page: null,
    log: pino({ level: 'silent' }),
    trustProxy: false,
    acceptedHosts: null,
  });
}

const createTinyService = (county: ReturnType<typeof createTinyCounty>) =>
  createCoverageService({
    getCounty: async (code) => {
      if (code !== county.code) throw new NotFoundError('unknown_area', 'No such county', { code });
      return county;
    },
  });

/** Answer of an address, parsed by the schema that the interface promises. */
async function ask<Schema extends z.ZodType>(schema: Schema, address: string): Promise<z.infer<Schema>> {
  const answer = await request(createTinyApp(), address);
  expect(answer.status, answer.text).toBe(200);
  return z.parse(schema, answer.json());
}

const problemOf = async (address: string) => {
  const answer = await request(createTinyApp(), address);
  const problem = problemSchema.parse(answer.json());
  return { status: answer.status, code: problem.code, detail: problem.detail };
};

describe('GET /api/areas/{code}/indicators', () => {
  it('tells the whole register of an area with words, numerator, denominator and plan', async () => {
    const { items, asOf, revision } = await ask(indicatorsAnswerSchema, '/api/areas/529902/indicators');
    expect([asOf, revision, items.length]).toEqual(['2026-11-22', 1, 1]);
    expect(items[0]?.figures.map(({ code }) => code)).toEqual([...INDICATOR_CODES]);
    const P1 = items[0]?.figures.find(({ code }) => code === 'P1');
    expect(P1).toMatchObject({ name: '项目竣工率', value: 0.75, numerator: 3, denominator: 4, plan: 'plan-1' });
    expect(P1?.parts.find(({ part }) => part === 'kind:road')).toMatchObject({ partName: '道路', value: 0.5 });
  });

  it('tells benchmark, trend and pace with each figure, the trend only where parts are told', async () => {
    const [self] = (await ask(indicatorsAnswerSchema, '/api/areas/529902/indicators?codes=P1,S3,R5')).items;
    const [P1, S3, R5] = self?.figures ?? [];
    expect(P1?.benchmarks).toEqual([{ name: '全省平均', value: 0.8791, on: '2026-10-31', source: '省通报' }]);
    expect(S3?.pace).toEqual({ remaining: 0.625, workingDays: 404, perDay: 0.625 / 404, deadline: '2027-12-31' });
    expect(S3?.trend).toEqual({ asOf: '2026-10-31', value: 0.375, change: 0 });
    // kilometres, as the figure itself
    expect([R5?.trend?.value, R5?.pace]).toEqual([R5?.value, null]);
    const { items } = await ask(indicatorsAnswerSchema, '/api/areas/529902/indicators?codes=S3&of=all');
    expect(items.every(({ figures }) => figures[0]?.trend === null)).toBe(true);
  });

  it('names the speed table where minutes decide, and definitions in words', async () => {
    const { items } = await ask(indicatorsAnswerSchema, '/api/areas/529902/indicators?codes=D1,R2&lang=en');
    const [D1, R2] = items[0]?.figures ?? [];
    expect(D1).toMatchObject({ unit: 'minutes', speedVersion: 1 });
    expect(D1?.parts.find(({ part }) => part === 'road:school')).toMatchObject({ unit: 'km', speedVersion: null });
    expect(R2?.parts.filter(({ part }) => part?.startsWith('definition:'))).toHaveLength(12);
    expect(R2?.parts.find(({ part }) => part === 'definition:20:minimum:paved')?.partName).toBe(
      '20 households, at least 3.5 m wide, paved only',
    );
  });

  it('speaks kilometres and 万元', async () => {
    const { items } = await ask(indicatorsAnswerSchema, '/api/areas/529902/indicators?codes=R5,P2');
    const [R5, P2] = items[0]?.figures ?? [];
    expect(R5).toMatchObject({ unit: 'km', countUnit: 'km' });
    expect(R5?.value).toBeCloseTo(1.19451, 9);
    expect(R5?.parts.find(({ part }) => part === 'pace')).toMatchObject({ unit: 'km_per_day', denominator: 404 });
    expect(P2).toMatchObject({ countUnit: 'wan_yuan', numerator: 300, denominator: 400 });
  });

  it('answers for the children and for everything below, and beside it for an earlier day', async () => {
    const children = await ask(indicatorsAnswerSchema, '/api/areas/529902/indicators?codes=S3&of=children&lang=en');
    expect(children.items.map(({ area, name }) => [area, name])).toEqual([
      ['529902101', 'Xixi Town'],
      ['529902102', 'Dongling Town'],
    ]);
    expect(children.items[0]?.figures[0]?.parts.length).toBeGreaterThan(0);
    const all = await ask(
      indicatorsAnswerSchema,
      '/api/areas/529902/indicators?codes=S3&of=all&compareWith=2025-09-30',
    );
    expect(all.items).toHaveLength(6);
    expect(all.items[0]?.figures[0]?.parts).toEqual([]);
    const [west] = all.items;
    expect(west?.figures[0]?.value).toBeGreaterThan(west?.previous?.[0]?.value ?? 1);
    expect(west?.previous?.[0]?.asOf).toBe('2025-09-30');
  });

  it('counts the pace of an earlier figure from its own day', async () => {
    const address = '/api/areas/529902/indicators?codes=S3';
    const [now] = (await ask(indicatorsAnswerSchema, `${address}&compareWith=2025-12-31`)).items;
    const [then] = (await ask(indicatorsAnswerSchema, `${address}&asOf=2025-12-31`)).items;
    expect(now?.previous?.[0]?.pace).toEqual(then?.figures[0]?.pace);
    expect(now?.figures[0]?.pace?.workingDays).toBe(404);
  });

  it('gives other requests their turn between areas that take long', async () => {
    const county = createTinyCounty();
    const service = createCoverageService({ getCounty: async () => county });
    let turns = 0;
    let turnsBeforeLast = 0;
    function* listSlowly(...asked: Parameters<typeof service.listFigures>) {
      for (const area of service.listFigures(...asked)) {
        turnsBeforeLast = turns;
        for (const end = performance.now() + 30; performance.now() < end; );
        yield area;
      }
    }
    const counter = setInterval(() => turns++, 1);
    const app = createTinyApp(county, { ...service, listFigures: listSlowly });
    const answer = await request(app, '/api/areas/529902/indicators?codes=S3&of=all');
    clearInterval(counter);
    expect(answer.status).toBe(200);
    expect(turnsBeforeLast).toBeGreaterThan(1);
  });

  it('refuses unknown areas, indicators and dates in a sentence', async () => {
    expect(await problemOf('/api/areas/529902999/indicators')).toMatchObject({ status: 404, code: 'unknown_area' });
    expect(await problemOf('/api/areas/529903/indicators')).toMatchObject({ status: 404, code: 'unknown_area' });
    expect(await problemOf('/api/areas/5299/indicators')).toMatchObject({ status: 400, code: 'invalid_parameter' });
    const indicator = await problemOf('/api/areas/529902/indicators?codes=P1,ZZ&lang=en');
    expect(indicator).toEqual({ status: 404, code: 'unknown_indicator', detail: 'There is no indicator "ZZ".' });
    const late = await problemOf('/api/areas/529902/indicators?asOf=2026-11-23');
    expect(late).toMatchObject({ status: 400, code: 'invalid_date' });
    expect(late.detail).toContain('2026-11-22');
    expect(await problemOf('/api/areas/529902/indicators?asOf=2026-02-30')).toMatchObject({ status: 400 });
    expect(await problemOf('/api/areas/529902/indicators?compareWith=2030-01-01')).toMatchObject({
      code: 'invalid_date',
    });
  });

  it('tells parts of all areas below a few indicators at a time', async () => {
    const { status } = await request(createTinyApp(), '/api/areas/529902/indicators?of=all&parts=all&codes=T1,R1');
    expect(status).toBe(200);
    const problem = await problemOf('/api/areas/529902/indicators?of=all&parts=all&lang=en');
    expect(problem).toMatchObject({ status: 400, code: 'too_many_parts' });
    expect(problem.detail).toContain('at most 5 at once');
  });
});

describe('GET /api/areas/{code}/indicators/{indicator}/rows', () => {
  it('gives the rows behind a figure, which add up to it', async () => {
    const { figure, items, total, counted, next } = await ask(
      figureRowsAnswerSchema,
      '/api/areas/529902/indicators/R6/rows',
    );
    expect([total, next]).toEqual([items.length, null]);
    expect(counted).toBe(items.filter(({ counts }) => counts).length);
    expect(items.reduce((sum, { denominator }) => sum + denominator, 0)).toBeCloseTo(figure.denominator ?? 0, 9);
    expect(items[0]).toMatchObject({
      areaName: expect.any(String),
      position: [expect.any(Number), expect.any(Number)],
    });
  });

  it('says how the areas below add up, and why they do not', async () => {
    const [project] = createTinyCountyRows().projects;
    if (!project) throw new Error('The tiny county has no project.');
    const county = createTinyCounty({ projects: [{ ...project, areaCode: '529902101' }] });
    const answer = await request(createTinyApp(county), '/api/areas/529902101/indicators/P2/rows?lang=en');
    // one project of 100 万元 in the town and in none of its villages
    expect(figureRowsAnswerSchema.parse(answer.json()).rollUp).toEqual({
      children: 2,
      numerator: 0,
      denominator: 0,
      differenceNumerator: 100,
      differenceDenominator: 100,
      explanation: expect.stringContaining(': 1.'),
    });
    const { rollUp } = await ask(figureRowsAnswerSchema, '/api/areas/529902/indicators/P1/rows');
    expect(rollUp).toMatchObject({ children: 2, numerator: 3, denominator: 4, explanation: null });
  });

  it('writes the place and the reason into the notes of rows', async () => {
    const { items } = await ask(figureRowsAnswerSchema, '/api/areas/529902/indicators/D2/rows?lang=en');
    expect(items[0]?.noteText).toMatch(/^Nearest: Xixi Town Government, \d+ min$/);
    const { items: joined } = await ask(figureRowsAnswerSchema, '/api/areas/529902/indicators/R2/rows');
    expect(joined.find(({ counts }) => !counts)?.noteText).toBe('户数和人口未达标准，不计入');
  });

  it('gives the rows of a part, the figure being that part', async () => {
    const { figure, items } = await ask(
      figureRowsAnswerSchema,
      '/api/areas/529902/indicators/P1/rows?part=kind:road&lang=en',
    );
    expect(figure).toMatchObject({ part: 'kind:road', partName: 'Roads', numerator: 1, denominator: 2, parts: [] });
    expect(items.map(({ name }) => name)).toContain('Hardening of Y201');
  });

  it('lists what does not count, with the reason in words', async () => {
    const { items } = await ask(figureRowsAnswerSchema, '/api/areas/529902/indicators/S6/rows');
    expect(items.find(({ note }) => note === 'retained')).toMatchObject({
      counts: false,
      noteText: '有理由保留，不计',
    });
  });

  it('turns pages and sorts', async () => {
    const page = (query: string) =>
      ask(figureRowsAnswerSchema, `/api/areas/529902/indicators/T1/rows?limit=10&${query}`);
    const first = await page('sort=-code');
    const second = await page(`sort=-code&cursor=${first.next}`);
    expect([first.items.length, first.next, second.items.length, second.next]).toEqual([10, '10', 6, null]);
    const codes = [...first.items, ...second.items].map(({ code }) => code);
    expect(codes).toEqual(codes.toSorted().toReversed());
  });

  it('gives all rows as CSV that a spreadsheet reads as UTF-8', async () => {
    const answer = await request(createTinyApp(), '/api/areas/529902/indicators/T1/rows?format=csv&lang=en');
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toContain('529902-T1-2026-11-22.csv');
    expect([...answer.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = answer.bytes.toString('utf8').slice(1).trimEnd().split('\r\n');
    expect(lines).toHaveLength(17);
    expect(lines[0]).toBe(
      'Code,Name,Area code,Area,Numerator (households),Denominator (households),Counts,Note,Longitude,Latitude,' +
        'Numerator of the pair (people),Denominator of the pair (people)',
    );
  });

  it('refuses a part that does not exist and a cursor that is none', async () => {
    expect(await problemOf('/api/areas/529902/indicators/P1/rows?part=kind:castle')).toMatchObject({
      status: 404,
      code: 'unknown_part',
    });
    expect(await problemOf('/api/areas/529902/indicators/P1/rows?cursor=x')).toMatchObject({ status: 400 });
    expect(await problemOf('/api/areas/529902/indicators/P1/rows?limit=5000')).toMatchObject({ status: 400 });
  });
});

describe('GET /api/areas/{code}/indicators/{indicator}/series', () => {
  it('goes month by month from the start of the campaign to the data date', async () => {
    const { points, unit } = await ask(seriesAnswerSchema, '/api/areas/529902/indicators/R5/series');
    expect([unit, points.length, points[0]?.month, points.at(-1)?.asOf]).toEqual(['km', 35, '2024-01', '2026-11-22']);
    expect(points.at(-1)?.value).toBeCloseTo(1.19451, 9);
  });

  it('keeps to the months asked for and refuses what is no month', async () => {
    const { points } = await ask(seriesAnswerSchema, '/api/areas/529902/indicators/S3/series?from=2026-01&to=2026-03');
    expect(points.map(({ asOf }) => asOf)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31']);
    expect(await problemOf('/api/areas/529902/indicators/S3/series?from=2026-13')).toMatchObject({ status: 400 });
    expect(await problemOf('/api/areas/529902/indicators/S3/series?from=0001-01')).toMatchObject({
      code: 'invalid_month_range',
    });
  });
});

describe('GET /api/areas/{code}/ranking', () => {
  it('ranks the children with rank of before and benchmarks', async () => {
    const benchmark = {
      code: 'b',
      indicator: 'P1',
      level: 'province',
      name: '全省平均',
      nameEn: 'Province',
      value: 0.8791,
      on: '2026-10-31',
      source: '通报',
    } as const;
    const app = createTinyApp(createTinyCounty({ benchmarks: [benchmark] }));
    const answer = await request(app, '/api/areas/529902/ranking?indicator=P1&compareWith=2025-10-01');
    const { items, benchmarks } = rankingAnswerSchema.parse(answer.json());
    expect(items.map(({ rank }) => rank)).toEqual([1, 2]);
    expect(items.every(({ figure }) => figure.denominator !== null)).toBe(true);
    expect(benchmarks).toEqual([{ name: '全省平均', value: 0.8791, on: '2026-10-31', source: '通报' }]);
  });
});

describe('GET /api/areas/{code}/tasks', () => {
  it('lists tasks at the day, late ones first, or those of one state', async () => {
    const schema = pageOf(taskSchema);
    const { items } = await ask(schema, '/api/areas/529902/tasks');
    expect(items.map(({ state }) => state)).toEqual(['late', 'due_soon', 'open', 'done']);
    expect(items[0]).toMatchObject({ code: 'task-2', lateNumber: 1, daysLate: 22, areaName: '云台村', doneAmount: 5 });
    const late = await ask(schema, '/api/areas/529902/tasks?state=late&asOf=2026-10-31');
    expect(late.items).toEqual([]);
  });
});

describe('coveragePaths', () => {
  it('names every address that the feature answers', () => {
    expect(coveragePaths.map(({ path }) => path)).toEqual([
      '/api/areas/{code}/indicators',
      '/api/areas/{code}/indicators/{indicator}/rows',
      '/api/areas/{code}/indicators/{indicator}/series',
      '/api/areas/{code}/ranking',
      '/api/areas/{code}/tasks',
    ]);
  });
});
