import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkLocationAnswer } from '#core/planning/solvers/check-location-answer.ts';
import type { LocationProblem } from '#core/planning/solvers/location-problem.ts';
import { solveLocation } from '#core/planning/solvers/solve-location.ts';
import { createHooks, createLocationProblem } from '#tests/support/location-problems.ts';

const CHECK_DATA = '../shared/data';
const isMissing = !existsSync(`${CHECK_DATA}/orlib-pmed`);
const note = `(skipped without ${CHECK_DATA})`;

const readText = (path: string): string => readFileSync(`${CHECK_DATA}/${path}`, 'utf8');
const readNumbers = (path: string): readonly number[] => readText(path).trim().split(/\s+/).map(Number);
const readTable = (path: string): readonly (readonly string[])[] =>
  readText(path)
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));

async function solve(problem: LocationProblem) {
  const answer = await solveLocation(problem, createHooks());
  expect(checkLocationAnswer(problem, answer)).toEqual([]);
  return answer;
}

/** Beasley's graph: of doubled edges the last counts; all pairs by Floyd and Warshall. */
function readPmed(name: string): LocationProblem {
  const [n = 0, m = 0, p = 0, ...rest] = readNumbers(`orlib-pmed/${name}.txt`);
  const rows = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 0 : Infinity)));
  for (let e = 0; e < m; e++) {
    const [a = 0, b = 0, cost = 0] = rest.slice(3 * e);
    for (const [from, to] of [
      [a - 1, b - 1],
      [b - 1, a - 1],
    ] as const) {
      const row = rows[from];
      if (row) row[to] = cost;
    }
  }
  rows.forEach((over, k) => {
    for (const row of rows) {
      const toK = row[k] ?? Infinity;
      for (let j = 0; j < n; j++) row[j] = Math.min(row[j] ?? Infinity, toK + (over[j] ?? Infinity));
    }
  });
  return createLocationProblem('p_median', rows, { sites: p });
}

/** Points of Osman and Christofides: distances rounded down. */
function readPmedcap(name: string): LocationProblem {
  const [, , n = 0, p = 0, capacity = 0, ...rest] = readNumbers(`orlib-pmedcap/${name}.txt`);
  const points = Array.from({ length: n }, (_, i) => rest.slice(4 * i + 1, 4 * i + 4));
  const rows = points.map(([x = 0, y = 0]) => points.map(([a = 0, b = 0]) => Math.floor(Math.hypot(x - a, y - b))));
  return createLocationProblem('capacitated_p_median', rows, {
    sites: p,
    sizes: Float64Array.from(points, ([, , size = 0]) => size),
    capacities: new Float64Array(n).fill(capacity),
  });
}

/** San Francisco of spopt: 205 tracts with people, 16 stores, metres between. */
function readTracts() {
  const lines = readTable('spopt/SF_network_distance_candidateStore_16_censusTract_205_new.csv');
  const stores = [...new Set(lines.map(([, store = '']) => store))];
  const tracts = [...new Set(lines.map(([, , tract = '']) => tract))];
  const weights = new Float64Array(tracts.length);
  const rows = tracts.map(() => stores.map(() => Infinity));
  for (const [meters, store = '', tract = '', people] of lines) {
    const i = tracts.indexOf(tract);
    const row = rows[i];
    if (row) row[stores.indexOf(store)] = Number(meters);
    weights[i] = Number(people);
  }
  return { rows, weights, tracts, stores };
}

/** Schools of spopt: 10 students by minutes to 74 schools with places; a pair without a journey counts 10,000. */
function readSchools(isFilled: boolean): LocationProblem {
  const schools = readTable('spopt/example_subject_schools.csv');
  const journeys = readText('spopt/example_subject_student_school_journeys.csv').split(/\r?\n/).slice(1);
  const codes = schools.map(([, code = '']) => code);
  const minutes = new Map<string, number[]>();
  for (const line of journeys) {
    const [student = '', school = '', time = ''] = line.split(',');
    if (school === '') continue;
    const row = minutes.get(student) ?? codes.map(() => 10_000);
    row[codes.indexOf(school)] = Number(time);
    minutes.set(student, row);
  }
  const preset = [...codes.keys()].filter((j) => schools[j]?.[5] === '1.0');
  const rows = [...minutes.values()].map((row) =>
    row.map((cost, j) => cost + (isFilled && !preset.includes(j) ? FILLED : 0)),
  );
  return createLocationProblem('capacitated_p_median', rows, {
    sites: 10,
    sizes: new Float64Array(rows.length).fill(1),
    capacities: Float64Array.from(schools, (cells) => Number(cells[4])),
    required: preset,
  });
}

