import type { MapGeoJSONFeature, Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import { setPointedArea, useMapStore } from '#client/state/map-store.ts';
import { openArea, openThing } from '#client/state/view-store.ts';
import type { MapDefinition } from '#core/cartography/map-definition.ts';

/** What the pointer is over, at a place on the canvas. */
export interface Hover {
  readonly x: number;
  readonly y: number;
  readonly layer: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A click may miss a thin line or a small circle by this much. */
const REACH_PIXELS = 4;
/** Feature layers that say nothing of their own. */
const BACKGROUND = new Set(['rivers', 'contours', 'neighbours', 'boundaries', 'reach', 'main_roads']);
/** Feature layers of areas: their surfaces, and their seats with the names. */
const AREAS = new Set(['areas', 'seats']);

/** Looking around: hover tells, a click on an area goes there, a click on a thing opens its card. */
export function useBrowse(map: MapLibre | null, definition: MapDefinition): Hover | null {
  const [hover, setHover] = useState<Hover | null>(null);
  useEffect(() => {
    if (!map) return;
    return enterBrowseMode(map, definition, setHover);
  }, [map, definition]);
  return hover;
}

function enterBrowseMode(map: MapLibre, definition: MapDefinition, onHover: (hover: Hover | null) => void): () => void {
  const layerOf = (feature: MapGeoJSONFeature): string => {
    const source = definition.sources[feature.source];
    return source?.kind === 'features' ? source.layer : '';
  };
  const layers = definition.layers.filter((layer) => {
    const source = 'source' in layer && typeof layer.source === 'string' ? definition.sources[layer.source] : undefined;
    return source?.kind === 'features' && !BACKGROUND.has(source.layer);
  });
  const find = (event: MapMouseEvent): MapGeoJSONFeature[] => {
    const { x, y } = event.point;
    const present = layers.map((layer) => layer.id).filter((id) => map.getLayer(id));
    return map.queryRenderedFeatures(
      [
        [x - REACH_PIXELS, y - REACH_PIXELS],
        [x + REACH_PIXELS, y + REACH_PIXELS],
      ],
      { layers: present },
    );
  };
  // Above the village a surface, such as a belt of fields, would hide the areas below it from every click.
  const findThing = (features: readonly MapGeoJSONFeature[]): MapGeoJSONFeature | undefined =>
    features.find(
      (feature) => !AREAS.has(layerOf(feature)) && (definition.level === 'village' || feature.layer.type !== 'fill'),
    );
  const findArea = (features: readonly MapGeoJSONFeature[]): MapGeoJSONFeature | undefined =>
    features.find((feature) => AREAS.has(layerOf(feature)));

  const handleMove = (event: MapMouseEvent): void => {
    const features = find(event);
    const area = findArea(features);
    const feature = findThing(features) ?? area;
    map.getCanvas().style.cursor = feature ? 'pointer' : '';
    setPointedArea(feature && feature === area ? String(area.properties.code) : null);
    onHover(
      feature ? { x: event.point.x, y: event.point.y, layer: layerOf(feature), properties: feature.properties } : null,
    );
  };
  const handleLeave = (): void => {
    onHover(null);
    setPointedArea(null);
  };
  const handleClick = (event: MapMouseEvent): void => {
    const features = find(event);
    const thing = findThing(features);
    const area = findArea(features);
    if (thing) {
      useMapStore.setState({ thingFacts: thing.properties });
      openThing({ layer: layerOf(thing), code: String(thing.properties.code) });
    } else if (area) {
      const code = String(area.properties.code);
      // A name leads to the area it names; a surface one level down.
      openArea(layerOf(area) === 'seats' ? code : chooseArea(code, definition.area));
    }
  };
  map.on('mousemove', handleMove);
  map.on('mouseout', handleLeave);
  map.on('click', handleClick);
  return () => {
    map.off('mousemove', handleMove);
    map.off('mouseout', handleLeave);
    map.off('click', handleClick);
    handleLeave();
  };
}

/** A click goes one level down: from the county into a town, from a town into a village; beside the area, to its sibling. */
export function chooseArea(clicked: string, open: string): string {
  if (open.length === 6) return clicked.slice(0, 9);
  return clicked.slice(0, 9) === open.slice(0, 9) ? clicked : clicked.slice(0, Math.max(9, open.length));
}
