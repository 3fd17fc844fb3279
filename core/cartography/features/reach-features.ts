import { type Bbox, bboxesTouch, bboxOfPositions } from '../../geo/bbox.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import type { IndicatorContext } from '../../indicators/context.ts';
import type { ArcCosts } from '../../network/arc-costs.ts';
import { listDestinations } from '../../network/place-kinds.ts';
import { computeReach } from '../../network/reach.ts';
import { createReachArea } from '../../network/reach-area.ts';
import { text } from '../../texts/text.ts';
import { type FeatureScope, FRAME_PADDING, padBbox } from './feature-scope.ts';
import { createFeature, type MapFeature } from './map-feature.ts';
import { listReachBands } from './reach-bands.ts';
import { roundPosition } from './round-geometry.ts';

/** One surface of a band. */
interface ReachSurface {
  readonly rings: readonly (readonly LonLat[])[];
  readonly bbox: Bbox;
}

/**
 * Bands of the reach of all parks of the county along roads, by vehicle, as far as they lie in the area's frame: `band` near or far. The far
 * one comes first and lies under the near one.
 */
export function buildReachFeatures(scope: FeatureScope): readonly MapFeature[] {
  const frame = padBbox(scope.area.bbox, FRAME_PADDING);
  const surfaces = getReachSurfaces(scope.context);
  return listReachBands(scope.county.settings).flatMap(({ band, minutes }, i) => {
    const inFrame = (surfaces[i] ?? []).filter(({ bbox }) => bboxesTouch(bbox, frame));
    if (inFrame.length === 0) return [];
    return [
      createFeature(
        {
          code: `reach-${minutes}`,
          minutes,
          label: text(scope.language, 'maps', 'legend_reach_within', { minutes }),
          band,
        },
        { type: 'MultiPolygon', coordinates: inFrame.map(({ rings }) => rings) },
      ),
    ];
  });
}

const known = new WeakMap<ArcCosts, readonly (readonly ReachSurface[])[]>();

/** Surfaces by band, widest first; made once a county and state of its roads, which many days share. */
function getReachSurfaces(context: IndicatorContext): readonly (readonly ReachSurface[])[] {
  // an object of the county: parks, settings and speeds are the same wherever it is
  const costs = context.network().costs('drive', 'minutes');
  const surfaces = known.get(costs) ?? createReachSurfaces(context);
  known.set(costs, surfaces);
  return surfaces;
}

function createReachSurfaces(context: IndicatorContext): readonly (readonly ReachSurface[])[] {
  const parks = listDestinations(context.county, 'park').map(({ position }) => position);
  if (parks.length === 0) return [];
  const bands = listReachBands(context.county.settings);
  const network = context.network();
  const reach = computeReach(network, {
    from: parks,
    mode: 'drive',
    metric: 'minutes',
    limits: bands.map(({ minutes }) => minutes),
    direction: 'to',
  });
  return bands.map(({ minutes }) =>
    createReachArea(network, reach, minutes).map((polygon) => {
      const rings = polygon.map((ring) => ring.map((position) => roundPosition(position, 5)));
      return { rings, bbox: bboxOfPositions(rings[0] ?? []) };
    }),
  );
}
