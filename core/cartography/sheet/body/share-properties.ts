import { type LineKinds, listLineKinds } from '../../features/line-kinds.ts';
import type { MapFeature } from '../../features/map-feature.ts';
import type { FeatureLayer, MapDefinition } from '../../map-definition.ts';
import { listReadProperties, rememberByProperties } from './remember-by-properties.ts';

/** Features to be drawn: one, or many lines. */
export type DrawnFeature = SingleFeature | LineKinds;

/** A feature by itself, or lines that share their properties with others. */
export interface SingleFeature extends Pick<MapFeature, 'properties' | 'geometry'> {
  /** Whether nothing tells its lines apart from others with the same properties, the very same object. */
  readonly isShared?: boolean;
}

type ReadMap = Pick<MapDefinition, 'layers' | 'sources' | 'legend'>;

/**
 * Properties that a map looks at in the features of a layer.
 *
 * @returns null where something on the map may rest on more than a few of them
 */
export function listMapProperties({ layers, sources, legend }: ReadMap, name: FeatureLayer): readonly string[] | null {
  const read = layers.flatMap((layer): readonly unknown[] => {
    const source = 'source' in layer && typeof layer.source === 'string' ? sources[layer.source] : undefined;
    if (source?.kind !== 'features' || source.layer !== name) return [];
    const filter = 'filter' in layer ? layer.filter : undefined;
    return [filter, ...Object.values(layer.paint ?? {}), ...Object.values(layer.layout ?? {})];
  });
  const ofLayers = listReadProperties(read);
  if (ofLayers === null) return null;
  const ofLegend = legend.flatMap(({ entries }) =>
    entries.flatMap(({ occursWhen }) => (occursWhen?.layer === name ? [occursWhen.property] : [])),
  );
  return [...new Set([...ofLayers, ...ofLegend])];
}

/**
 * Lets lines that nothing on the map tells apart have the same properties, the first one's: a prefecture has hundreds of thousands of lines of some
 * twenty looks. Points and areas keep their own, for they have names.
 *
 * @returns the feature itself where something on the map may rest on more than a few of its properties
 */
export function createPropertySharer(map: ReadMap, name: FeatureLayer): (feature: MapFeature) => SingleFeature {
  const names = listMapProperties(map, name);
  if (names === null) return (feature) => feature;
  const share = rememberByProperties(names, ({ properties }: Pick<MapFeature, 'properties'>) => properties);
  return (feature) => {
    const { geometry } = feature;
    if (geometry.type !== 'LineString' && geometry.type !== 'MultiLineString') return feature;
    return { properties: share(feature), geometry, isShared: true };
  };
}

/** The same lines without a feature for each, where the layer knows how to tell of them so; null where it does not. */
export function listSharedLines(map: ReadMap, request: Parameters<typeof listLineKinds>[0]): LineKinds | null {
  const names = listMapProperties(map, request.layer);
  return names && listLineKinds(request, names);
}
