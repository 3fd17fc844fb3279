import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLocationAnswer } from '#core/planning/solvers/check-location-answer.ts';
import { LOCATION_KINDS, type LocationProblem } from '#core/planning/solvers/location-problem.ts';
import { solveLocation } from '#core/planning/solvers/solve-location.ts';
import { arbitraryProblem, createHooks, createLocationProblem } from '#tests/support/location-problems.ts';
import { searchExhaustively } from '#tests/support/naive/exhaustive-location.ts';

const SEED = 20261123;

/** Lehmer generator of Park & Miller 1988. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Points on a square of 100, each demand and candidate. */
function createPlane(count: number, seed: number): readonly (readonly number[])[] {
  const random = createRandom(seed);
  const points = Array.from({ length: count }, () => [random() * 100, random() * 100] as const);
  return points.map(([x, y]) => points.map(([a, b]) => Math.hypot(x - a, y - b)));
}

const solve = (problem: LocationProblem) => solveLocation(problem, createHooks());

function permute(problem: LocationProblem, demands: readonly number[], candidates: readonly number[]): LocationProblem {
  const m = problem.candidateCount;
  const pick = (values: Float64Array, order: readonly number[]) => Float64Array.from(order, (k) => values[k] ?? 0);
  return {
    ...problem,
    weights: pick(problem.weights, demands),
    sizes: problem.sizes && pick(problem.sizes, demands),
    capacities: problem.capacities && pick(problem.capacities, candidates),
    costs: Float64Array.from(demands.flatMap((i) => candidates.map((j) => problem.costs[i * m + j] ?? 0))),
    opening: problem.opening && { ...problem.opening, costs: pick(problem.opening.costs, candidates) },
    required: problem.required.map((j) => candidates.indexOf(j)),
    excluded: problem.excluded.map((j) => candidates.indexOf(j)),
  };
}

describe.each(LOCATION_KINDS)('solveLocation of %s', (kind) => {
  it('agrees with exhaustive search, and its answer holds', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryProblem(kind), async (problem) => {
        const answer = await solve(problem);
        const best = searchExhaustively(problem);
        expect(checkLocationAnswer(problem, answer)).toEqual([]);
        if (best === null) expect(answer.status).toBe('infeasible');
        else {
          expect(answer.status).toBe('optimal');
          expect(answer.objective).toBeCloseTo(best, 8);
        }
      }),
      { seed: SEED, numRuns: 400 },
    );
  }, 30_000);

  it('finds the same when demands and candidates have other numbers', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryProblem(kind), async (problem) => {
        const backwards = (count: number) => Array.from({ length: count }, (_, k) => count - 1 - k);
        const other = permute(problem, backwards(problem.demandCount), backwards(problem.candidateCount));
        const [answer, turned] = [await solve(problem), await solve(other)];
        expect(turned.status).toBe(answer.status);
        if (answer.objective !== null) expect(turned.objective).toBeCloseTo(answer.objective, 8);
      }),
      { seed: SEED, numRuns: 25 },
    );
  });

  it('scales with the weights, or with the costs where it is the worst cost', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryProblem(kind), async (problem) => {
        const isCost = kind === 'p_center';
        const factor = kind === 'set_cover' ? 1 : 7;
        const scaled = {
          ...problem,
          ...(isCost
            ? { costs: problem.costs.map((cost) => cost * 7), limit: problem.limit && problem.limit * 7 }
            : { weights: problem.weights.map((weight) => weight * 7), sizes: problem.sizes }),
        };
        const [answer, larger] = [await solve(problem), await solve(scaled)];
        expect(larger.status).toBe(answer.status);
        if (answer.objective !== null) expect(larger.objective).toBeCloseTo(answer.objective * factor, 7);
      }),
      { seed: SEED, numRuns: 25 },
    );
  });

  it('never becomes worse by one more candidate', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryProblem(kind), async (problem) => {
        const last = problem.candidateCount - 1;
        if (problem.required.includes(last)) return;
        const fewer = await solve({ ...problem, excluded: [...new Set([...problem.excluded, last])] });
        const more = await solve({ ...problem, excluded: problem.excluded.filter((j) => j !== last) });
        if (fewer.objective === null) return;
        const gain = (fewer.objective - (more.objective ?? Number.NaN)) * (kind === 'maximal_cover' ? -1 : 1);
        expect(gain).toBeGreaterThanOrEqual(-1e-8);
      }),
      { seed: SEED, numRuns: 25 },
    );
  });

  it('gives the same answer again', async () => {
    const rows = createPlane(40, 5);
    const problem = createLocationProblem(kind, rows, {
      sites: kind === 'set_cover' ? null : 4,
      limit: kind === 'set_cover' || kind === 'maximal_cover' ? 20 : null,
      sizes: new Float64Array(40).fill(2),
      capacities: new Float64Array(40).fill(26),
    });
    expect(await solve(problem)).toEqual(await solve(problem));
  }, 20_000);

  it('keeps the best answer so far when it is cancelled', async () => {
    const rows = createPlane(60, 8);
    const problem = createLocationProblem(kind, rows, {
      sites: kind === 'set_cover' ? null : 5,
      limit: kind === 'set_cover' || kind === 'maximal_cover' ? 15 : null,
      sizes: new Float64Array(60).fill(2),
      capacities: new Float64Array(60).fill(30),
    });
    const hooks = createHooks();
    const answer = await solveLocation(problem, { ...hooks, isCancelled: () => hooks.told.length > 0 });
    expect(['feasible', 'optimal']).toContain(answer.status);
    expect(answer.objective).toBe(hooks.told.at(-1)?.objective);
    expect(checkLocationAnswer(problem, answer)).toEqual([]);
  });

  it('gives no answer as unknown when it is cancelled before it begins', async () => {
    const problem = createLocationProblem(kind, createPlane(12, 2), {
      sites: 3,
      limit: 60,
      sizes: new Float64Array(12),
      capacities: new Float64Array(12),
    });
    const answer = await solveLocation(problem, createHooks({ isCancelled: () => true }));
    expect(['unknown', 'feasible', 'optimal']).toContain(answer.status);
    expect(checkLocationAnswer(problem, answer)).toEqual([]);
  });
});

