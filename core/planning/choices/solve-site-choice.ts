import type { LocationAnswer, SolverHooks } from '../solvers/location-problem.ts';
import { solveLocation } from '../solvers/solve-location.ts';
import type { LocationModel } from './location-model.ts';
import { boundPlaced, countWaiting, hasWaitingPlace, limitWaiting, readLocationAnswer } from './waiting-place.ts';

/** Part of the time after which trips are shortened even where more might yet be placed. */
const PLACING_PART = 0.7;

/**
 * The best answer to a choice of sites. Where as many as possible are to be placed this is done first, then the trips of so many are made as
 * short as may be, with a bound of their own.
 *
 * @throws {InvalidInputError} `location_input`
 */
export async function solveSiteChoice(model: LocationModel, hooks: SolverHooks): Promise<LocationAnswer> {
  const { problem } = model;
  if (!hasWaitingPlace(model)) return solveLocation(problem, hooks);
  const begun = hooks.now();
  const timeLimitMs = PLACING_PART * hooks.timeLimitMs;
  const least = (problem.sizes?.reduce((sum, size) => sum + size, 0) ?? 0) - boundPlaced(model);
  let isMost = false;
  const first = await solveLocation(problem, {
    ...hooks,
    timeLimitMs,
    // nobody more can be placed: what is left of the time is for the trips
    isCancelled: () => isMost || hooks.isCancelled(),
    tell: (answer) => {
      isMost = countWaiting(model, answer) <= least && least > 0;
      hooks.tell(readLocationAnswer(model, answer));
    },
  });
  const waiting = first.objective === null ? 0 : countWaiting(model, first);
  const isEnded = first.objective === null || hooks.isCancelled();
  if (isEnded || (first.status === 'optimal' && waiting === 0)) return readLocationAnswer(model, first);
  const shorter = { ...model, problem: limitWaiting(model, waiting) };
  const onTrips = (answer: LocationAnswer): void => hooks.tell(readLocationAnswer(shorter, answer));
  const leftMs = Math.max(0, hooks.timeLimitMs - (hooks.now() - begun));
  const second = await solveLocation(shorter.problem, { ...hooks, timeLimitMs: leftMs, tell: onTrips }, first);
  const best = readLocationAnswer(
    second.objective === null ? model : shorter,
    second.objective === null ? first : second,
  );
  return { ...best, elapsedMs: hooks.now() - begun };
}
