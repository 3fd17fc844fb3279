import type { DrawnPoint } from '#client/state/tool-drawing.ts';
import { FONTS } from '#core/cartography/map-scene.ts';
import type { Palette } from '#core/cartography/palettes.ts';
import type { Overlay } from '../create-style.ts';

const SOURCE = 'screen-points';

/** Points that were given to a tool, with their numbers. */
export function createPointsLayer(points: readonly DrawnPoint[], palette: Palette): Overlay {
  return {
    sources: {
      [SOURCE]: {
        type: 'geojson',
        data: {
          type: 'FeatureCollection',
          features: points.map(({ label, position }) => ({
            type: 'Feature',
            properties: { label },
            geometry: { type: 'Point', coordinates: [...position] },
          })),
        },
      },
    },
    layers: [
      {
        id: 'screen-points',
        source: SOURCE,
        type: 'circle',
        paint: {
          'circle-radius': ['case', ['==', ['get', 'label'], ''], 7, 10],
          'circle-color': palette.seal,
          'circle-stroke-width': 2,
          'circle-stroke-color': palette.halo,
        },
      },
      {
        id: 'screen-points-label',
        source: SOURCE,
        type: 'symbol',
        layout: {
          'text-field': ['get', 'label'],
          'text-font': [...FONTS.regular],
          'text-size': 12,
          'text-allow-overlap': true,
          'text-ignore-placement': true,
        },
        paint: { 'text-color': palette.surface },
      },
    ],
  };
}
