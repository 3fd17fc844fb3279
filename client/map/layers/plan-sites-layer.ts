import type { DrawnPlaced, DrawnSite } from '#client/state/plan-drawing.ts';
import type { PlanPlace } from '#client/state/use-plan-places.ts';
import { FONTS } from '#core/cartography/map-scene.ts';
import type { Palette } from '#core/cartography/palettes.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import type { Overlay } from '../create-style.ts';

/** Sites that the pointer can take. */
export const PLAN_SITES_LAYER = 'plan-sites';
/** Settlements that a click can choose. */
export const PLAN_SETTLEMENTS_LAYER = 'plan-settlements';
const PLACED = 'plan-placed';

interface PlanPoints {
  readonly sites: readonly DrawnSite[];
  readonly placed: readonly DrawnPlaced[];
  /** Settlements with households to be moved. */
  readonly settlements: readonly PlanPlace[];
  readonly selectedSite: string | null;
  readonly selectedSettlement: string | null;
}

/** Settlements as dots by their relocation households, sites as squares with load, parks and services that the plan placed. */
export function createPlanSitesLayer(points: PlanPoints, palette: Palette): Overlay {
  const selected = ['==', ['get', 'code'], points.selectedSite ?? points.selectedSettlement ?? ''];
  const color = ['match', ['get', 'state'], 'planned', palette.seal, 'closed', palette.lightGrey, palette.ink];
  return {
    sources: {
      [PLAN_SETTLEMENTS_LAYER]: { type: 'geojson', data: drawSettlements(points.settlements) },
      [PLAN_SITES_LAYER]: { type: 'geojson', data: drawSites(points.sites) },
      [PLACED]: { type: 'geojson', data: drawPlaced(points.placed) },
    },
    layers: [
      {
        id: PLAN_SETTLEMENTS_LAYER,
        source: PLAN_SETTLEMENTS_LAYER,
        type: 'circle',
        paint: {
          'circle-radius': [
            'interpolate',
            ['linear'],
            ['zoom'],
            9,
            ['get', 'radius'],
            13,
            ['*', 2.5, ['get', 'radius']],
          ],
          'circle-color': palette.flow3,
          'circle-stroke-width': ['case', selected, 3, 0.8],
          'circle-stroke-color': ['case', selected, palette.seal, palette.flow1],
        },
      },
      {
        id: 'plan-placed',
        source: PLACED,
        type: 'circle',
        paint: {
          'circle-radius': 7,
          'circle-color': palette.surface,
          'circle-stroke-width': 3,
          'circle-stroke-color': ['match', ['get', 'kind'], 'park', palette.categoryIndustry, palette.primary],
        },
      },
      {
        id: PLAN_SITES_LAYER,
        source: PLAN_SITES_LAYER,
        type: 'circle',
        paint: {
          'circle-radius': ['case', selected, 10, 7],
          'circle-color': color,
          'circle-stroke-width': ['case', selected, 3.5, 2],
          'circle-stroke-color': palette.halo,
        },
      },
      {
        id: 'plan-sites-ring',
        source: PLAN_SITES_LAYER,
        type: 'circle',
        filter: selected,
        paint: {
          'circle-radius': 14,
          'circle-opacity': 0,
          'circle-stroke-width': 2,
          'circle-stroke-color': palette.seal,
        },
      },
      createNames('plan-sites-name', PLAN_SITES_LAYER, palette, selected),
      createNames('plan-placed-name', PLACED, palette, false),
    ] as Overlay['layers'],
  };
}

const createNames = (id: string, source: string, palette: Palette, selected: unknown) => ({
  id,
  source,
  type: 'symbol',
  layout: {
    'text-field': ['get', 'written'],
    'text-font': [...FONTS.regular],
    'text-size': 12,
    'text-offset': [0, 1.1],
    'text-anchor': 'top',
    'text-optional': true,
    'symbol-sort-key': ['case', selected, 0, 1],
  },
  paint: {
    'text-color': ['case', ['==', ['get', 'over'], true], palette.lightRed, palette.ink],
    'text-halo-color': palette.halo,
    'text-halo-width': 1.6,
  },
});

const drawPoint = (position: LonLat, properties: GeoJSON.GeoJsonProperties): GeoJSON.Feature => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: [...position] },
});

const drawSites = (sites: readonly DrawnSite[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features: sites.map(({ code, label, position, load, state, isOver }) =>
    drawPoint(position, { code, label, state, over: isOver, written: `${label}\n${load}` }),
  ),
});

const drawPlaced = (placed: readonly DrawnPlaced[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features: placed.map(({ code, label, position, kind }) =>
    drawPoint(position, { code, kind, written: label, over: false }),
  ),
});

/** Area by households. */
const RADIUS_OF_ONE = 0.9;

const drawSettlements = (settlements: readonly PlanPlace[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features: settlements.map(({ code, label, position, facts }) =>
    drawPoint(position, { code, label, radius: RADIUS_OF_ONE * Math.sqrt(Number(facts.relocationHouseholds)) }),
  ),
});
