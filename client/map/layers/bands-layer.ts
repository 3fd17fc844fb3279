import type { DrawnBand } from '#client/state/tool-drawing.ts';
import { FONTS } from '#core/cartography/map-scene.ts';
import type { Palette } from '#core/cartography/palettes.ts';
import type { Overlay } from '../create-style.ts';

const SOURCE = 'screen-bands';
/** The smaller the limit, the fuller the surface; what lies within several is painted over several times. */
const OPACITY = 0.22;
/** Outlines differ in width too, so that bands are told apart without colour. */
const LINE_WIDTHS = [2, 1.2, 0.6];

/** Surfaces that are reached, under the marks and names of the map; each outline says its limit. */
export function createBandsLayer(bands: readonly DrawnBand[], palette: Palette): Overlay {
  return {
    level: 'surfaces',
    sources: {
      [SOURCE]: {
        type: 'geojson',
        data: {
          type: 'FeatureCollection',
          features: bands.map(({ label, rank, coordinates }) => ({
            type: 'Feature',
            properties: { label, width: LINE_WIDTHS[rank] ?? 1 },
            geometry: {
              type: 'MultiPolygon',
              coordinates: coordinates.map((polygon) => polygon.map((ring) => ring.map((position) => [...position]))),
            },
          })),
        },
      },
    },
    layers: [
      {
        id: 'screen-bands',
        source: SOURCE,
        type: 'fill',
        paint: { 'fill-color': palette.primary, 'fill-opacity': OPACITY },
      },
      {
        id: 'screen-bands-outline',
        source: SOURCE,
        type: 'line',
        layout: { 'line-join': 'round' },
        paint: { 'line-color': palette.primary, 'line-width': ['get', 'width'] },
      },
    ],
  };
}

/** The limits along the outlines, over the map. */
export function createBandNamesLayer(palette: Palette): Overlay {
  return {
    sources: {},
    layers: [
      {
        id: 'screen-bands-label',
        source: SOURCE,
        type: 'symbol',
        layout: {
          'symbol-placement': 'line',
          'symbol-spacing': 300,
          // Outlines along roads wind: a steeper turn than usual is still readable at this size.
          'text-max-angle': 70,
          'text-field': ['get', 'label'],
          'text-font': [...FONTS.regular],
          'text-size': 12,
        },
        paint: { 'text-color': palette.primary, 'text-halo-color': palette.halo, 'text-halo-width': 1.6 },
      },
    ],
  };
}
