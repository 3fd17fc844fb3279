import type { MapGeoJSONFeature, Map as MapLibre } from 'maplibre-gl';
import type { MapDefinition } from '#core/cartography/map-definition.ts';

/** A place on the canvas in pixels. */
export interface CanvasPoint {
  readonly x: number;
  readonly y: number;
}

/** A click may miss a thin line or a small circle by this much. */
const REACH_PIXELS = 4;
/** Feature layers that say nothing of their own. */
const BACKGROUND = new Set(['rivers', 'contours', 'neighbours', 'boundaries', 'reach', 'main_roads']);

/** The feature layer that a drawn feature comes from; empty for what the screen laid over the map. */
export function layerOf(definition: MapDefinition, feature: MapGeoJSONFeature): string {
  const source = definition.sources[feature.source];
  return source?.kind === 'features' ? source.layer : '';
}

/** Features of the map's theme at a place, the highest first. */
export function findFeatures(map: MapLibre, definition: MapDefinition, { x, y }: CanvasPoint): MapGeoJSONFeature[] {
  const layers = definition.layers.filter((layer) => {
    const source = 'source' in layer && typeof layer.source === 'string' ? definition.sources[layer.source] : undefined;
    return source?.kind === 'features' && !BACKGROUND.has(source.layer) && map.getLayer(layer.id);
  });
  return map.queryRenderedFeatures(
    [
      [x - REACH_PIXELS, y - REACH_PIXELS],
      [x + REACH_PIXELS, y + REACH_PIXELS],
    ],
    { layers: layers.map((layer) => layer.id) },
  );
}
