import type { MapFeature } from './features/map-feature.ts';
import type { FeatureLayer, LegendEntry, LegendGroup, MapDefinition } from './map-definition.ts';

/** What features a map shows, by layer. */
export type LayerFeatures = Partial<
  Readonly<Record<FeatureLayer, { readonly features: readonly Pick<MapFeature, 'properties'>[] }>>
>;

/**
 * The legend of what is on this map only: lines whose class occurs among the features, groups that have any. A layer that is absent from
 * `features` counts as empty.
 */
export function listLegend(definition: Pick<MapDefinition, 'legend'>, features: LayerFeatures): readonly LegendGroup[] {
  const occurring = new Map<string, ReadonlySet<unknown>>();
  const occurs = ({ occursWhen }: LegendEntry): boolean => {
    if (!occursWhen) return true;
    const key = `${occursWhen.layer} ${occursWhen.property}`;
    let values = occurring.get(key);
    if (!values) {
      values = new Set(features[occursWhen.layer]?.features.map(({ properties }) => properties[occursWhen.property]));
      occurring.set(key, values);
    }
    return values.has(occursWhen.value);
  };
  return definition.legend
    .map((group) => ({ ...group, entries: group.entries.filter(occurs) }))
    .filter(({ entries }) => entries.length > 0);
}
