import type { LonLat } from '../geo/lon-lat.ts';

/** Where a position reaches the roads: the nearest place on the nearest segment that is there. The stretch off the road is walked. */
export interface Snap {
  readonly position: LonLat;
  /** On the road. */
  readonly at: LonLat;
  readonly link: number;
  /** Metres from the link's first node to `at`, along the link. */
  readonly alongMeters: number;
  /** Straight, from `position` to `at`. */
  readonly offRoadMeters: number;
}
