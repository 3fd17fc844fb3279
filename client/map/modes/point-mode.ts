import type { MapGeoJSONFeature, Map as MapLibre } from 'maplibre-gl';
import { givePoint } from '#client/state/tool-store.ts';
import type { MapDefinition } from '#core/cartography/map-definition.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { type CanvasPoint, findFeatures, layerOf } from './find-features.ts';
import type { Hover, MapMode } from './map-mode.ts';

/** Feature layers whose points are places that the roads can be asked of by code. */
const PLACES = new Set(['settlements', 'sites', 'services', 'seats']);

/** Giving points to the tool in hand: a click beside a settlement or another place with a code means that place. */
export function createPointMode(definition: MapDefinition, onHover: (hover: Hover | null) => void): MapMode {
  const find = (map: MapLibre, point: CanvasPoint): MapGeoJSONFeature | undefined =>
    findFeatures(map, definition, point).find((feature) => isPlace(definition, feature));
  const give = (map: MapLibre, point: CanvasPoint): void => {
    const place = find(map, point);
    if (place?.geometry.type === 'Point') {
      givePoint(place.geometry.coordinates as unknown as LonLat, String(place.properties.code));
      return;
    }
    const { lng, lat } = map.unproject([point.x, point.y]);
    givePoint([lng, lat], null);
  };
  return {
    enter: (map) => {
      map.getCanvas().style.cursor = 'crosshair';
      map.doubleClickZoom.disable();
    },
    exit: (map) => {
      map.getCanvas().style.cursor = '';
      map.doubleClickZoom.enable();
    },
    onMove: ({ target, point }) => {
      const place = find(target, point);
      onHover(
        place ? { x: point.x, y: point.y, layer: layerOf(definition, place), properties: place.properties } : null,
      );
    },
    onLeave: () => onHover(null),
    onClick: ({ target, point }) => give(target, point),
    onPress: (map) => give(map, map.project(map.getCenter())),
  };
}

const isPlace = (definition: MapDefinition, feature: MapGeoJSONFeature): boolean =>
  PLACES.has(layerOf(definition, feature)) && feature.geometry.type === 'Point';
