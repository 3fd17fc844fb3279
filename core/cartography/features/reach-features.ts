import { contours as createContours } from 'd3-contour';
import { PARK_KINDS_COUNTED_AS_PARK } from '../../county/kinds.ts';
import { createLocalMetric } from '../../geo/local-metric.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import { metersToKilometers } from '../../units.ts';
import { type FeatureScope, FRAME_PADDING, padBbox } from './feature-scope.ts';
import { createFeature, type MapFeature } from './map-feature.ts';
import { roundPosition } from './round-geometry.ts';

/** Cells along the longer side of the frame. */
const GRID_CELLS = 220;

/**
 * Bands around the parks within the two widest straight limits of the county's settings, as surfaces without overlap of their own: `band`
 * near or far. The far one comes first.
 */
export function buildReachFeatures(scope: FeatureScope): readonly MapFeature[] {
  const parks = scope.county.parks.filter(({ kind }) => PARK_KINDS_COUNTED_AS_PARK.includes(kind));
  const limits = [...scope.county.settings.reachMeters].sort((a, b) => b - a).slice(0, 2);
  if (parks.length === 0) return [];
  const field = measureDistances(
    scope,
    parks.map(({ accessPoint }) => accessPoint),
  );
  return limits.flatMap((limit, i) => {
    const { coordinates } = createContours().size([field.columns, field.rows]).contour(field.nearness, -limit);
    if (coordinates.length === 0) return [];
    return [
      createFeature(
        {
          code: `reach-${limit}`,
          limitMeters: limit,
          label: `${metersToKilometers(limit)} km`,
          band: i === 0 ? 'far' : 'near',
        },
        {
          type: 'MultiPolygon',
          coordinates: coordinates.map((rings) =>
            rings.map((ring) => ring.map(([x = 0, y = 0]) => roundPosition(field.toLonLat(x, y), 5))),
          ),
        },
      ),
    ];
  });
}

/** Negative metres to the nearest place at the centre of each cell of a grid over the frame. */
function measureDistances(scope: FeatureScope, places: readonly LonLat[]) {
  const [west, south, east, north] = padBbox(scope.area.bbox, FRAME_PADDING);
  const metric = createLocalMetric([(west + east) / 2, (south + north) / 2]);
  const cell = Math.max(east - west, north - south) / GRID_CELLS;
  const columns = Math.ceil((east - west) / cell);
  const rows = Math.ceil((north - south) / cell);
  const points = places.map((place) => metric.toPlane(place));
  const nearness = new Array<number>(columns * rows);
  const toLonLat = (x: number, y: number): LonLat => [west + x * cell, north - y * cell];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [x, y] = metric.toPlane(toLonLat(column + 0.5, row + 0.5));
      let nearest = Infinity;
      for (const [px, py] of points) nearest = Math.min(nearest, (px - x) ** 2 + (py - y) ** 2);
      nearness[row * columns + column] = -Math.sqrt(nearest);
    }
  }
  return { columns, rows, nearness, toLonLat };
}
