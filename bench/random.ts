/** Numbers from 0 up to, not including, 1: the same seed gives the same numbers, so that a run can be repeated. */
export type Random = () => number;

/**
 * Lehmer generator.
 *
 * @param seed whole number above 0
 * @see Park & Miller 1988, "Random number generators: good ones are hard to find", multiplier 16807
 */
export function createRandom(seed: number): Random {
  let state = seed % 2_147_483_647;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
