import type { MapGeoJSONFeature, Map as MapLibre } from 'maplibre-gl';
import type { CanvasPoint } from './find-features.ts';
import type { Hover, MapMode } from './map-mode.ts';

/** A pointer may miss a sign by this much. */
const REACH_PIXELS = 5;

/** Looking at what an import brings: what is under the pointer, or was clicked, tells itself; a click opens nothing else. */
export function createImportMode(layers: readonly string[], onHover: (hover: Hover | null) => void): MapMode {
  const find = (map: MapLibre, { x, y }: CanvasPoint): MapGeoJSONFeature | undefined =>
    map.queryRenderedFeatures(
      [
        [x - REACH_PIXELS, y - REACH_PIXELS],
        [x + REACH_PIXELS, y + REACH_PIXELS],
      ],
      { layers: layers.filter((id) => map.getLayer(id)) },
    )[0];
  const tell = (map: MapLibre, point: CanvasPoint): void => {
    const found = find(map, point);
    map.getCanvas().style.cursor = found ? 'help' : '';
    onHover(found ? { x: point.x, y: point.y, layer: found.layer.id, properties: found.properties } : null);
  };
  return {
    enter: () => undefined,
    exit: (map) => {
      map.getCanvas().style.cursor = '';
    },
    onMove: ({ target, point }) => tell(target, point),
    onLeave: () => onHover(null),
    onClick: ({ target, point }) => tell(target, point),
    onPress: (map) => tell(map, map.project(map.getCenter())),
  };
}
