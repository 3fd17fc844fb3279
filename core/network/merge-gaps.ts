import type { County } from '../county/county.ts';
import type { Gap, NewRoad } from './find-gap.ts';
import { type HardeningSums, measureHardening } from './hardening-cost.ts';

/** What closes several gaps together: each segment and each new road once. */
export interface MergedGaps extends HardeningSums {
  /** Ascending. */
  readonly segments: readonly number[];
  readonly newRoads: readonly NewRoad[];
}

/**
 * Gaps taken together: what it takes to join every settlement, each on its own shortest way. A segment that several need counts once, and so does
 * the new road to the seat of a village. Gaps that nothing can close add nothing.
 */
export function mergeGaps(county: Pick<County, 'segments' | 'settings'>, gaps: readonly Gap[]): MergedGaps {
  const segments = [...new Set(gaps.flatMap((gap) => gap.segments))].sort((a, b) => a - b);
  const newRoads = [
    ...new Map(gaps.flatMap((gap) => gap.newRoads).map((road) => [`${road.from} ${road.to}`, road])).values(),
  ];
  return { segments, newRoads, ...measureHardening(county, { segments, newRoads }) };
}
