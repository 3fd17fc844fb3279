import type { County } from '../county/county.ts';
import type { LonLat } from '../geo/lon-lat.ts';
import type { ArcCosts } from './arc-costs.ts';
import { createRoadBase, type RoadBase } from './road-base.ts';
import type { RoadGeometry } from './road-geometry.ts';
import type { RoadGraph } from './road-graph.ts';
import type { RoadState } from './road-state.ts';
import type { Snap } from './snap.ts';
import { createStandingRoads, type StandingRoads } from './standing-roads.ts';
import { createSurfacedRoads, type SurfacedRoads } from './surfaced-roads.ts';
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

/** So many states of segments that are there, and of their surfaces, are kept: a series of months, and a plan by years. */
const KEPT_STATES = 12;

const networks = new WeakMap<County, Network>();

/** The roads of a county; the graph is built at the first call. */
export function getNetwork(county: County): Network {
  let network = networks.get(county);
  if (!network) {
    network = createNetwork(county);
    networks.set(county, network);
  }
  return network;
}

function createNetwork(county: County): Network {
  const base = createRoadBase(county);
  const standing: StandingRoads[] = [];
  const surfaced: SurfacedRoads[] = [];
  const states = new WeakMap<RoadState, NetworkAt>();
  return {
    county,
    graph: base.graph,
    at(state) {
      let network = states.get(state);
      if (!network) {
        const roads = keep(
          standing,
          (kept) => equals(kept.exists, state.exists),
          () => createStandingRoads(base, state.exists),
        );
        const surfaces = keep(
          surfaced,
          (kept) => kept.standing === roads && equals(kept.surface, state.surface),
          () => createSurfacedRoads(base, roads, state.surface),
        );
        network = createNetworkAt(base, state, surfaces);
        states.set(state, network);
      }
      return network;
    },
  };
}

/** The kept value that fits, moved to the front, or a new one; the one unused for longest is dropped. */
function keep<Value>(kept: Value[], fits: (value: Value) => boolean, create: () => Value): Value {
  const place = kept.findIndex(fits);
  const value = place >= 0 ? (kept.splice(place, 1)[0] as Value) : create();
  kept.unshift(value);
  if (kept.length > KEPT_STATES) kept.pop();
  return value;
}

function equals(a: Uint8Array, b: Uint8Array): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function createNetworkAt(base: RoadBase, state: RoadState, surfaces: SurfacedRoads): NetworkAt {
  const roads = surfaces.standing;
  return {
    county: base.county,
    graph: base.graph,
    state,
    get geometry() {
      return base.geometry();
    },
    costs: (mode, metric) =>
      metric === 'minutes' && mode !== 'walk' ? surfaces.minutes(mode) : roads.costs(mode, metric),
    snap: roads.snap,
    settlementSnaps: roads.settlementSnaps,
    walkMinutes: base.walkMinutes,
    componentOfNode: roads.componentOfNode,
  };
}
