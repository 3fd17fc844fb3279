import type { MapGeoJSONFeature } from 'maplibre-gl';
import { chooseSegments } from '#client/state/tool-store.ts';
import { useViewStore } from '#client/state/view-store.ts';
import type { MapDefinition } from '#core/cartography/map-definition.ts';
import { findFeatures, layerOf } from './find-features.ts';
import type { Hover, MapMode } from './map-mode.ts';

/** Choosing segments: a click takes one to those that are thought hardened, another click takes it away. */
export function createGapsMode(definition: MapDefinition, onHover: (hover: Hover | null) => void): MapMode {
  const toggle = (features: readonly MapGeoJSONFeature[]): void => {
    const code = features.map((feature) => readSegment(definition, feature)).find((found) => found !== null);
    const { tool } = useViewStore.getState().view;
    if (code && tool?.kind === 'gaps') chooseSegments([code], !tool.segments.includes(code));
  };
  return {
    enter: () => undefined,
    exit: (map) => {
      map.getCanvas().style.cursor = '';
    },
    onMove: ({ target, point }) => {
      const features = findFeatures(target, definition, point);
      const feature = features.find((one) => readSegment(definition, one) !== null) ?? features[0];
      const layer = feature ? layerOf(definition, feature) : '';
      target.getCanvas().style.cursor = feature && readSegment(definition, feature) !== null ? 'pointer' : '';
      onHover(feature && layer !== 'areas' ? { x: point.x, y: point.y, layer, properties: feature.properties } : null);
    },
    onLeave: () => onHover(null),
    onClick: ({ target, point }) => toggle(findFeatures(target, definition, point)),
    onPress: (map) => toggle(findFeatures(map, definition, map.project(map.getCenter()))),
  };
}

/** Code of the segment that a feature is or belongs to. */
function readSegment(definition: MapDefinition, feature: MapGeoJSONFeature): string | null {
  const layer = layerOf(definition, feature);
  const { code, role } = feature.properties;
  return layer === 'segments' || (layer === 'gaps' && role === 'segment') ? String(code) : null;
}
