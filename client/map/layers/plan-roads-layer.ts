import type { listPlannedRoads } from '#client/state/plan-drawing.ts';
import type { FeatureCollection } from '#core/cartography/features/map-feature.ts';
import { FONTS } from '#core/cartography/map-scene.ts';
import type { Palette } from '#core/cartography/palettes.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import type { Overlay } from '../create-style.ts';

const ALL = 'plan-segments';
const BUILT = 'plan-built';
/** Segments that a click can choose. */
export const PLAN_SEGMENTS_LAYER = 'plan-segments-reach';

interface PlanRoads {
  readonly planned: ReturnType<typeof listPlannedRoads>;
  /** Every segment of the county; undefined while none is chosen or planned. */
  readonly segments: FeatureCollection | undefined;
  /** The road that is being drawn. */
  readonly sketch: readonly LonLat[];
  /** Segments can be chosen now: all of them are shown. */
  readonly isChoosing: boolean;
}

/** Segments that the plan hardens with their year, roads that it builds, the road that is being drawn. */
export function createPlanRoadsLayer(roads: PlanRoads, palette: Palette): Overlay {
  const years = [...roads.planned.hardened].flatMap(([code, year]) => [code, String(year)]);
  const year = years.length === 0 ? '' : ['match', ['get', 'code'], ...years, ''];
  const line = { 'line-join': 'round', 'line-cap': 'round' } as const;
  const isHardened = ['in', ['get', 'code'], ['literal', [...roads.planned.hardened.keys()]]];
  return {
    sources: {
      [ALL]: { type: 'geojson', data: toGeoJson(roads.segments), promoteId: 'code' },
      [BUILT]: { type: 'geojson', data: drawBuilt(roads) },
    },
    layers: [
      {
        id: PLAN_SEGMENTS_LAYER,
        source: ALL,
        type: 'line',
        layout: { ...line, visibility: roads.isChoosing ? 'visible' : 'none' },
        paint: { 'line-color': palette.primary, 'line-width': 2, 'line-opacity': 0.35 },
      },
      {
        id: 'plan-hardened-case',
        source: ALL,
        type: 'line',
        filter: isHardened,
        layout: line,
        paint: { 'line-color': palette.halo, 'line-width': 7 },
      },
      {
        id: 'plan-hardened',
        source: ALL,
        type: 'line',
        filter: isHardened,
        layout: line,
        paint: { 'line-color': palette.categorySecurity, 'line-width': 4 },
      },
      {
        id: 'plan-built',
        source: BUILT,
        type: 'line',
        layout: { 'line-join': 'round' },
        paint: { 'line-color': palette.seal, 'line-width': 3.5, 'line-dasharray': [2, 1] },
      },
      createYears('plan-hardened-year', ALL, { field: year, filter: isHardened }, palette),
      createYears('plan-built-year', BUILT, { field: ['get', 'year'], filter: true }, palette),
    ] as Overlay['layers'],
  };
}

const createYears = (
  id: string,
  source: string,
  { field, filter }: { readonly field: unknown; readonly filter: unknown },
  palette: Palette,
) => ({
  id,
  source,
  type: 'symbol',
  filter,
  layout: {
    'symbol-placement': 'line-center',
    'text-field': field,
    'text-font': [...FONTS.regular],
    'text-size': 12,
    'text-offset': [0, -0.9],
  },
  paint: { 'text-color': palette.ink, 'text-halo-color': palette.halo, 'text-halo-width': 1.6 },
});

const toGeoJson = (collection: FeatureCollection | undefined): GeoJSON.FeatureCollection =>
  (collection ?? { type: 'FeatureCollection', features: [] }) as unknown as GeoJSON.FeatureCollection;

function drawBuilt({ planned, sketch }: PlanRoads): GeoJSON.FeatureCollection {
  const lines = [
    ...planned.built.map(({ code, year, line }) => ({ code, year: String(year), line })),
    ...(sketch.length > 1 ? [{ code: 'sketch', year: '', line: sketch }] : []),
  ];
  const points = sketch.length === 1 ? sketch : [];
  return {
    type: 'FeatureCollection',
    features: [
      ...lines.map(
        ({ code, year, line }): GeoJSON.Feature => ({
          type: 'Feature',
          properties: { code, year },
          geometry: { type: 'LineString', coordinates: line.map((position) => [...position]) },
        }),
      ),
      // a single point is drawn as the shortest line there is, so that the first click is seen
      ...points.map(
        (position): GeoJSON.Feature => ({
          type: 'Feature',
          properties: { code: 'sketch', year: '' },
          geometry: { type: 'LineString', coordinates: [[...position], [position[0] + 0.0002, position[1]]] },
        }),
      ),
    ],
  };
}
