import { NO_CODE } from '../../county/county-state.ts';
import { TARGET_CATEGORIES } from '../../county/kinds.ts';
import { InvalidInputError } from '../../errors.ts';
import { isTargetAt } from '../../indicators/target-households.ts';
import { mapSideMeters } from '../map-side.ts';
import { CATEGORY_MARKS } from '../symbols/household-symbols.ts';
import { type FeatureScope, nameIn } from './feature-scope.ts';
import { placeInRows } from './household-rows.ts';
import { createFeature, type FeatureProperties, type MapFeature } from './map-feature.ts';
import { roundPosition } from './round-geometry.ts';

/** Distance between neighbouring symbols as a share of `mapSideMeters`: room for a symbol on the village's own map. */
export const HOUSEHOLD_SPACING = 0.013;

/**
 * Target households of one village as symbols in rows at their settlement (户位示意: the place is not the house's). Never above the
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
  for (let i = start; i < end; i++) {
    if (!isTargetAt(households, i, scope.context.day)) continue;
    const settlement = households.settlement[i] ?? 0;
    const members = bySettlement.get(settlement);
    if (members) members.push(i);
    else bySettlement.set(settlement, [i]);
  }
  const blocks = [...bySettlement].flatMap(([settlement, members]) => {
    const origin = settlements[settlement]?.position;
    return origin ? [{ origin, count: members.length, members }] : [];
  });
  const places = placeInRows(blocks, HOUSEHOLD_SPACING * mapSideMeters(scope.area.bbox));
  return blocks.flatMap(({ members, origin }, block) =>
    members.map((household, n) =>
      createFeature(describeHousehold(scope, household), {
        type: 'Point',
        coordinates: roundPosition(places[block]?.[n] ?? origin, scope.decimals),
      }),
    ),
  );
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
