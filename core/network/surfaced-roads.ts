import { ROAD_CLASSES, SURFACES } from '../county/kinds.ts';
import { drivingKmh, type SpeedTable, tricycleKmh } from '../county/speed-table.ts';
import { type ArcCosts, createArcCosts } from './arc-costs.ts';
import type { RoadBase } from './road-base.ts';
import type { StandingRoads } from './standing-roads.ts';
import type { TravelMode } from './travel.ts';

/** What depends on the surfaces of the roads too: minutes by vehicle. */
export interface SurfacedRoads {
  readonly standing: StandingRoads;
  /** By segment, as in `RoadState`. */
  readonly surface: Uint8Array;
  minutes(mode: Exclude<TravelMode, 'walk'>): ArcCosts;
}

/** Nothing is computed before it is asked. */
export function createSurfacedRoads(base: RoadBase, standing: StandingRoads, surface: Uint8Array): SurfacedRoads {
  const kept = new Map<TravelMode, ArcCosts>();
  return {
    standing,
    surface,
    minutes(mode) {
      let costs = kept.get(mode);
      if (!costs) {
        costs = createDriveCosts(base, { mode, exists: standing.exists, surface });
        kept.set(mode, costs);
      }
      return costs;
    },
  };
}

/** Surfaces that the table knows, and one more row for "not known". */
const SURFACE_ROWS = SURFACES.length + 1;

/** Minutes a metre by class and surface: `table[class * SURFACE_ROWS + surface]`. */
function createPaceTable(speeds: SpeedTable, mode: Exclude<TravelMode, 'walk'>): Float64Array {
  const kmh = mode === 'drive' ? drivingKmh : tricycleKmh;
  const table = new Float64Array(ROAD_CLASSES.length * SURFACE_ROWS);
  ROAD_CLASSES.forEach((roadClass, c) => {
    for (let s = 0; s < SURFACE_ROWS; s++) {
      table[c * SURFACE_ROWS + s] = 60 / (1000 * kmh(speeds, roadClass, SURFACES[s] ?? null));
    }
  });
  return table;
}

function createDriveCosts(
  { graph, source }: RoadBase,
  {
    mode,
    exists,
    surface,
  }: { readonly mode: Exclude<TravelMode, 'walk'>; readonly exists: Uint8Array; readonly surface: Uint8Array },
): ArcCosts {
  const table = createPaceTable(source.settings.speeds, mode);
  const pace = Float64Array.from(source.segments, ({ roadClass }, s) =>
    exists[s] === 1
      ? (table[ROAD_CLASSES.indexOf(roadClass) * SURFACE_ROWS + Math.min(surface[s] ?? 255, SURFACES.length)] ??
        Infinity)
      : Infinity,
  );
  const { linkSegment, linkMeters } = graph;
  const linkCost = (link: number) => {
    const minutesPerMeter = pace[linkSegment[link] ?? -1] ?? Infinity;
    // a link without length takes no time, but one that is not there stays closed
    return minutesPerMeter === Infinity ? Infinity : (linkMeters[link] ?? 0) * minutesPerMeter;
  };
  return createArcCosts(graph, { mode, metric: 'minutes', linkCost });
}