/** Filling the preset schools first = the dearest of all is not to use their places. */
const FILLED = 100_000;

describe.skipIf(isMissing)(`solveLocation on published problems ${note}`, () => {
  it.each([
    ['pmed1', 5819],
    ['pmed2', 4093],
    ['pmed3', 4250],
    ['pmed4', 3034],
    ['pmed5', 1355],
  ])('proves the optimum of %s of the OR-Library', async (name, optimum) => {
    expect(await solve(readPmed(name))).toMatchObject({ status: 'optimal', objective: optimum, bound: optimum });
  });

  it('proves seven times the optimum when costs are seven times as much', async () => {
    const problem = readPmed('pmed4');
    const answer = await solve({ ...problem, costs: problem.costs.map((cost) => cost * 7) });
    expect(answer).toMatchObject({ status: 'optimal', objective: 3034 * 7 });
  });

  it.each([
    ['pmedcap1-1', 713],
    ['pmedcap1-2', 740],
    ['pmedcap1-3', 751],
  ])(
    'finds the optimum of %s of Osman and Christofides',
    async (name, optimum) => {
      const answer = await solve(readPmedcap(name));
      expect(answer.objective).toBe(optimum);
      expect(answer.bound).toBeLessThanOrEqual(optimum);
    },
    30_000,
  );

  it.each([
    [1, 5731159103.675338],
    [2, 4009098972.1349115],
    [3, 3385565397.5315185],
    [4, 2848268129.714512],
    [5, 2554123350.18753],
    [6, 2347055166.6773825],
  ])('gives the p-median of spopt with %i stores', async (sites, published) => {
    const { rows, weights } = readTracts();
    const answer = await solve(createLocationProblem('p_median', rows, { weights, sites }));
    expect(answer.status).toBe('optimal');
    expect(answer.objective).toBeCloseTo(published, 4);
  });

  it.each([
    [5000, 8],
    [6000, 5],
    [8000, 3],
  ])('covers all tracts within %i m by as few stores as spopt', async (limit, published) => {
    const answer = await solve(createLocationProblem('set_cover', readTracts().rows, { limit }));
    expect(answer).toMatchObject({ status: 'optimal', objective: published });
  });

  it('names the five tracts that no store covers within 4 km', async () => {
    const { rows } = readTracts();
    const answer = await solve(createLocationProblem('set_cover', rows, { limit: 4000 }));
    const far = [...rows.keys()].filter((i) => Math.min(...(rows[i] ?? [])) > 4000);
    expect(far).toHaveLength(5);
    expect(answer.infeasibility).toEqual({ reason: 'uncovered', demands: far });
  });

  it.each([
    [1, 448_255],
    [2, 671_938],
    [3, 791_499],
    [4, 875_247],
    [5, 927_402],
    [6, 941_462],
    [8, 955_113],
  ])('covers as many people as spopt with %i stores within 5 km', async (sites, published) => {
    const { rows, weights } = readTracts();
    const answer = await solve(createLocationProblem('maximal_cover', rows, { weights, sites, limit: 5000 }));
    expect(answer).toMatchObject({ status: 'optimal', objective: published });
  });

  it('gives the p-centre of spopt with 4 stores', async () => {
    const answer = await solve(createLocationProblem('p_center', readTracts().rows, { sites: 4 }));
    expect(answer.status).toBe('optimal');
    expect(answer.objective).toBeCloseTo(7403.06, 2);
  });

  it('sends the students of spopt to schools: preset ones open, and filled', async () => {
    expect(await solve(readSchools(false))).toMatchObject({ status: 'optimal', objective: 816 });
    const filled = await solve(readSchools(true));
    // Eight of ten places are in preset schools: two students go elsewhere.
    expect((filled.objective ?? Number.NaN) - 2 * FILLED).toBe(872);
  });
});