describe('solveLocation', () => {
  const table = [
    [1, 9, 9],
    [9, 1, 9],
    [9, 9, Infinity],
  ];

  it('says that there is nothing to choose from', async () => {
    const answer = await solve(createLocationProblem('p_median', table, { sites: 2, excluded: [0, 1, 2] }));
    expect(answer).toMatchObject({ status: 'infeasible', infeasibility: { reason: 'no_candidates' } });
  });

  it('says that more must stay open than may', async () => {
    const answer = await solve(createLocationProblem('p_median', table, { sites: 1, required: [0, 1, 1] }));
    expect(answer.infeasibility).toEqual({ reason: 'too_many_required', required: 2, sites: 1 });
  });

  it('names the demands that cannot be covered', async () => {
    const answer = await solve(createLocationProblem('set_cover', table, { limit: 5 }));
    expect(answer.infeasibility).toEqual({ reason: 'uncovered', demands: [2] });
  });

  it('names how many sites are needed at least', async () => {
    const problem = createLocationProblem('set_cover', table.slice(0, 2), { limit: 5, sites: 1 });
    expect((await solve(problem)).infeasibility).toEqual({ reason: 'too_few_sites', needed: 2, sites: 1 });
    const median = { ...problem, kind: 'p_median' as const };
    expect((await solve(median)).infeasibility).toEqual({ reason: 'too_few_sites', needed: 2, sites: 1 });
    const center = { ...problem, kind: 'p_center' as const };
    expect((await solve(center)).infeasibility).toEqual({ reason: 'too_few_sites', needed: 2, sites: 1 });
  });

  it('names what the budget lacks', async () => {
    const opening = { costs: Float64Array.of(4, 5, 6), budget: 8 };
    const answer = await solve(createLocationProblem('set_cover', table.slice(0, 2), { limit: 5, opening }));
    expect(answer.infeasibility).toEqual({ reason: 'budget', needed: 9, budget: 8 });
  });

  it('names the capacity that is missing and the demands that fit nowhere', async () => {
    const problem = createLocationProblem('capacitated_p_median', table, {
      sites: 2,
      sizes: Float64Array.of(3, 8, 2),
      capacities: Float64Array.of(5, 4, 3),
    });
    expect((await solve(problem)).infeasibility).toEqual({ reason: 'capacity', missing: 4, bottleneck: [1] });
  });

  it('refuses numbers that do not fit together', async () => {
    const problem = createLocationProblem('p_median', table, { sites: 1 });
    const refused = { code: 'location_input' };
    await expect(solve({ ...problem, weights: Float64Array.of(1, -1, 1) })).rejects.toMatchObject(refused);
    await expect(solve({ ...problem, costs: Float64Array.of(Number.NaN) })).rejects.toMatchObject(refused);
    await expect(solve({ ...problem, required: [3] })).rejects.toMatchObject(refused);
    await expect(solve({ ...problem, required: [1], excluded: [1] })).rejects.toMatchObject(refused);
    await expect(solve({ ...problem, kind: 'set_cover' })).rejects.toMatchObject(refused);
  });

  it('tells of ever better answers, never of worse bounds', async () => {
    const hooks = createHooks();
    const problem = createLocationProblem('p_median', createPlane(80, 4), { sites: 6 });
    await solveLocation(problem, hooks);
    const objectives = hooks.told.map(({ objective }) => objective ?? Number.NaN);
    expect(objectives).toEqual(objectives.toSorted((a, b) => b - a));
    const bounds = hooks.told.map(({ bound }) => bound ?? -Infinity);
    expect(bounds).toEqual(bounds.toSorted((a, b) => a - b));
  });

  it('ends at the time limit with a bound that holds', async () => {
    let ms = 0;
    const now = () => {
      ms += 0.5;
      return ms;
    };
    const problem = createLocationProblem('p_median', createPlane(150, 3), { sites: 6 });
    const short = await solveLocation(problem, createHooks({ now, timeLimitMs: 30 }));
    const long = await solve(problem);
    expect(short.status).toBe('feasible');
    expect(short.bound ?? Infinity).toBeLessThanOrEqual((long.objective ?? 0) * (1 + 1e-9));
    expect(short.objective).toBeGreaterThanOrEqual((long.objective ?? Infinity) * (1 - 1e-9));
  });

  it('pauses often while it works', async () => {
    let pauses = 0;
    let ms = 0;
    const now = () => ms++;
    const pause = async () => {
      pauses++;
    };
    const problem = createLocationProblem('p_median', createPlane(120, 3), { sites: 6 });
    await solveLocation(problem, createHooks({ now, pause, timeLimitMs: 1e9 }));
    expect(pauses).toBeGreaterThan(0);
  });
});
