import type { IndicatorContext } from '../../../indicators/context.ts';
import { getAreaMeasures } from '../../area-measures.ts';
import { classifyShare } from '../../classes.ts';
import type { FeatureCollection, FeatureProperties } from '../../features/map-feature.ts';
import type { FeatureLayer } from '../../map-definition.ts';
import type { EditionView } from './edition-view.ts';
import { DOOR_ROAD_FUNCTIONS, PUBLIC_PROPERTIES } from './public-layers.ts';

/**
 * Features as a public edition draws them: only named properties, no roads to doors; areas carry the counts of the release day where these are
 * printed, else none. Nothing else of a feature can reach the sheet, whatever a layer's expression asks for.
 *
 * @param input.counts the county at the release day; null = no counts
 */
export function publishFeatures(input: {
  readonly layer: FeatureLayer;
  readonly features: FeatureCollection;
  readonly view: EditionView;
  readonly counts: IndicatorContext | null;
}): FeatureCollection {
  const { layer, features, view, counts } = input;
  const names = PUBLIC_PROPERTIES[layer];
  if (!names) return { type: 'FeatureCollection', features: [] };
  const isArea = layer === 'areas' || layer === 'seats';
  return {
    type: 'FeatureCollection',
    features: features.features.flatMap((feature) => {
      const { properties } = feature;
      if (layer === 'segments' && DOOR_ROAD_FUNCTIONS.has(properties.function)) return [];
      const kept: FeatureProperties = {
        ...Object.fromEntries(names.flatMap((name) => (name in properties ? [[name, properties[name] ?? null]] : []))),
        code: properties.code,
        ...(isArea ? countArea(properties.code, view, counts) : {}),
        // the order of drawing asks for it
        ...(layer === 'hazards' ? { threatenedHouseholds: 0 } : {}),
      };
      return [{ ...feature, properties: kept }];
    }),
  };
}

/** Counts that size circles, classes that shade: of an area whose cells are hidden the same as of one without targets. */
function countArea(
  areaCode: string,
  view: EditionView,
  counts: IndicatorContext | null,
): Readonly<Record<string, string | number>> {
  const isShown =
    counts !== null &&
    (['households', 'people'] as const).every(
      (unit) => view.mark({ statistic: 'targets', areaCode, unit }) === 'shown',
    );
  const measures = isShown ? getAreaMeasures(counts, areaCode) : null;
  const targetHouseholds = measures?.targetHouseholds ?? 0;
  return {
    targetHouseholds,
    // no ring: it would tell relocation households
    otherHouseholds: targetHouseholds,
    relocationHouseholds: 0,
    shareClass: classifyShare(measures?.share ?? null),
  };
}
