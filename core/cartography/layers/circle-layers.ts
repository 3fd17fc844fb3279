import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import { getCircleScale, listCircleSizes } from '../circle-scale.ts';
import { createLegendLine } from '../legend-lines.ts';
import {
  FONTS,
  type LegendDraft,
  type MapScene,
  mapText,
  matchProperty,
  type StyledLayer,
  sizeByZoom,
  whereAll,
  whereEquals,
  wordOf,
} from '../map-scene.ts';
import { CATEGORY_MARKS } from '../symbols/household-symbols.ts';

/** Least radius in pixels of a circle that takes a letter. */
const LETTER_RADIUS = 6;

/** Millimetres for a pixel of radius on the wall sheet. */
const CIRCLE_PAPER = { millimetersPerPixel: 0.62 } as const;

/** Area proportional to a count of households: radius by its square root. */
const radiusOf = (scene: MapScene, property: string): ExpressionSpecification =>
  sizeByZoom(scene, [
    '*',
    Math.round(getCircleScale(scene.county, scene.level) * 1000) / 1000,
    ['sqrt', ['get', property]],
  ]);

/** Which features carry circles: one per village at county level, one per settlement below. */
export const circleSource = (scene: MapScene): 'seats' | 'settlements' =>
  scene.level === 'county' ? 'seats' : 'settlements';

/**
 * Circles of target households. The outer circle stands for all of them; the core for those that are not to be relocated, so that the ring
 * between the two is proportional to the relocation households. `colored` cores take the colour of the leading category and its letter.
 */
export function createCircleLayers(scene: MapScene, options: { readonly colored: boolean }): readonly StyledLayer[] {
  const { palette } = scene;
  const source = circleSource(scene);
  const shown = whereAll(
    ['>', ['get', 'targetHouseholds'], 0],
    ...(source === 'seats' ? [whereEquals('level', scene.unitLevel)] : []),
  );
  const byCategory = matchProperty(
    'category',
    Object.fromEntries(Object.entries(CATEGORY_MARKS).map(([category, { token }]) => [category, palette[token]])),
    palette.lightGrey,
  );
  const layers: StyledLayer[] = [
    {
      layer: {
        id: 'targets-ring',
        type: 'circle',
        source,
        filter: shown,
        layout: { 'circle-sort-key': ['-', 0, ['get', 'targetHouseholds']] },
        paint: {
          'circle-color': palette.settlement,
          'circle-radius': radiusOf(scene, 'targetHouseholds'),
          'circle-stroke-color': palette.ring,
          'circle-stroke-width': 1.1,
        },
      },
      paper: CIRCLE_PAPER,
    },
    {
      layer: {
        id: 'targets-core',
        type: 'circle',
        source,
        filter: whereAll(shown, ['>', ['get', 'otherHouseholds'], 0]),
        layout: { 'circle-sort-key': ['-', 0, ['get', 'targetHouseholds']] },
        paint: {
          'circle-color': options.colored ? byCategory : palette.targetCircle,
          'circle-radius': radiusOf(scene, 'otherHouseholds'),
          'circle-stroke-color': palette.settlement,
          'circle-stroke-width': 0.8,
        },
      },
      paper: CIRCLE_PAPER,
    },
  ];
  return options.colored ? [...layers, createLetterLayer(scene, shown)] : layers;
}

/** The category's letter in the middle of its circle, where there is room for it. */
const createLetterLayer = (scene: MapScene, shown: ExpressionSpecification): StyledLayer => ({
  layer: {
    id: 'targets-category-label',
    type: 'symbol',
    source: 'settlements',
    filter: whereAll(shown, [
      '>=',
      ['get', 'otherHouseholds'],
      (LETTER_RADIUS / getCircleScale(scene.county, scene.level)) ** 2,
    ]),
    layout: {
      'text-field': matchProperty(
        'category',
        Object.fromEntries(
          Object.entries(CATEGORY_MARKS).map(([category, { letter }]) => [category, letter[scene.language]]),
        ),
        '',
      ),
      'text-font': [...FONTS.bold],
      'text-size': 9,
      'text-allow-overlap': true,
      'text-ignore-placement': true,
    },
    paint: { 'text-color': scene.palette.settlement },
  },
  paper: { textMillimeters: 2.8, labelPriority: 100 },
});

/** Share of a sample's households that its core stands for. */
const CORE_SHARE = 0.4;

/** Legend of what a circle is made of: core and ring; where cores have the colours of categories, these say so. */
export function createCircleCoreLegend(scene: MapScene): LegendDraft {
  const [largest = 1] = [...listCircleSizes(scene.county, scene.level)].sort((a, b) => b - a);
  return {
    title: mapText(scene, 'legend_circle_parts'),
    note: null,
    layout: 'list',
    entries: [
      createLegendLine({
        id: 'circle-core',
        label: mapText(scene, 'legend_circle_core'),
        layerIds: ['targets-ring', 'targets-core'],
        geometry: 'point',
        properties: { targetHouseholds: largest, otherHouseholds: CORE_SHARE * largest },
      }),
    ],
  };
}

/** Legend of the circles: three nested circles and the ring. */
export const createCircleLegend = (scene: MapScene): LegendDraft => ({
  title: mapText(scene, 'legend_circle', { target: wordOf(scene, 'target_household') }),
  note: mapText(scene, 'legend_circle_note', { relocation: wordOf(scene, 'relocation_household') }),
  layout: 'nested_circles',
  entries: listCircleSizes(scene.county, scene.level).map((count) =>
    createLegendLine({
      id: `circle-${count}`,
      label: mapText(scene, 'legend_circle_count', { count }),
      layerIds: ['targets-ring'],
      geometry: 'point',
      properties: { targetHouseholds: count, otherHouseholds: 0 },
    }),
  ),
});
