import type { FeatureCollection, FeatureProperties } from '../../features/map-feature.ts';
import type { FeatureLayer } from '../../map-definition.ts';

/** What a hand-kept sheet says of a feature: done for good, or nothing. */
const BLANKS: Readonly<Partial<Record<FeatureLayer, (properties: FeatureProperties) => Partial<FeatureProperties>>>> = {
  segments: ({ progress }) => (progress === 'under_way' ? { progress: 'not_begun' } : {}),
  sites: ({ quarters }) => (quarters === '4' ? {} : { quarters: '0' }),
  households: ({ state }) => (state === 'part' ? { state: 'open' } : {}),
};

/** Features without the states that may be otherwise next week. */
export function blankStates(layer: FeatureLayer, collection: FeatureCollection): FeatureCollection {
  const blank = BLANKS[layer];
  if (!blank) return collection;
  return {
    ...collection,
    features: collection.features.map((feature) => ({
      ...feature,
      properties: { ...feature.properties, ...blank(feature.properties) } as FeatureProperties,
    })),
  };
}
