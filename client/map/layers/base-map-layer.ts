import type { SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { BaseMap } from '#core/api/base-maps.ts';

const SOURCE = 'base-map';

/** What shines through of a base map under shaded areas: enough to know the place, not so much that a class looks like another. */
export const SHADE_OVER_BASE_MAP = 0.62;

/** Ground of vector tiles whose style nobody knows: quiet surfaces and lines. */
const VECTOR_INK = '#8b8f94';
const VECTOR_SURFACE = '#d9dcd6';

/** A base map as the lowest picture of a style. */
export interface BaseMapLayer {
  readonly sources: Readonly<Record<string, SourceSpecification>>;
  readonly layers: StyleSpecification['layers'];
}

/** Source and layers of a base map, or nothing. @param origin of the page: the map's worker has none of its own */
export function createBaseMapLayer(baseMap: BaseMap | null, origin: string): BaseMapLayer {
  if (baseMap === null) return { sources: {}, layers: [] };
  const shared = {
    tiles: baseMap.tiles.map((address) => (baseMap.isRemote ? address : `${origin}${address}`)),
    minzoom: baseMap.minZoom,
    maxzoom: baseMap.maxZoom,
    bounds: baseMap.bounds,
    attribution: baseMap.attribution,
  };
  if (baseMap.kind === 'raster') {
    return {
      sources: { [SOURCE]: { type: 'raster', tileSize: baseMap.tilePixels, ...shared } },
      layers: [{ id: 'base-map', type: 'raster', source: SOURCE }],
    };
  }
  return {
    sources: { [SOURCE]: { type: 'vector', ...shared } },
    layers: baseMap.layers.flatMap((layer) => [
      {
        id: `base-map-${layer}-surfaces`,
        type: 'fill' as const,
        source: SOURCE,
        'source-layer': layer,
        filter: ['==', ['geometry-type'], 'Polygon'] as const,
        paint: { 'fill-color': VECTOR_SURFACE, 'fill-opacity': 0.5 },
      },
      {
        id: `base-map-${layer}-lines`,
        type: 'line' as const,
        source: SOURCE,
        'source-layer': layer,
        filter: ['==', ['geometry-type'], 'LineString'] as const,
        paint: { 'line-color': VECTOR_INK, 'line-width': 0.7 },
      },
    ]) as StyleSpecification['layers'],
  };
}
