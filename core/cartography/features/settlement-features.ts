import { entriesOf, type FeatureScope, nameIn } from './feature-scope.ts';
import { createFeature, type MapFeature } from './map-feature.ts';
import { roundPosition } from './round-geometry.ts';
import { findLeadingCategory, getSettlementCounts } from './settlement-counts.ts';

/**
 * Settlements of the area. `targetHouseholds` sizes the circle, `otherHouseholds` its core without those to be relocated; `category` is the
 * leading one, `none` without targets. `joined` stays null until the road network is there.
 */
export function buildSettlementFeatures(scope: FeatureScope): readonly MapFeature[] {
  const counts = getSettlementCounts(scope.context);
  const { residentHouseholds } = scope.context.state.population;
  return entriesOf(scope.county.settlements, scope.ranges.settlements()).map(([settlement, i]) => {
    const targetHouseholds = counts.targetHouseholds[i] ?? 0;
    const relocationHouseholds = counts.relocationHouseholds[i] ?? 0;
    const resident = residentHouseholds[i] ?? Number.NaN;
    return createFeature(
      {
        code: settlement.code,
        name: settlement.name,
        nameEn: settlement.nameEn,
        label: nameIn(scope.language, settlement),
        kind: settlement.kind,
        villageCode: settlement.villageCode,
        registeredHouseholds: settlement.registeredHouseholds,
        residentHouseholds: Number.isNaN(resident) ? null : resident,
        targetHouseholds,
        targetPeople: counts.targetPeople[i] ?? 0,
        relocationHouseholds,
        otherHouseholds: Math.max(0, targetHouseholds - relocationHouseholds),
        movedInHouseholds: counts.movedIn[i] ?? 0,
        removedHouseholds: counts.removed[i] ?? 0,
        linkedHouseholds: counts.linked[i] ?? 0,
        category: findLeadingCategory(counts, i) ?? 'none',
        roadDuty: settlement.roadDuty,
        joined: null,
        elevationMeters: settlement.elevationMeters,
      },
      { type: 'Point', coordinates: roundPosition(settlement.position, scope.decimals) },
    );
  });
}
