import type { County } from '../county/county.ts';
import type { LonLat } from '../geo/lon-lat.ts';
import type { ArcCosts } from './arc-costs.ts';
import { getRoadBase, type RoadBase } from './road-base.ts';
import type { RoadGeometry } from './road-geometry.ts';
import type { RoadGraph } from './road-graph.ts';
import type { RoadState } from './road-state.ts';
import { getSurfacedRoads } from './road-states.ts';
import type { Snap } from './snap.ts';
import type { StandingRoads } from './standing-roads.ts';
import type { SurfacedRoads } from './surfaced-roads.ts';
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
  /** The lines of all segments as columns. */
  readonly geometry: RoadGeometry;
  /** One object a county and state of the roads; its arrays are shared by every county with the same roads. */
  costs(mode: TravelMode, metric: TravelMetric): ArcCosts;
  /** Null when there is no road at all. */
  snap(position: LonLat): Snap | null;
  /** Snaps of all settlements, aligned with `County.settlements`. */
  settlementSnaps(): readonly (Snap | null)[];
  /** Minutes to walk straight between two positions, over the DEM where there is one. `meters`: their distance, where it is known already. */
  walkMinutes(from: LonLat, to: LonLat, meters?: number): number;
  /** Component of each node over the segments that are there, whatever their direction: numbers from 0, by lowest node. */
  componentOfNode(): Int32Array;
}

const networks = new WeakMap<County, Network>();

/** The roads of a county; the graph is built at the first call for these roads, whichever county they belong to. */
export function getNetwork(county: County): Network {
  let network = networks.get(county);
  if (!network) {
    network = createNetwork(county);
    networks.set(county, network);
  }
  return network;
}

function createNetwork(county: County): Network {
  const base = getRoadBase(county);
  const states = new WeakMap<RoadState, NetworkAt>();
  const own = createOwnAnswers(county);
  return {
    county,
    graph: base.graph,
    at(state) {
      let network = states.get(state);
      if (!network) {
        network = createNetworkAt(base, state, { county, own, surfaces: getSurfacedRoads(base, state) });
        states.set(state, network);
      }
      return network;
    },
  };
}

/** What is kept with one county though the roads are shared. */
interface OwnAnswers {
  /** The same costs as an object of the county: what others keep by it rests on the county's own settlements and sites. */
  costs(shared: ArcCosts): ArcCosts;
  settlementSnaps(roads: StandingRoads): readonly (Snap | null)[];
}

function createOwnAnswers(county: County): OwnAnswers {
  const costs = new WeakMap<ArcCosts, ArcCosts>();
  const snaps = new WeakMap<StandingRoads, readonly (Snap | null)[]>();
  return {
    costs(shared) {
      const known = costs.get(shared) ?? { ...shared };
      costs.set(shared, known);
      return known;
    },
    settlementSnaps(roads) {
      const known = snaps.get(roads) ?? county.settlements.map(({ position }) => roads.snap(position));
      snaps.set(roads, known);
      return known;
    },
  };
}

function createNetworkAt(
  base: RoadBase,
  state: RoadState,
  { county, own, surfaces }: { readonly county: County; readonly own: OwnAnswers; readonly surfaces: SurfacedRoads },
): NetworkAt {
  const roads = surfaces.standing;
  return {
    county,
    graph: base.graph,
    state,
    get geometry() {
      return base.geometry();
    },
    costs: (mode, metric) =>
      own.costs(metric === 'minutes' && mode !== 'walk' ? surfaces.minutes(mode) : roads.costs(mode, metric)),
    snap: roads.snap,
    settlementSnaps: () => own.settlementSnaps(roads),
    walkMinutes: base.walkMinutes,
    componentOfNode: roads.componentOfNode,
  };
}
