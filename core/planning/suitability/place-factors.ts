import type { FactorCode } from '../../county/site-rule.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import type { DestinationKind } from '../../network/place-kinds.ts';
import type { SiteGround } from '../ground/site-ground.ts';
import type { CountyCells } from './county-cells.ts';
import { type GridLayers, makeRouteLayer, makeSlopeLayer } from './grid-layers.ts';

/** One factor: the same measure of a place and of every cell. `Infinity` and `NaN` = it cannot be measured. */
export interface PlaceFactor {
  measure(ground: SiteGround, position: LonLat): number;
  measureCells(layers: GridLayers): Float64Array;
  /** The same in steps, for those that take long and are no long layer themselves; kept, so that `measureCells` finds it. */
  makeCells?(ground: SiteGround, countyCells: CountyCells): Generator<undefined, Float64Array>;
}

/** Metres along roads from a place to the nearest of a kind: the straight way to the nearest road, then the roads. */
const alongRoads = (kind: DestinationKind): PlaceFactor => ({
  measure(ground, position) {
    const roads = ground.roads();
    const near = roads.roads.nearest(position);
    if (near === null) return Infinity;
    const { link, alongMeters } = roads.locate(near.edge, near.share);
    return near.meters + roads.distancesTo(ground.places(kind)).metersFrom(link, alongMeters);
  },
  measureCells: (layers) => layers.metersTo(kind),
  makeCells: (ground, countyCells) => makeRouteLayer(ground, countyCells, kind),
});

/** Every factor by code, in the order of FACTOR_CODES. */
export const PLACE_FACTORS: Readonly<Record<FactorCode, PlaceFactor>> = {
  slope: {
    measure: (ground, [lon, lat]) => ground.slope()(lon, lat),
    measureCells: (layers) => layers.slopes(),
    makeCells: makeSlopeLayer,
  },
  town: alongRoads('town_government'),
  park: alongRoads('park'),
  school: alongRoads('school'),
  clinic: alongRoads('clinic'),
  water: {
    measure: (ground, position) => ground.rivers().nearest(position)?.meters ?? Infinity,
    measureCells: (layers) => layers.riverMeters(),
  },
  hardened_road: {
    measure: (ground, position) => ground.roads().hardened.nearest(position)?.meters ?? Infinity,
    measureCells: (layers) => layers.hardenedMeters(),
  },
};
