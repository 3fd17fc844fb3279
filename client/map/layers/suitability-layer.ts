import type { RefusingArea } from '#client/state/use-refusing-area.ts';
import type { SuitabilityGrid } from '#core/api/suitability.ts';
import { FONTS } from '#core/cartography/map-scene.ts';
import type { Palette } from '#core/cartography/palettes.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import type { Overlay } from '../create-style.ts';
import { createRefusingAreaLayers, drawRefusingArea } from './refusing-area-layer.ts';

const PICTURE = 'suitability-picture';
const PLACE = 'suitability-place';

/** The county's picture: one colour a class, under every mark and name. */
export function createSuitabilityLayer(grid: SuitabilityGrid, opacity: number): Overlay {
  const [northWest, northEast, southEast, southWest] = grid.corners;
  const coordinates = [northWest, northEast, southEast, southWest] as [LonLat, LonLat, LonLat, LonLat];
  return {
    level: 'surfaces',
    sources: {
      [PICTURE]: {
        type: 'image',
        url: new URL(grid.imageUrl, globalThis.location.origin).href,
        coordinates: coordinates.map(([lon, lat]) => [lon, lat]) as [
          [number, number],
          [number, number],
          [number, number],
          [number, number],
        ],
      },
    },
    layers: [
      {
        id: PICTURE,
        source: PICTURE,
        type: 'raster',
        paint: { 'raster-opacity': opacity, 'raster-resampling': 'nearest', 'raster-fade-duration': 0 },
      },
    ],
  };
}

interface AskedPlace {
  readonly position: LonLat;
  /** The nearest place that passes, with how far it is. */
  readonly nearest: { readonly position: LonLat; readonly label: string } | null;
  /** The area whose rule refuses it. */
  readonly area: RefusingArea | null;
}

/** The place that was asked about, and a line to the nearest one that passes. */
export function createAskedPlaceLayer(place: AskedPlace | null, palette: Palette): Overlay {
  return {
    sources: { [PLACE]: { type: 'geojson', data: drawPlace(place) } },
    layers: [
      ...createRefusingAreaLayers(PLACE, palette),
      {
        id: 'suitability-nearest-line',
        source: PLACE,
        type: 'line',
        filter: ['==', ['get', 'kind'], 'line'],
        paint: { 'line-color': palette.ink, 'line-width': 2.5, 'line-dasharray': [3, 2] },
      },
      {
        id: 'suitability-nearest-name',
        source: PLACE,
        type: 'symbol',
        filter: ['==', ['get', 'kind'], 'nearest'],
        layout: {
          'text-field': ['get', 'label'],
          'text-font': [...FONTS.regular],
          'text-size': 12,
          'text-offset': [0, 1.1],
          'text-anchor': 'top',
          'text-allow-overlap': true,
        },
        paint: { 'text-color': palette.ink, 'text-halo-color': palette.halo, 'text-halo-width': 2 },
      },
      {
        id: 'suitability-place',
        source: PLACE,
        type: 'circle',
        filter: ['in', ['get', 'kind'], ['literal', ['place', 'nearest']]],
        paint: {
          'circle-radius': ['match', ['get', 'kind'], 'place', 8, 6],
          'circle-color': ['match', ['get', 'kind'], 'place', palette.seal, palette.lightGreen],
          'circle-stroke-width': 3,
          'circle-stroke-color': palette.halo,
        },
      },
    ] as Overlay['layers'],
  };
}

function drawPlace(place: AskedPlace | null): GeoJSON.FeatureCollection {
  if (!place) return { type: 'FeatureCollection', features: [] };
  const point = (kind: string, [lon, lat]: LonLat, label = ''): GeoJSON.Feature => ({
    type: 'Feature',
    properties: { kind, label },
    geometry: { type: 'Point', coordinates: [lon, lat] },
  });
  const { position, nearest, area } = place;
  const features = [...drawRefusingArea(area), point('place', position)];
  if (nearest) {
    const line = [[...position], [...nearest.position]];
    features.unshift({
      type: 'Feature',
      properties: { kind: 'line' },
      geometry: { type: 'LineString', coordinates: line },
    });
    features.push(point('nearest', nearest.position, nearest.label));
  }
  return { type: 'FeatureCollection', features };
}
