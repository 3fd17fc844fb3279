import fc from 'fast-check';
import type {
  LocationAnswer,
  LocationKind,
  LocationProblem,
  SolverHooks,
} from '#core/planning/solvers/location-problem.ts';

/** Hooks with a clock that stands still: nothing ends before it is done. */
export function createHooks(overrides: Partial<SolverHooks> = {}): SolverHooks & { readonly told: LocationAnswer[] } {
  const told: LocationAnswer[] = [];
  return {
    now: () => 0,
    isCancelled: () => false,
    tell: (answer) => told.push(answer),
    timeLimitMs: 60_000,
    told,
    ...overrides,
  };
}

/** A problem over a cost table, one row per demand; all that is not said is free. */
export function createLocationProblem(
  kind: LocationKind,
  rows: readonly (readonly number[])[],
  overrides: Partial<LocationProblem> = {},
): LocationProblem {
  return {
    kind,
    demandCount: rows.length,
    candidateCount: rows[0]?.length ?? 0,
    weights: new Float64Array(rows.length).fill(1),
    costs: Float64Array.from(rows.flat()),
    sizes: null,
    capacities: null,
    required: [],
    excluded: [],
    sites: null,
    opening: null,
    limit: null,
    seed: 1,
    ...overrides,
  };
}

/** Small random problems of a kind: costs whole or broken, some pairs without a way, required and excluded candidates, budgets, limits. */
export function arbitraryProblem(kind: LocationKind): fc.Arbitrary<LocationProblem> {
  const sizes = fc.record({ demands: fc.integer({ min: 1, max: 6 }), candidates: fc.integer({ min: 1, max: 6 }) });
  return sizes.chain(({ demands, candidates }) => {
    const row = fc.array(arbitraryCost, { minLength: candidates, maxLength: candidates });
    const whole = (most: number, count: number) =>
      fc.array(fc.integer({ min: 0, max: most }), { minLength: count, maxLength: count });
    return fc
      .record({
        rows: fc.array(row, { minLength: demands, maxLength: demands }),
        weights: whole(5, demands),
        sizes: whole(6, demands),
        capacities: whole(14, candidates),
        fate: fc.array(fc.constantFrom('free', 'free', 'free', 'free', 'required', 'excluded'), {
          minLength: candidates,
          maxLength: candidates,
        }),
        sites: fc.option(fc.integer({ min: 1, max: candidates }), { freq: 3 }),
        prices: whole(9, candidates),
        budget: fc.option(fc.integer({ min: 0, max: 30 })),
        isPriced: fc.boolean(),
        limit: fc.option(fc.integer({ min: 5, max: 20 })),
      })
      .map((drawn) =>
        createLocationProblem(kind, drawn.rows, {
          weights: Float64Array.from(drawn.weights),
          ...(kind === 'capacitated_p_median' && {
            sizes: Float64Array.from(drawn.sizes),
            capacities: Float64Array.from(drawn.capacities),
          }),
          required: [...drawn.fate.keys()].filter((j) => drawn.fate[j] === 'required'),
          excluded: [...drawn.fate.keys()].filter((j) => drawn.fate[j] === 'excluded'),
          sites: drawn.sites,
          opening: drawn.isPriced ? { costs: Float64Array.from(drawn.prices), budget: drawn.budget } : null,
          limit: drawn.limit ?? (kind === 'set_cover' || kind === 'maximal_cover' ? 10 : null),
        }),
      );
  });
}

const arbitraryCost = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 20 }) },
  { weight: 2, arbitrary: fc.double({ min: 0, max: 20, noNaN: true }).map((cost) => Math.round(cost * 1e3) / 1e3) },
  { weight: 1, arbitrary: fc.constant(Infinity) },
);
