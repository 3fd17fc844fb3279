import type { Palette } from '#core/cartography/palettes.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import type { Overlay } from '../create-style.ts';

const SOURCE = 'screen-rows';

/** A row behind a figure that has a place. */
export interface RowPlace {
  readonly code: string;
  readonly position: LonLat;
  readonly counts: boolean;
}

/** The rows behind the open figure: a full dot counts, a hollow one is excluded. */
export function createRowsLayer(rows: readonly RowPlace[], palette: Palette): Overlay {
  return {
    sources: {
      [SOURCE]: {
        type: 'geojson',
        data: {
          type: 'FeatureCollection',
          features: rows.map(({ code, position, counts }) => ({
            type: 'Feature',
            properties: { code, counts },
            geometry: { type: 'Point', coordinates: [...position] },
          })),
        },
      },
    },
    layers: [
      {
        id: 'screen-rows',
        source: SOURCE,
        type: 'circle',
        paint: {
          'circle-radius': 4.5,
          'circle-color': ['case', ['get', 'counts'], palette.primary, palette.surface],
          'circle-stroke-width': 1.5,
          'circle-stroke-color': ['case', ['get', 'counts'], palette.halo, palette.primary],
        },
      },
    ],
  };
}
