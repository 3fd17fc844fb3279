import type { RefusingArea } from '#client/state/use-refusing-area.ts';
import { FONTS } from '#core/cartography/map-scene.ts';
import type { Palette } from '#core/cartography/palettes.ts';

const IS_AREA = ['==', ['get', 'kind'], 'refusing_area'];

/** The area that keeps a site from a place: tinted, outlined, named; layers over a source that holds it among other things. */
export const createRefusingAreaLayers = (source: string, palette: Palette) => [
  {
    id: `${source}-refusing-area`,
    source,
    type: 'fill',
    filter: IS_AREA,
    paint: { 'fill-color': palette.lightRed, 'fill-opacity': 0.22 },
  },
  {
    id: `${source}-refusing-edge`,
    source,
    type: 'line',
    filter: IS_AREA,
    layout: { 'line-join': 'round' },
    paint: { 'line-color': palette.lightRed, 'line-width': 2.5 },
  },
  {
    id: `${source}-refusing-name`,
    source,
    type: 'symbol',
    filter: IS_AREA,
    layout: {
      'symbol-placement': 'line',
      'text-field': ['get', 'label'],
      'text-font': [...FONTS.regular],
      'text-size': 12,
      'text-offset': [0, -0.9],
    },
    paint: { 'text-color': palette.lightRed, 'text-halo-color': palette.halo, 'text-halo-width': 1.8 },
  },
];

/** The area as features. */
export const drawRefusingArea = (area: RefusingArea | null): readonly GeoJSON.Feature[] =>
  area
    ? [
        {
          type: 'Feature',
          properties: { kind: 'refusing_area', label: area.label },
          // the map reads and never changes it
          geometry: area.geometry as unknown as GeoJSON.Geometry,
        },
      ]
    : [];
