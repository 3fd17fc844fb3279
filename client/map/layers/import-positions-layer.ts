import { pairPositions } from '#client/state/import-shift.ts';
import type { FeatureCollection } from '#core/cartography/features/map-feature.ts';
import type { Palette } from '#core/cartography/palettes.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import type { Overlay } from '../create-style.ts';

const SOURCE = 'import-positions';

/** Points as they were read (hollow), as they are understood (full), and the way between the two. */
export const createImportPositionsLayer = (positions: FeatureCollection | null, palette: Palette): Overlay => ({
  sources: { [SOURCE]: { type: 'geojson', data: drawPositions(positions) } },
  layers: [
    {
      id: 'import-positions-way',
      source: SOURCE,
      type: 'line',
      filter: ['==', ['get', 'as'], 'way'],
      paint: { 'line-color': palette.seal, 'line-width': 1.2 },
    },
    {
      id: 'import-positions-read',
      source: SOURCE,
      type: 'circle',
      filter: ['==', ['get', 'as'], 'read'],
      paint: {
        'circle-radius': 4.5,
        'circle-color': palette.surface,
        'circle-stroke-color': palette.seal,
        'circle-stroke-width': 1.6,
      },
    },
    {
      id: 'import-positions-shifted',
      source: SOURCE,
      type: 'circle',
      filter: ['==', ['get', 'as'], 'shifted'],
      paint: {
        'circle-radius': 4.5,
        'circle-color': palette.primary,
        'circle-stroke-color': palette.halo,
        'circle-stroke-width': 1.2,
      },
    },
  ],
});

/** The points with the ways between them; a point that does not lie on the earth as read is metres of a grid and is not drawn. */
function drawPositions(collection: FeatureCollection | null): GeoJSON.FeatureCollection {
  const point = (as: string, coordinates: LonLat): GeoJSON.Feature => ({
    type: 'Feature',
    properties: { as },
    geometry: { type: 'Point', coordinates: [...coordinates] },
  });
  const isOnEarth = ([lon, lat]: LonLat): boolean => Math.abs(lon) <= 180 && Math.abs(lat) <= 85;
  return {
    type: 'FeatureCollection',
    features: (collection ? pairPositions(collection) : []).flatMap(({ read, shifted }) => {
      const before = read && isOnEarth(read) ? read : null;
      const after = shifted && isOnEarth(shifted) ? shifted : null;
      const way: GeoJSON.Feature[] =
        before && after
          ? [
              {
                type: 'Feature',
                properties: { as: 'way' },
                geometry: { type: 'LineString', coordinates: [[...before], [...after]] },
              },
            ]
          : [];
      return [...way, ...(before ? [point('read', before)] : []), ...(after ? [point('shifted', after)] : [])];
    }),
  };
}
