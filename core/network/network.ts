import type { County } from '../county/county.ts';
import type { LonLat } from '../geo/lon-lat.ts';
import type { ArcCosts } from './arc-costs.ts';
import type { RoadGraph } from './road-graph.ts';
import type { RoadState } from './road-state.ts';
import type { Snap } from './snap.ts';
import type { TravelMetric, TravelMode } from './travel.ts';

/** The roads of a county at a data revision, for every date. `getNetwork(county)` keeps one a county. */
export interface Network {
  readonly county: County;
  readonly graph: RoadGraph;
  /** The same roads in a state; states of the same object are kept. */
  at(state: RoadState): NetworkAt;
}

/** The roads of a county at a day, ready to be asked. Immutable; everything is computed at its first use and kept. */
export interface NetworkAt {
  readonly county: County;
  readonly graph: RoadGraph;
  readonly state: RoadState;
  costs(mode: TravelMode, metric: TravelMetric): ArcCosts;
  /** Null when there is no road at all. */
  snap(position: LonLat): Snap | null;
  /** Snaps of all settlements, aligned with `County.settlements`. */
  settlementSnaps(): readonly (Snap | null)[];
  /** Minutes to walk straight between two positions, over the DEM where there is one. */
  walkMinutes(from: LonLat, to: LonLat): number;
}
