import type { LonLat } from '../geo/lon-lat.ts';
import { type ArcCosts, createArcCosts } from './arc-costs.ts';
import type { RoadBase } from './road-base.ts';
import { findRoadComponents } from './road-components.ts';
import type { Snap } from './snap.ts';
import type { TravelMetric, TravelMode } from './travel.ts';

/** What depends on which segments are there and not on their surfaces: snaps, metres, minutes on foot. Shared by all dates that agree in this. */
export interface StandingRoads {
  /** By segment, 1 = it is there. */
  readonly exists: Uint8Array;
  /** Metres of every mode, and minutes on foot. */
  costs(mode: TravelMode, metric: TravelMetric): ArcCosts;
  snap(position: LonLat): Snap | null;
  componentOfNode(): Int32Array;
}

/** Nothing is computed before it is asked. */
export function createStandingRoads(base: RoadBase, exists: Uint8Array): StandingRoads {
  const { graph } = base;
  const kept = new Map<string, ArcCosts>();
  let components: Int32Array | undefined;
  // positions of a county are the same objects at every date, and those that a plan leaves alone under every plan
  const snaps = new WeakMap<LonLat, Snap | null>();
  const snap = (position: LonLat) => {
    let found = snaps.get(position);
    if (found === undefined) {
      found = base.snapper().snap(position, exists);
      snaps.set(position, found);
    }
    return found;
  };
  return {
    exists,
    snap,
    componentOfNode() {
      components ??= findRoadComponents(graph, exists);
      return components;
    },
    costs(mode, metric) {
      const key = `${mode}:${metric}`;
      let costs = kept.get(key);
      if (!costs) {
        costs = metric === 'meters' ? createMeterCosts(base, exists, mode) : createWalkCosts(base, exists);
        kept.set(key, costs);
      }
      return costs;
    },
  };
}

function createMeterCosts({ graph }: RoadBase, exists: Uint8Array, mode: TravelMode): ArcCosts {
  const { linkSegment, linkMeters } = graph;
  const linkCost = (link: number) => (exists[linkSegment[link] ?? -1] === 1 ? (linkMeters[link] ?? 0) : Infinity);
  return createArcCosts(graph, { mode, metric: 'meters', linkCost });
}

function createWalkCosts(base: RoadBase, exists: Uint8Array): ArcCosts {
  const { linkSegment } = base.graph;
  const { along, against } = base.linkWalkMinutes();
  const linkCost = (link: number, forward: boolean) =>
    exists[linkSegment[link] ?? -1] === 1 ? ((forward ? along[link] : against[link]) ?? 0) : Infinity;
  return createArcCosts(base.graph, { mode: 'walk', metric: 'minutes', linkCost });
}
