import type { FeatureCollection } from '#core/cartography/features/map-feature.ts';
import type { ChangeFilter } from './import-view.ts';

/** The features of the difference that a filter lets through, as the map takes them; where a thing stood before goes with what changed. */
export function filterDifference(
  { features }: FeatureCollection,
  filter: ChangeFilter | null,
): GeoJSON.FeatureCollection {
  const isShown = ({ change, ledger }: FeatureCollection['features'][number]['properties']): boolean => {
    const kind = change === 'changed_from' ? 'changed' : change;
    return (!filter?.kind || kind === filter.kind) && (!filter?.ledger || !ledger || ledger === filter.ledger);
  };
  return {
    type: 'FeatureCollection',
    // GeoJSON's own types want mutable coordinates; nobody writes to them
    features: features.filter(({ properties }) => isShown(properties)) as unknown as GeoJSON.Feature[],
  };
}
