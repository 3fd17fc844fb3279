import { useMemo } from 'react';
import type { SuitabilityAnswerItem } from '#core/api/suitability.ts';
import type { FeatureCollection, MapFeature } from '#core/cartography/features/map-feature.ts';
import { useCountyFeatures } from './use-plan-places.ts';

/** The area of a forbidding rule that is broken. */
export interface RefusingArea {
  readonly label: string;
  readonly geometry: MapFeature['geometry'];
}

/** The threatened or constraint area that keeps a site from a place, to be drawn; null where none does, or the rule has no area. */
export function useRefusingArea(place: SuitabilityAnswerItem | null): RefusingArea | null {
  const rule = findRefusingRule(place);
  const isHazard = rule?.code === 'threatened_area';
  const threatened = useCountyFeatures('threatened_areas', isHazard).data;
  const constraints = useCountyFeatures('constraints', rule !== undefined && !isHazard).data;
  const code = rule?.aboutCode ?? null;
  const areas = isHazard ? threatened : constraints;
  return useMemo(() => (code === null ? null : findArea(areas, code)), [areas, code]);
}

/** The first forbidding rule that is broken, where an area speaks. */
export const findRefusingRule = (
  place: SuitabilityAnswerItem | null,
): SuitabilityAnswerItem['rules'][number] | undefined => {
  const first = place?.rules.find(({ isBroken, strength }) => isBroken && strength === 'forbidden');
  return first?.aboutCode == null ? undefined : first;
};

function findArea(areas: FeatureCollection | undefined, code: string): RefusingArea | null {
  const found = areas?.features.find(({ properties }) => properties.code === code);
  return found ? { label: String(found.properties.label ?? code), geometry: found.geometry } : null;
}
