import { InvalidInputError } from '../../errors.ts';
import type { LocationProblem } from './location-problem.ts';

/**
 * Throws where a problem is not one: lengths that do not fit, numbers below 0 or not numbers, indexes outside the lists, a candidate that must both be open and closed.
 *
 * @throws {InvalidInputError} `location_input` with `field`, `got` and `expected`
 */
export function checkLocationProblem(problem: LocationProblem): void {
  const { demandCount, candidateCount, kind, sizes, capacities, opening, sites, limit } = problem;
  checkNumbers('weights', problem.weights, { length: demandCount, isEnding: true });
  checkNumbers('costs', problem.costs, { length: demandCount * candidateCount, isEnding: false });
  if (sizes !== null) checkNumbers('sizes', sizes, { length: demandCount, isEnding: true });
  if (capacities !== null) checkNumbers('capacities', capacities, { length: candidateCount, isEnding: false });
  if (opening !== null) checkNumbers('opening.costs', opening.costs, { length: candidateCount, isEnding: true });
  if (kind === 'capacitated_p_median' && capacities === null) refuse('capacities', 'none', 'one for each candidate');
  if (sites !== null && !(Number.isInteger(sites) && sites >= 0)) refuse('sites', sites, 'a whole number from 0');
  if (limit !== null && !(limit >= 0)) refuse('limit', limit, 'a number from 0');
  const budget = opening?.budget ?? null;
  if (budget !== null && !(budget >= 0 && budget < Infinity)) refuse('opening.budget', budget, 'a number from 0');
  if ((kind === 'set_cover' || kind === 'maximal_cover') && limit === null) refuse('limit', 'none', 'a number from 0');
  for (const field of ['required', 'excluded'] as const) {
    for (const j of problem[field]) {
      const isThere = Number.isInteger(j) && j >= 0 && j < candidateCount;
      if (!isThere) refuse(field, j, `an index from 0 up to, not including, ${candidateCount}`);
    }
  }
  const both = problem.required.find((j) => problem.excluded.includes(j));
  if (both !== undefined) refuse('required', both, 'a candidate that is not excluded');
}

interface Expected {
  readonly length: number;
  readonly isEnding: boolean;
}

function checkNumbers(field: string, values: Float64Array, { length, isEnding }: Expected): void {
  if (values.length !== length) refuse(field, `${values.length} values`, `${length} values`);
  const wrong = values.findIndex((value) => !(value >= 0) || (isEnding && value === Infinity));
  if (wrong >= 0) refuse(`${field}[${wrong}]`, values[wrong] ?? Number.NaN, 'a number from 0');
}

function refuse(field: string, got: string | number, expected: string): never {
  throw new InvalidInputError('location_input', `Got ${got} for ${field}, expected ${expected}.`, {
    field,
    got: String(got),
    expected,
  });
}
