import type { Language } from '../../../texts/language.ts';
import type { FeatureCollection, FeatureProperties } from '../../features/map-feature.ts';
import type { FeatureLayer } from '../../map-definition.ts';

/** Feature layers whose names stand on the map in both languages: places that a stranger looks for. */
const NAMED: ReadonlySet<FeatureLayer> = new Set(['seats', 'settlements', 'sites', 'parks']);

/** Names of places with those of the second language in a line of their own below. */
export function withSecondNames(
  layer: FeatureLayer,
  collection: FeatureCollection,
  second: Language,
): FeatureCollection {
  if (!NAMED.has(layer)) return collection;
  return {
    ...collection,
    features: collection.features.map((feature) => ({
      ...feature,
      properties: { ...feature.properties, label: bothNames(feature.properties, second) },
    })),
  };
}

function bothNames({ label, name, nameEn }: FeatureProperties, second: Language): string {
  const other = second === 'en' ? nameEn : name;
  const first = typeof label === 'string' ? label : '';
  if (typeof other !== 'string' || other === '' || other === first || first === '') return first;
  return `${first}\n${other}`;
}
