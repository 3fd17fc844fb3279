import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { TargetCategory } from '../../county/kinds.ts';
import { HOUSEHOLD_SPACING } from '../features/household-features.ts';
import { createClassLine } from '../legend-lines.ts';
import {
  FONTS,
  type LegendDraft,
  type MapScene,
  mapText,
  matchProperty,
  type StyledLayer,
  sizeByZoom,
  thingText,
} from '../map-scene.ts';
import { CATEGORY_MARKS } from '../symbols/household-symbols.ts';

/** Icon-size at the map's zoom: 0.85 of the spacing of symbols 16 pixels high on a map of 800 pixels. */
const SIZE_AT_ZOOM = (0.85 * HOUSEHOLD_SPACING * 800) / 16;

/** Household symbols with the last digits of their code; `image` chooses the symbol. Their size follows the ground, so that rows stay rows. */
export const createHouseholdLayers = (scene: MapScene, image: ExpressionSpecification): readonly StyledLayer[] => [
  {
    layer: {
      id: 'households',
      type: 'symbol',
      source: 'households',
      layout: {
        'icon-image': image,
        // a little less than their spacing: pixels of a metre double with each zoom
        'icon-size': [
          'interpolate',
          ['exponential', 2],
          ['zoom'],
          scene.zoom - 2,
          SIZE_AT_ZOOM / 4,
          scene.zoom,
          SIZE_AT_ZOOM,
          scene.zoom + 3,
          SIZE_AT_ZOOM * 8,
        ],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
    paper: { millimeters: 5.6, mostShareOfMap: 0.92 * HOUSEHOLD_SPACING, crowding: 'stays' },
  },
];

/** Symbol by how far a household is: hollow, half, struck. */
export const HOUSEHOLD_STATE_IMAGE = matchProperty(
  'state',
  { part: 'household-part', done: 'household-done' },
  'household-open',
);

/** States of a household, hollow to struck. */
export const HOUSEHOLD_STATES = ['open', 'part', 'done'] as const;

/** Legend of household symbols: one line for each value of the property that chooses the symbol. */
export const createHouseholdLegend = (
  scene: MapScene,
  group: {
    readonly id: string;
    readonly title: string;
    readonly property: 'state' | 'income' | 'category';
    readonly lines: readonly { readonly value: string; readonly label: string }[];
  },
): LegendDraft => ({
  title: group.title,
  note: mapText(scene, 'note_schematic_households'),
  layout: 'list',
  entries: group.lines.map(({ value, label }) =>
    createClassLine({
      id: `${group.id}-${value}`,
      label,
      layerIds: ['households'],
      geometry: 'point',
      layer: 'households',
      property: group.property,
      value,
    }),
  ),
});

/** Name and letter of a category of measures. */
export const nameCategory = (scene: MapScene, category: TargetCategory): string =>
  mapText(scene, 'legend_category_line', {
    name: thingText(scene, `category_${category}`),
    letter: CATEGORY_MARKS[category].letter[scene.language],
  });

/** Last digits of household codes under their symbols, where the map is large enough. */
export const createHouseholdCodeLabels = (scene: MapScene): StyledLayer => ({
  layer: {
    id: 'households-label',
    type: 'symbol',
    source: 'households',
    minzoom: scene.zoom + 1.6,
    layout: {
      'text-field': ['get', 'label'],
      'text-font': [...FONTS.regular],
      'text-size': sizeByZoom(scene, 8),
      'text-anchor': 'top',
      'text-offset': [0, 0.7],
    },
    paint: { 'text-color': scene.palette.ink2, 'text-halo-color': scene.palette.halo, 'text-halo-width': 1 },
  },
  paper: { textMillimeters: 1.8, isDigits: true, labelPriority: 10, keepsOffSymbols: true },
});

/** Dots of settlements at village level: where the rows of symbols hang. */
export const createSettlementDots = (scene: MapScene): StyledLayer => ({
  layer: {
    id: 'settlements',
    type: 'circle',
    source: 'settlements',
    paint: {
      'circle-color': scene.palette.surface,
      'circle-radius': sizeByZoom(scene, scene.level === 'village' ? 4 : 2.2),
      'circle-stroke-color': scene.palette.ink2,
      'circle-stroke-width': 1.2,
    },
  },
  paper: { millimetersPerPixel: 0.35 },
});
