import type { FeatureScope } from './feature-scope.ts';
import { createFeature, type MapFeature } from './map-feature.ts';
import { roundPosition } from './round-geometry.ts';

/** Old homesteads of the area's households by state: standing, demolished, reclaimed or retained. */
export function buildHomesteadFeatures(scope: FeatureScope): readonly MapFeature[] {
  const { county, context } = scope;
  const { households } = county;
  const homesteads = context.index.homesteads();
  const { start, end } = scope.ranges.households();
  const features: MapFeature[] = [];
  for (let i = start; i < end; i++) {
    const homestead = county.homesteads[homesteads.get(households.codes[i] ?? '') ?? -1];
    if (!homestead) continue;
    const happened = (days: Int32Array): boolean => (days[i] ?? context.day + 1) <= context.day;
    const state = happened(households.eventDay.reclaimed)
      ? 'reclaimed'
      : happened(households.eventDay.demolished)
        ? 'demolished'
        : households.retained[i] === 1
          ? 'retained'
          : 'standing';
    features.push(
      createFeature(
        { code: homestead.code, householdCode: homestead.householdCode, state },
        { type: 'Point', coordinates: roundPosition(homestead.position, scope.decimals) },
      ),
    );
  }
  return features;
}
