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

type Layer = MapDefinition['layers'][number];

/** A map of which only the ground is left: areas without the shades of the theme, boundaries, names, thin grey main roads and water. */
export function createQuietDefinition(definition: MapDefinition, palette: Palette): MapDefinition {
  const layerOf = (layer: Layer): FeatureLayer | null => {
    const found = 'source' in layer ? definition.sources[String(layer.source)] : undefined;
    return found?.kind === 'features' ? found.layer : null;
  };
  const layers = definition.layers.flatMap((layer) => {
    const feature = layerOf(layer);
    if (feature === null) return [layer];
    return GROUND.includes(feature) ? (QUIETENED[feature]?.(layer, palette) ?? [layer]) : [];
  });
  return { ...definition, layers };
}

/** Layers that lose what they say of the theme. */
const QUIETENED: Partial<Record<FeatureLayer, (layer: Layer, palette: Palette) => readonly Layer[]>> = {
  areas: (layer, palette) => {
    if (layer.type === 'fill') return [{ ...layer, paint: { 'fill-color': palette.surface, 'fill-opacity': 0.5 } }];
    return layer.id.startsWith('boundary') ? [layer] : [];
  },
  seats: (layer) => (layer.type === 'symbol' && isNameOrSign(layer) ? [layer] : []),
  main_roads: (layer, palette) => {
    if (layer.type !== 'line') return [];
    return layer.id.endsWith('case')
      ? []
      : [{ ...layer, paint: { 'line-color': palette.hairline, 'line-width': 1.6 } }];
  },
};

/** Whether it writes the name of a place or sets its sign, and not a figure of the theme. */
function isNameOrSign({ layout }: Extract<Layer, { readonly type: 'symbol' }>): boolean {
  const text = layout?.['text-field'];
  return text === undefined || JSON.stringify(text) === '["get","label"]';
}
