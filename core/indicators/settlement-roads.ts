import type { County } from '../county/county.ts';
import type { RoadIndex } from './road-index.ts';

/** Straight distances from settlements to roads, for any date: the segments near each are listed once a county. */
export interface SettlementRoads {
  /**
   * Metres from each settlement to the nearest segment whose flag in `wanted` is 1; `Infinity` = there is none.
   *
   * @param wanted one flag per segment, as in `SegmentState`
   */
  nearestMeters(wanted: Uint8Array): Float64Array;
}

/** The same distances as `RoadIndex.nearestMeters`, at a fraction of its cost where a wanted road is near. */
export function createSettlementRoads({ settlements }: Pick<County, 'settlements'>, index: RoadIndex): SettlementRoads {
  const near = settlements.map(({ position }) => index.listNearest(position));
  return {
    nearestMeters: (wanted) =>
      Float64Array.from(settlements, ({ position }, i) => {
        const found = near[i]?.find(({ segment }) => wanted[segment] === 1);
        return found ? found.meters : index.nearestMeters(position, wanted);
      }),
  };
}
