import type { MapGeoJSONFeature, Map as MapLibre } from 'maplibre-gl';
import { givePoint } from '#client/state/tool-store.ts';
import type { MapDefinition } from '#core/cartography/map-definition.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { type CanvasPoint, findFeatures, layerOf } from './find-features.ts';
import type { CreateMode, Hover, MapMode } from './map-mode.ts';

/** Feature layers whose points are places that the roads can be asked of by code. */
const PLACES = new Set(['settlements', 'sites', 'services', 'seats']);

/** A measured point lies where it is clicked, unless a place stands this near. */
const MEASURE_PIXELS = 12;

/** Measuring: a click beside a place means the place; its name, which stands elsewhere, does not. */
export const createMeasureMode: CreateMode = (definition, onHover) =>
  createPointMode(definition, onHover, MEASURE_PIXELS);

/** Choosing the place of a reach or of what is nearest: a click on a settlement, a seat or its name means that place. */
export const createPlaceMode: CreateMode = (definition, onHover) =>
  createPointMode(definition, onHover, Number.POSITIVE_INFINITY);

/** Giving points to the tool in hand; `nearPixels` = how far a place may be from the click that means it. */
function createPointMode(
  definition: MapDefinition,
  onHover: (hover: Hover | null) => void,
  nearPixels: number,
): MapMode {
  const find = (map: MapLibre, point: CanvasPoint): MapGeoJSONFeature | undefined =>
    findFeatures(map, definition, point).find(
      (feature) => isPlace(definition, feature) && distancePixels(map, feature, point) <= nearPixels,
    );
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

function distancePixels(map: MapLibre, { geometry }: MapGeoJSONFeature, { x, y }: CanvasPoint): number {
  if (geometry.type !== 'Point') return Number.POSITIVE_INFINITY;
  const place = map.project(geometry.coordinates as [number, number]);
  return Math.hypot(place.x - x, place.y - y);
}
