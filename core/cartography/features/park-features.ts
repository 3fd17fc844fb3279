import { findLatest } from '../../county/county-state.ts';
import { PARK_KINDS_COUNTED_AS_PARK } from '../../county/kinds.ts';
import type { ParkRow } from '../../county/things.ts';
import { formatNumber } from '../../indicators/format-figure.ts';
import { readCountyWord } from '../county-words.ts';
import { entriesOf, type FeatureScope, nameIn } from './feature-scope.ts';
import { createFeature, type FeatureProperties, type MapFeature } from './map-feature.ts';
import { roundGeometry, roundPosition } from './round-geometry.ts';

/** Parks, bases and cooperatives of the area: a point each (`role` point) and its outline where known (`role` outline). */
export const buildParkFeatures = (scope: FeatureScope): readonly MapFeature[] =>
  entriesOf(scope.county.parks, scope.ranges.parks()).flatMap(([park, i]) => {
    const properties = describePark(scope, park, i);
    const point = createFeature(
      { ...properties, role: 'point' },
      { type: 'Point', coordinates: roundPosition(park.position, scope.decimals) },
    );
    if (!park.outline) return [point];
    const outline = createFeature({ ...properties, role: 'outline' }, roundGeometry(park.outline, scope.decimals));
    return [outline, point];
  });

/** An amount in a park's own unit: whole, or with one decimal. */
const formatScale = (amount: number): string => formatNumber(amount, Number.isInteger(amount) ? 0 : 1);

function describePark(scope: FeatureScope, park: ParkRow, index: number): FeatureProperties {
  const achieved = scope.context.state.parkAchieved[index] ?? 0;
  const wordOf = (word: string): string => readCountyWord(scope.county, scope.language, word);
  const unit = wordOf(park.scaleUnit ?? '');
  const product = wordOf(park.product);
  const reported = findLatest(park.events, scope.context.asOf, 'achieved') !== undefined;
  return {
    code: park.code,
    name: park.name,
    nameEn: park.nameEn,
    label: nameIn(scope.language, park),
    kind: park.kind,
    isPlanned: scope.county.planned?.placed.has(park.code) ?? false,
    isPark: PARK_KINDS_COUNTED_AS_PARK.includes(park.kind),
    product: park.product,
    plannedScale: park.plannedScale,
    achievedScale: reported ? achieved : null,
    scaleUnit: park.scaleUnit,
    scaleLabel:
      park.plannedScale === null
        ? product
        : `${product} ${formatScale(achieved)}/${formatScale(park.plannedScale)} ${unit}`.trim(),
    leadingEnterprise: park.leadingEnterprise,
    jobs: park.jobs,
    householdsLinked: park.householdsLinked,
    linkage: park.linkage,
  };
}
