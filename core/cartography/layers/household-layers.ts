import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import { FONTS, type MapScene, type StyledLayer, sizeByZoom } from '../map-scene.ts';

/** Household symbols with the last digits of their code; `image` chooses the symbol. Their size follows the ground, so that rows stay rows. */
export const createHouseholdLayers = (image: ExpressionSpecification): readonly StyledLayer[] => [
  {
    layer: {
      id: 'households',
      type: 'symbol',
      source: 'households',
      layout: {
        'icon-image': image,
        // 16 px symbols, 22 m apart: metres of a pixel halve with each zoom
        'icon-size': ['interpolate', ['exponential', 2], ['zoom'], 12, 0.12, 15, 0.62, 17, 2.4],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
    paper: { millimeters: 3.4 },
  },
];

/** Last digits of household codes under their symbols, where the map is large enough. */
export const createHouseholdCodeLabels = (scene: MapScene): StyledLayer => ({
  layer: {
    id: 'households-label',
    type: 'symbol',
    source: 'households',
    minzoom: 15.5,
    layout: {
      'text-field': ['get', 'label'],
      'text-font': [...FONTS.regular],
      'text-size': sizeByZoom(scene, 8),
      'text-anchor': 'top',
      'text-offset': [0, 0.7],
    },
    paint: { 'text-color': scene.palette.ink2, 'text-halo-color': scene.palette.halo, 'text-halo-width': 1 },
  },
  paper: { textMillimeters: 1.8, labelPriority: 10 },
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
