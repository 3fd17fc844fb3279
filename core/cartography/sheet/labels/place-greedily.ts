import type { LabelProblem } from './label-problem.ts';
import { createPlaceState, type PlaceState } from './place-state.ts';

/** Gives names their places, most important first; each takes the cheapest that is still free. The solver begins with this and is measured by it. */
export function placeGreedily({ tasks, bounds }: LabelProblem): PlaceState {
  const state = createPlaceState(tasks, bounds);
  tasks.forEach(({ candidates }, name) => {
    let candidate = 0;
    while (candidate < candidates.length && !state.isFree(name, candidate)) candidate++;
    if (candidate < candidates.length) state.place(name, candidate);
  });
  return state;
}

/** How good places are: weight of names left out first, then what the places cost. */
export interface PlacementScore {
  readonly unplacedWeight: number;
  readonly placed: number;
  readonly cost: number;
}

/** Score of a state. */
export function scorePlacement(
  { tasks }: Pick<LabelProblem, 'tasks'>,
  { choice }: Pick<PlaceState, 'choice'>,
): PlacementScore {
  let [unplacedWeight, placed, cost] = [0, 0, 0];
  tasks.forEach(({ weight, candidates }, name) => {
    const candidate = candidates[choice[name] ?? -1];
    if (!candidate) unplacedWeight += weight;
    else {
      placed++;
      cost += candidate.cost;
    }
  });
  return { unplacedWeight, placed, cost };
}
