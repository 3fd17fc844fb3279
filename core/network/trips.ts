/**
 * Why a place cannot be reached. `no_road`: there is no road in the county at the date; `other_component`: the two stand on parts of the network
 * that do not meet; `one_way`: they meet, but not in this direction; `over_limit`: farther than was asked.
 */
export const UNREACHABLE_REASONS = ['no_road', 'other_component', 'one_way', 'over_limit'] as const;
export type UnreachableReason = (typeof UNREACHABLE_REASONS)[number];

/**
 * From one position to another. `meters` is the shortest way along roads, `minutes` the fastest; both with the stretches off the road at either
 * end, which are walked. Unreachable = both null with the reason.
 */
export interface Trip {
  readonly meters: number | null;
  readonly minutes: number | null;
  /** Straight distance. */
  readonly straightMeters: number;
  /** Off the road, both ends together. */
  readonly offRoadMeters: number | null;
  readonly reason: UnreachableReason | null;
}
