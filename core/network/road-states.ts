import { keepLatest } from './keep-latest.ts';
import type { RoadBase } from './road-base.ts';
import type { RoadState } from './road-state.ts';
import { createStandingRoads, type StandingRoads } from './standing-roads.ts';
import { createSurfacedRoads, type SurfacedRoads } from './surfaced-roads.ts';

/** So many states of segments that are there, and of their surfaces, are kept: a series of months, and a plan by years. */
const KEPT_STATES = 12;

interface KeptStates {
  readonly standing: StandingRoads[];
  readonly surfaced: SurfacedRoads[];
}

const states = new WeakMap<RoadBase, KeptStates>();

/** The roads of a base in a state; states that agree share what does not differ, and the last few are kept. */
export function getSurfacedRoads(
  base: RoadBase,
  { exists, surface }: Pick<RoadState, 'exists' | 'surface'>,
): SurfacedRoads {
  const kept = states.get(base) ?? { standing: [], surfaced: [] };
  states.set(base, kept);
  const roads = keepLatest(kept.standing, KEPT_STATES, {
    fits: (one) => equals(one.exists, exists),
    create: () => createStandingRoads(base, exists),
  });
  return keepLatest(kept.surfaced, KEPT_STATES, {
    fits: (one) => one.standing === roads && equals(one.surface, surface),
    create: () => createSurfacedRoads(base, roads, surface),
  });
}

function equals(a: Uint8Array, b: Uint8Array): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
