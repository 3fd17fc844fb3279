import type { Spotlight } from '#client/state/map-store.ts';
import type { Palette } from '#core/cartography/palettes.ts';
import type { Overlay } from '../create-style.ts';

const SOURCE = 'screen-spotlight';

/** A ring around the place that a list points at. */
export function createSpotlightLayer(spotlight: Spotlight | null, palette: Palette): Overlay {
  return {
    sources: {
      [SOURCE]: {
        type: 'geojson',
        data: {
          type: 'FeatureCollection',
          features: spotlight
            ? [
                {
                  type: 'Feature',
                  properties: { code: spotlight.code },
                  geometry: { type: 'Point', coordinates: [...spotlight.position] },
                },
              ]
            : [],
        },
      },
    },
    layers: [
      {
        id: 'screen-spotlight-halo',
        source: SOURCE,
        type: 'circle',
        paint: {
          'circle-radius': 15,
          'circle-opacity': 0,
          'circle-stroke-width': 6,
          'circle-stroke-color': palette.halo,
        },
      },
      {
        id: 'screen-spotlight',
        source: SOURCE,
        type: 'circle',
        paint: {
          'circle-radius': 15,
          'circle-opacity': 0,
          'circle-stroke-width': 3,
          'circle-stroke-color': palette.seal,
        },
      },
    ],
  };
}
