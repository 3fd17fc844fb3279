import { entriesOf, type FeatureScope, nameIn } from './feature-scope.ts';
import { joinMarkOf, joinStateOf } from './join-view.ts';
import { createFeature, type MapFeature } from './map-feature.ts';
import { getDriveMinutes } from './road-access.ts';
import { roundPosition } from './round-geometry.ts';
import { findLeadingCategory, getSettlementCounts } from './settlement-counts.ts';
import { classifyMinutes } from './travel-classes.ts';

/**
 * Settlements of the area. `targetHouseholds` sizes the circle, `otherHouseholds` its core without those to be relocated; `category` is the
 * leading one, `none` without targets. `joined` is the mark of `join-view.ts`, `joinState` the reason; `minutes` by vehicle to the headline place
 * of the county's settings, null where it cannot be reached.
 */
export function buildSettlementFeatures(scope: FeatureScope): readonly MapFeature[] {
  const counts = getSettlementCounts(scope.context);
  const { residentHouseholds } = scope.context.state.population;
  const joined = scope.context.joined();
  const minutes = getDriveMinutes(scope.context, scope.county.settings.headlinePlace);
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
        joined: joinMarkOf(joined, i),
        joinState: joinStateOf(joined, i),
        ...describeMinutes(scope, minutes[i] ?? Number.POSITIVE_INFINITY),
        elevationMeters: settlement.elevationMeters,
      },
      { type: 'Point', coordinates: roundPosition(settlement.position, scope.decimals) },
    );
  });
}

const describeMinutes = ({ county }: FeatureScope, minutes: number) => ({
  minutes: Number.isFinite(minutes) ? Math.round(minutes * 10) / 10 : null,
  travelClass: classifyMinutes(county.settings, minutes),
});
