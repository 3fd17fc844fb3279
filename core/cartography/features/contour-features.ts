import type { Dem } from '../../county/county-rows.ts';
import { getContourLines } from '../terrain/contours.ts';
import { cropDem } from '../terrain/crop-dem.ts';
import { type FeatureScope, FRAME_PADDING, padBbox } from './feature-scope.ts';
import { createFeature, type MapFeature } from './map-feature.ts';
import { roundPosition } from './round-geometry.ts';

/** Interval of contours in metres by level; a 90 m grid bears no finer ones. */
export const CONTOUR_INTERVAL_METERS = { county: 100, town: 50, village: 50 } as const;

/** Detail by level: a county map shows broad forms, 0.5 mm at 1:75 000. */
const DETAIL = {
  county: { intervalMeters: CONTOUR_INTERVAL_METERS.county, toleranceMeters: 36, shortestCells: 40 },
  town: { intervalMeters: CONTOUR_INTERVAL_METERS.town, toleranceMeters: 12, shortestCells: 8 },
  village: { intervalMeters: CONTOUR_INTERVAL_METERS.village, toleranceMeters: 12, shortestCells: 8 },
} as const;

/** Every fifth contour is an index contour. */
const INDEX_EVERY = 5;

/** Contours in the frame of the area; `index` marks every fifth. */
export function buildContourFeatures(scope: FeatureScope): readonly MapFeature[] {
  const interval = CONTOUR_INTERVAL_METERS[scope.level];
  const dem = findDem(scope);
  if (!dem) return [];
  const decimals = { county: 4, town: 5, village: 6 }[scope.level];
  const features: MapFeature[] = [];
  getContourLines(dem, DETAIL[scope.level]).forEach(({ elevationMeters, line }, i) => {
    features.push(
      createFeature(
        {
          code: `contour-${i}`,
          elevationMeters,
          label: String(elevationMeters),
          index: elevationMeters % (interval * INDEX_EVERY) === 0,
        },
        { type: 'LineString', coordinates: line.map((position) => roundPosition(position, decimals)) },
      ),
    );
  });
  return features;
}

/** The county's DEM, below the county only what the frame shows; null without one. */
function findDem({ county: { dem }, level, area }: FeatureScope): Dem | null {
  if (!dem || level === 'county') return dem;
  const byArea = crops.get(dem) ?? new Map<string, Dem | null>();
  crops.set(dem, byArea);
  const known = byArea.get(area.code);
  if (known !== undefined) return known;
  if (byArea.size >= MOST_CROPS) byArea.clear();
  const crop = cropDem(dem, padBbox(area.bbox, FRAME_PADDING));
  byArea.set(area.code, crop);
  return crop;
}

/** Crops of the areas drawn last, so that the contours of an area's four maps are traced once. */
const crops = new WeakMap<Dem, Map<string, Dem | null>>();
const MOST_CROPS = 8;
