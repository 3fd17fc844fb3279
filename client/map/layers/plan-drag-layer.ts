import type { DrawnFlow, DrawnTie } from '#client/state/plan-drawing.ts';
import type { RefusingArea } from '#client/state/use-refusing-area.ts';
import { FONTS } from '#core/cartography/map-scene.ts';
import type { Palette } from '#core/cartography/palettes.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import type { Overlay } from '../create-style.ts';
import { drawFlowLines, FLOW_WIDTH } from './plan-flows-layer.ts';
import { createRefusingAreaLayers, drawRefusingArea } from './refusing-area-layer.ts';

/** Source of what is in hand: replaced in every frame, apart from all else. */
export const PLAN_DRAG_SOURCE = 'plan-drag';

/** What moves with a site in hand. */
export interface DragDrawing {
  readonly position: LonLat | null;
  readonly label: string;
  /** A forbidding rule keeps it from where it is. */
  readonly isRefused: boolean;
  readonly flows: readonly DrawnFlow[];
  readonly ties: readonly DrawnTie[];
  /** The area whose rule keeps the site from where it is. */
  readonly area: RefusingArea | null;
}

const IS_REFUSED = ['==', ['get', 'refused'], true];
const is = (kind: string) => ['==', ['get', 'kind'], kind];

/** The site in hand, those who would go there, lines to what it is near to. */
export function createPlanDragLayer(drawing: DragDrawing, palette: Palette): Overlay {
  const tieColor = ['match', ['get', 'tie'], 'near', palette.lightGreen, 'nearest_ok', palette.seal, palette.lightGrey];
  return {
    sources: { [PLAN_DRAG_SOURCE]: { type: 'geojson', data: drawDrag(drawing) } },
    layers: [
      ...createRefusingAreaLayers(PLAN_DRAG_SOURCE, palette),
      {
        id: 'plan-drag-flows',
        source: PLAN_DRAG_SOURCE,
        type: 'line',
        filter: ['has', 'households'],
        layout: { 'line-cap': 'round' },
        paint: { 'line-color': palette.flow1, 'line-width': FLOW_WIDTH, 'line-opacity': 0.85 },
      },
      {
        id: 'plan-drag-ties',
        source: PLAN_DRAG_SOURCE,
        type: 'line',
        filter: is('tie'),
        paint: { 'line-color': tieColor, 'line-width': 2.5, 'line-dasharray': [3, 2] },
      },
      {
        id: 'plan-drag-tie-names',
        source: PLAN_DRAG_SOURCE,
        type: 'symbol',
        filter: ['all', is('tie'), ['!=', ['get', 'tie'], 'nearest_ok']],
        layout: {
          'symbol-placement': 'line-center',
          'text-field': ['get', 'label'],
          'text-font': [...FONTS.regular],
          'text-size': 12,
          'text-allow-overlap': true,
          'text-offset': [0, -0.9],
        },
        paint: { 'text-color': palette.ink, 'text-halo-color': palette.halo, 'text-halo-width': 1.8 },
      },
      ...createNearestLayers(palette),
      ...createHeldSiteLayers(palette),
    ] as Overlay['layers'],
  };
}

/** The nearest place that passes. */
const createNearestLayers = (palette: Palette) => [
  {
    id: 'plan-drag-nearest',
    source: PLAN_DRAG_SOURCE,
    type: 'circle',
    filter: is('nearest'),
    paint: {
      'circle-radius': 8,
      'circle-color': palette.lightGreen,
      'circle-stroke-width': 3,
      'circle-stroke-color': palette.halo,
    },
  },
  {
    id: 'plan-drag-nearest-name',
    source: PLAN_DRAG_SOURCE,
    type: 'symbol',
    filter: is('nearest'),
    layout: {
      'text-field': ['get', 'label'],
      'text-font': [...FONTS.regular],
      'text-size': 12,
      'text-offset': [0, -1.1],
      'text-anchor': 'bottom',
      'text-allow-overlap': true,
    },
    paint: { 'text-color': palette.ink, 'text-halo-color': palette.halo, 'text-halo-width': 1.8 },
  },
];

/** The site in hand with its name, crossed out where it is refused. */
const createHeldSiteLayers = (palette: Palette) => [
  {
    id: 'plan-drag-site',
    source: PLAN_DRAG_SOURCE,
    type: 'circle',
    filter: is('site'),
    paint: {
      'circle-radius': ['case', IS_REFUSED, 13, 11],
      'circle-color': ['case', IS_REFUSED, palette.halo, palette.seal],
      'circle-stroke-width': ['case', IS_REFUSED, 4, 3.5],
      'circle-stroke-color': ['case', IS_REFUSED, palette.lightRed, palette.halo],
    },
  },
  {
    id: 'plan-drag-cross',
    source: PLAN_DRAG_SOURCE,
    type: 'symbol',
    filter: IS_REFUSED,
    layout: { 'text-field': '✕', 'text-font': [...FONTS.regular], 'text-size': 18, 'text-allow-overlap': true },
    paint: { 'text-color': palette.lightRed },
  },
  {
    id: 'plan-drag-name',
    source: PLAN_DRAG_SOURCE,
    type: 'symbol',
    filter: is('site'),
    layout: {
      'text-field': ['get', 'label'],
      'text-font': [...FONTS.regular],
      'text-size': 14,
      'text-offset': [0, 1.2],
      'text-anchor': 'top',
      'text-allow-overlap': true,
    },
    paint: { 'text-color': palette.seal, 'text-halo-color': palette.halo, 'text-halo-width': 2 },
  },
];

/** What is in hand as GeoJSON. */
export function drawDrag({ position, label, isRefused, flows, ties, area }: DragDrawing): GeoJSON.FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: [
      ...drawRefusingArea(area),
      ...drawFlowLines(flows).features,
      ...ties.map(
        ({ kind, line, label: written }): GeoJSON.Feature => ({
          type: 'Feature',
          properties: { kind: 'tie', tie: kind, label: written },
          geometry: { type: 'LineString', coordinates: line.map((end) => [...end]) },
        }),
      ),
      ...ties
        .filter(({ kind }) => kind === 'nearest_ok')
        .map(
          ({ line: [, end], label: written }): GeoJSON.Feature => ({
            type: 'Feature',
            properties: { kind: 'nearest', label: written },
            geometry: { type: 'Point', coordinates: [...end] },
          }),
        ),
      ...(position
        ? [
            {
              type: 'Feature',
              properties: { kind: 'site', label, refused: isRefused },
              geometry: { type: 'Point', coordinates: [...position] },
            } satisfies GeoJSON.Feature,
          ]
        : []),
    ],
  };
}
