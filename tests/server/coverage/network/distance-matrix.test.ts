import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type DistanceMatrixRequest, MOST_JOB_PAIRS } from '#core/api/jobs.ts';
import type { County } from '#core/county/county.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { listDestinations } from '#core/network/place-kinds.ts';
import { measureTrip } from '#core/network/trips.ts';
import type { Language } from '#core/texts/language.ts';
import { createDistanceMatrixWork } from '#server/coverage/network/distance-matrix.ts';
import { COUNTY } from '#tests/support/tiny/areas.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const createRequest = (
  overrides: Partial<DistanceMatrixRequest> = {},
): DistanceMatrixRequest & { readonly lang: Language } => ({
  kind: 'distance_matrix',
  area: COUNTY,
  to: ['school', 'park'],
  mode: 'drive',
  lang: 'en',
  ...overrides,
});

function createWork(county: County = createTinyCounty()) {
  const context = createIndicatorContext(county);
  const getContext = async (_code: string, asOf?: string) => (asOf === undefined ? context : context.at(asOf));
  return { context, work: createDistanceMatrixWork({ getContext }) };
}

/** The file as lines of cells; names of the tiny county need no quotes. */
const readCells = (gzipped: Uint8Array): readonly (readonly string[])[] =>
  gunzipSync(gzipped)
    .toString('utf8')
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));

const HOOKS = { signal: new AbortController().signal, tellProgress: () => undefined };

describe('createDistanceMatrixWork', () => {
  it('writes a line for each pair, with the figures of a single trip and what they rest on', async () => {
    const { work, context } = createWork();
    const file = await work.run(createRequest(), HOOKS);
    expect([file.fileName, file.mediaType]).toEqual([
      '529902-distances-drive-2026-11-22.csv',
      'text/csv; charset=utf-8',
    ]);
    const [head = [], ...lines] = readCells(file.gzipped);
    expect(head.slice(6, 10)).toEqual([
      'Along roads (km)',
      'Minutes (Motor vehicle)',
      'Straight (km)',
      'Walked off the road (km)',
    ]);
    const { county } = context;
    const places = [...listDestinations(county, 'school'), ...listDestinations(county, 'park')];
    expect(lines).toHaveLength(county.settlements.length * places.length);
    for (const cells of lines) {
      const from = county.settlements.find(({ code }) => code === cells[0]);
      const to = places.find(({ code }) => code === cells[4]);
      if (!from || !to) throw new Error(`No such pair: ${cells.join()}`);
      const trip = measureTrip(context.network(), { from: from.position, to: to.position, mode: 'drive' });
      expect(Number(cells[6])).toBeCloseTo((trip.meters ?? Number.NaN) / 1000, 6);
      expect(Number(cells[7])).toBeCloseTo(trip.minutes ?? Number.NaN, 6);
      expect(Number(cells[8])).toBeCloseTo(trip.straightMeters / 1000, 6);
      expect(Number(cells[9])).toBeCloseTo((trip.offRoadMeters ?? Number.NaN) / 1000, 6);
      expect(cells.slice(11)).toEqual(['2026-11-22', '1', '', '1']);
    }
  });

  it('leaves what cannot be reached empty and says why, in the language asked for', async () => {
    const { work } = createWork();
    // in 2000 no road of the tiny county had been opened
    const { gzipped } = await work.run(createRequest({ asOf: '2000-01-01', lang: 'zh', mode: 'walk' }), HOOKS);
    const [head = [], ...lines] = readCells(gzipped);
    expect(head[7]).toBe('步行时间（分钟）');
    for (const cells of lines) expect([cells[6], cells[7], cells[10]]).toEqual(['', '', '县域内当日没有道路。']);
  });

  it('takes a town only, every settlement as a destination, and each kind once', async () => {
    const { work, context } = createWork();
    const request = createRequest({ area: `${COUNTY}101`, to: ['settlement', 'settlement'] });
    const [, ...lines] = readCells((await work.run(request, HOOKS)).gzipped);
    const inTown = context.county.settlements.filter(({ code }) => code.startsWith(`${COUNTY}101`));
    expect(lines).toHaveLength(inTown.length * context.county.settlements.length);
    expect(lines.find((cells) => cells[0] === cells[4])?.[6]).toBe('0');
  });

  it('tells progress that never falls, up to one', async () => {
    const told: number[] = [];
    await createWork().work.run(createRequest(), { ...HOOKS, tellProgress: (progress) => told.push(progress) });
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBeCloseTo(1, 9);
  });

  it('refuses unknown areas and plans, later days and too many pairs before it begins', async () => {
    const { work } = createWork();
    const codeOf = (overrides: Partial<DistanceMatrixRequest>) =>
      work.check(createRequest(overrides)).then(
        () => null,
        (error: { code: string }) => error.code,
      );
    expect(await codeOf({})).toBeNull();
    expect(await codeOf({ area: '529902999' })).toBe('unknown_area');
    expect(await codeOf({ plan: 'none' })).toBe('unknown_plan');
    expect(await codeOf({ asOf: '2027-01-01' })).toBe('invalid_date');
    const [settlement] = createTinyCounty().settlements;
    if (!settlement) throw new Error('The tiny county has settlements');
    const count = Math.ceil(Math.sqrt(MOST_JOB_PAIRS)) + 1;
    const settlements = Array.from({ length: count }, (_, i) => ({
      ...settlement,
      code: `${settlement.villageCode}${String(i).padStart(3, '0')}`,
    }));
    const large = createWork({ ...createTinyCounty(), settlements });
    await expect(large.work.check(createRequest({ to: ['settlement'] }))).rejects.toMatchObject({
      code: 'too_many_job_pairs',
    });
  });
});
