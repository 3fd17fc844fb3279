import type { TravelMetric, TravelMode } from './travel.ts';

/** What each arc costs for a mode at a date: metres, or minutes; `Infinity` = it cannot be used. */
export interface ArcCosts {
  readonly mode: TravelMode;
  readonly metric: TravelMetric;
  /** In the direction of the arc, by arc. */
  readonly forward: Float64Array;
  /** Cost of the opposite arc, by arc: for searches that run against the direction of travel. */
  readonly backward: Float64Array;
}
