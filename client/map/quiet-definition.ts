import type { FeatureLayer, MapDefinition } from '#core/cartography/map-definition.ts';
import type { Palette } from '#core/cartography/palettes.ts';

/** What tells where one is: all else would compete with what is to be looked at. */
const GROUND: readonly FeatureLayer[] = [
  'areas',
  'boundaries',
  'seats',
  'main_roads',
  'rivers',
  'contours',
  'neighbours',
];

/** A map of which only the ground is left: areas without the shades of the theme, boundaries, names, main roads and water. */
export function createQuietDefinition(definition: MapDefinition, palette: Palette): MapDefinition {
  const layerOf = (source: unknown): FeatureLayer | null => {
    const found = typeof source === 'string' ? definition.sources[source] : undefined;
    return found?.kind === 'features' ? found.layer : null;
  };
  const layers = definition.layers
    .filter((layer) => {
      if (!('source' in layer)) return true;
      const feature = layerOf(layer.source);
      return feature === null || (GROUND.includes(feature) && !(feature === 'seats' && layer.type === 'circle'));
    })
    .map((layer) => {
      const isShaded = layer.type === 'fill' && 'source' in layer && layerOf(layer.source) === 'areas';
      return isShaded ? { ...layer, paint: { 'fill-color': palette.surface, 'fill-opacity': 0.6 } } : layer;
    });
  return { ...definition, layers };
}
