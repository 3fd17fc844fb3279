import { NO_CODE } from '../../county/county-state.ts';
import { TARGET_CATEGORIES } from '../../county/kinds.ts';
import { InvalidInputError } from '../../errors.ts';
import { createLocalMetric } from '../../geo/local-metric.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import { isTargetAt } from '../../indicators/target-households.ts';
import { mapSideMeters } from '../map-side.ts';
import { CATEGORY_MARKS } from '../symbols/household-symbols.ts';
import { type FeatureScope, nameIn } from './feature-scope.ts';
import { createFeature, type FeatureProperties, type MapFeature } from './map-feature.ts';
import { roundPosition } from './round-geometry.ts';

/** Distance between neighbouring symbols as a share of `mapSideMeters`: room for a symbol on the village's own map. */
export const HOUSEHOLD_SPACING = 0.013;

/** Spacings from the settlement's point to the first row, and from row to row: between them stand the codes. */
const FIRST_ROW = 1.5;
const ROW_PITCH = 1.4;

/**
 * Target households of one village as symbols in rows below their settlement (户位示意: the place is not the house's). Never above the
 * village, and the code is all that names a household.
 *
 * @throws {InvalidInputError} `households_need_village`
 */
export function buildHouseholdFeatures(scope: FeatureScope): readonly MapFeature[] {
  if (scope.level !== 'village') {
    throw new InvalidInputError('households_need_village', `Got area ${scope.area.code} when expected a village.`, {
      code: scope.area.code,
    });
  }
  const { settlements, households } = scope.county;
  const bySettlement = new Map<number, number[]>();
  const { start, end } = scope.ranges.households();
  const spacing = HOUSEHOLD_SPACING * mapSideMeters(scope.area.bbox);
  for (let i = start; i < end; i++) {
    if (!isTargetAt(households, i, scope.context.day)) continue;
    const settlement = households.settlement[i] ?? 0;
    const members = bySettlement.get(settlement);
    if (members) members.push(i);
    else bySettlement.set(settlement, [i]);
  }
  return [...bySettlement].flatMap(([settlement, members]) => {
    const origin = settlements[settlement]?.position;
    return origin ? placeInRows(scope, { origin, members, spacing }) : [];
  });
}

/** Symbols in rows wider than high, centred below the settlement. */
function placeInRows(
  scope: FeatureScope,
  {
    origin,
    members,
    spacing,
  }: { readonly origin: LonLat; readonly members: readonly number[]; readonly spacing: number },
): readonly MapFeature[] {
  const metric = createLocalMetric(origin);
  const columns = Math.max(4, Math.ceil(Math.sqrt(members.length * 2)));
  return members.map((household, n) => {
    const inRow = Math.min(columns, members.length - n + (n % columns));
    const x = ((n % columns) - (inRow - 1) / 2) * spacing;
    const y = -(FIRST_ROW + ROW_PITCH * Math.floor(n / columns)) * spacing;
    return createFeature(describeHousehold(scope, household), {
      type: 'Point',
      coordinates: roundPosition(metric.toLonLat([x, y]), scope.decimals),
    });
  });
}

function describeHousehold({ context, county, language }: FeatureScope, i: number): FeatureProperties {
  const { households } = county;
  const { eventDay } = households;
  const happened = (kind: keyof typeof eventDay): boolean => (eventDay[kind][i] ?? context.day + 1) <= context.day;
  const code = households.codes[i] ?? '';
  const category = TARGET_CATEGORIES[households.category[i] ?? 0] ?? 'industry';
  const measures = households.measures[i] ?? 0;
  const site = county.sites[households.site[i] ?? -1];
  const year = households.plannedMoveYear[i] ?? 0;
  const done = happened('risk_removed') || happened('risk_removed_naturally');
  const begun = happened('structure_done') || happened('moved_in') || happened('linked') || happened('in_work');
  return {
    code,
    label: code.slice(-4),
    people: households.people[i] ?? 0,
    category,
    letters: TARGET_CATEGORIES.filter((_, bit) => (measures >> bit) & 1)
      .map((measure) => CATEGORY_MARKS[measure].letter[language])
      .join(''),
    state: done ? 'done' : begun ? 'part' : 'open',
    income: happened('linked') ? 'linked' : happened('in_work') ? 'working' : 'open',
    relocation: households.arrangement[i] !== NO_CODE,
    siteCode: site?.code ?? null,
    siteLabel: site ? nameIn(language, site) : '',
    plannedMoveYear: year === 0 ? null : year,
    movedIn: happened('moved_in'),
  };
}
