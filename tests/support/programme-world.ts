import fc from 'fast-check';
import { createIndicatorContext } from '#core/indicators/context.ts';
import type { ProgrammeAnswer, ProgrammeHooks, ProgrammeProblem } from '#core/planning/programme/programme.ts';
import { solveProgramme } from '#core/planning/programme/solve-programme.ts';
import type { JoinedWorld, WorldParts } from './joined-world.ts';
import { arbitraryWorld } from './random-worlds.ts';

/** A problem with one year and all the time it needs. */
export const createProblem = (
  goal: ProgrammeProblem['goal'],
  overrides: Partial<ProgrammeProblem> = {},
): ProgrammeProblem => ({
  goal,
  target: 'households',
  years: [{ year: 2027, budgetYuan: null }],
  includesEmptied: false,
  timeLimitMs: 60_000,
  seed: 1,
  ...overrides,
});

/** A clock that goes a millisecond on whenever it is looked at. */
export function createHooks(overrides: Partial<ProgrammeHooks> = {}): ProgrammeHooks {
  let clock = 0;
  return { now: () => clock++, isCancelled: () => false, tell: () => undefined, ...overrides };
}

/** The programme of a world. */
export const solveWorld = (
  { county }: Pick<JoinedWorld, 'county'>,
  problem: ProgrammeProblem,
  hooks: ProgrammeHooks = createHooks(),
): Promise<ProgrammeAnswer> => solveProgramme(createIndicatorContext(county), problem, hooks);

/** Worlds in which most roads are to be hardened, at prices and with settlements of different sizes. */
export const arbitraryProgrammeWorld: fc.Arbitrary<WorldParts> = fc
  .tuple(
    arbitraryWorld({ size: 4, mostRoads: 15 }),
    fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 15, maxLength: 15 }),
  )
  .map(([parts, prices]) => ({
    ...parts,
    roads: parts.roads.map((road, i) => ({
      ...road,
      surface: i % 4 === 0 ? road.surface : 'gravel',
      roadClass: i % 3 === 0 ? road.roadClass : 'C',
      costYuan: i % 5 === 0 ? null : (prices[i] ?? 1) * 1000,
    })),
    settlements: parts.settlements.map((settlement, i) => ({ ...settlement, registeredHouseholds: 30 + 7 * i })),
  }));
