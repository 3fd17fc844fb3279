import type { MapGeoJSONFeature, Map as MapLibre } from 'maplibre-gl';
import { setPointedArea, useMapStore } from '#client/state/map-store.ts';
import { openArea, openThing } from '#client/state/view-store.ts';
import type { MapDefinition } from '#core/cartography/map-definition.ts';
import { type CanvasPoint, findFeatures, layerOf } from './find-features.ts';
import type { Hover, MapMode } from './map-mode.ts';

/** Feature layers of areas: their surfaces, and their seats with the names. */
const AREAS = new Set(['areas', 'seats']);

interface Found {
  readonly thing: MapGeoJSONFeature | undefined;
  readonly area: MapGeoJSONFeature | undefined;
}

/** Looking around: hover tells, a click on an area goes there, a click on a thing opens its card. */
export function createBrowseMode(definition: MapDefinition, onHover: (hover: Hover | null) => void): MapMode {
  const isArea = (feature: MapGeoJSONFeature): boolean => AREAS.has(layerOf(definition, feature));
  // Above the village a surface, such as a belt of fields, would hide the areas below it from every click.
  const isThing = (feature: MapGeoJSONFeature): boolean =>
    !isArea(feature) && (definition.level === 'village' || feature.layer.type !== 'fill');
  const find = (map: MapLibre, point: CanvasPoint): Found => {
    const features = findFeatures(map, definition, point);
    return { thing: features.find(isThing), area: features.find(isArea) };
  };
  const open = ({ thing, area }: Found): void => {
    if (thing) {
      useMapStore.setState({ thingFacts: thing.properties });
      openThing({ layer: layerOf(definition, thing), code: String(thing.properties.code) });
    } else if (area) {
      const code = String(area.properties.code);
      // A name leads to the area it names; a surface one level down.
      openArea(layerOf(definition, area) === 'seats' ? code : chooseArea(code, definition.area));
    }
  };
  return {
    enter: () => undefined,
    exit: (map) => {
      map.getCanvas().style.cursor = '';
    },
    onMove: ({ target, point }) => {
      const { thing, area } = find(target, point);
      const feature = thing ?? area;
      target.getCanvas().style.cursor = feature ? 'pointer' : '';
      setPointedArea(!thing && area ? String(area.properties.code) : null);
      onHover(
        feature
          ? { x: point.x, y: point.y, layer: layerOf(definition, feature), properties: feature.properties }
          : null,
      );
    },
    onLeave: () => {
      onHover(null);
      setPointedArea(null);
    },
    onClick: ({ target, point }) => open(find(target, point)),
    onPress: (map) => open(find(map, map.project(map.getCenter()))),
  };
}

/** A click goes one level down: from the county into a town, from a town into a village; beside the area, to its sibling. */
export function chooseArea(clicked: string, open: string): string {
  if (open.length === 6) return clicked.slice(0, 9);
  return clicked.slice(0, 9) === open.slice(0, 9) ? clicked : clicked.slice(0, Math.max(9, open.length));
}
