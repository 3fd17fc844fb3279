import type { MapFeature } from '../../features/map-feature.ts';
import type { FeatureLayer, MapDefinition } from '../../map-definition.ts';
import { listReadProperties, rememberByProperties } from './remember-by-properties.ts';

/** A feature to be drawn. `code` is said where the properties are shared with others. */
export interface DrawnFeature extends Pick<MapFeature, 'properties' | 'geometry'> {
  readonly code?: string;
}

/**
 * Lets lines that nothing on the map tells apart have the same properties, the first one's: a prefecture has hundreds of thousands of lines of some
 * twenty looks. Points and areas keep their own, for they have names.
 *
 * @returns the feature itself where something on the map may rest on more than a few of its properties
 */
export function createPropertySharer(
  { layers, sources, legend }: Pick<MapDefinition, 'layers' | 'sources' | 'legend'>,
  name: FeatureLayer,
): (feature: MapFeature) => DrawnFeature {
  const read = layers.flatMap((layer): readonly unknown[] => {
    const source = 'source' in layer && typeof layer.source === 'string' ? sources[layer.source] : undefined;
    if (source?.kind !== 'features' || source.layer !== name) return [];
    const filter = 'filter' in layer ? layer.filter : undefined;
    return [filter, ...Object.values(layer.paint ?? {}), ...Object.values(layer.layout ?? {})];
  });
  const ofLayers = listReadProperties(read);
  if (ofLayers === null) return (feature) => feature;
  const ofLegend = legend.flatMap(({ entries }) =>
    entries.flatMap(({ occursWhen }) => (occursWhen?.layer === name ? [occursWhen.property] : [])),
  );
  const names = [...new Set([...ofLayers, ...ofLegend])];
  const share = rememberByProperties(names, ({ properties }: Pick<MapFeature, 'properties'>) => properties);
  return (feature) => {
    const { properties, geometry } = feature;
    if (geometry.type !== 'LineString' && geometry.type !== 'MultiLineString') return feature;
    return { code: properties.code, properties: share(feature), geometry };
  };
}
