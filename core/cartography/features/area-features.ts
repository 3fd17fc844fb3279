import type { Area } from '../../county/county.ts';
import { findLatest } from '../../county/county-state.ts';
import { text } from '../../texts/text.ts';
import { getAreaMeasures } from '../area-measures.ts';
import { classifyShare } from '../classes.ts';
import { readCountyWord } from '../county-words.ts';
import { describeReach } from './area-reach.ts';
import { entriesOf, type FeatureScope, nameIn } from './feature-scope.ts';
import { createFeature, type FeatureProperties, type MapFeature } from './map-feature.ts';
import { listAreaMeasures } from './measure-letters.ts';
import { findHolder } from './responsibility.ts';
import { roundGeometry, roundPosition } from './round-geometry.ts';
import { classifyMinutes } from './travel-classes.ts';

/** The area asked for and every area below it, as surfaces. Properties as in `describeArea`. */
export const buildAreaFeatures = (scope: FeatureScope): readonly MapFeature[] =>
  listAreas(scope).map((area) =>
    createFeature(describeArea(scope, area), roundGeometry(area.boundary, scope.decimals)),
  );

/** The same areas as points at their seats. */
export const buildSeatFeatures = (scope: FeatureScope): readonly MapFeature[] =>
  listAreas(scope).map((area) =>
    createFeature(describeArea(scope, area), {
      type: 'Point',
      coordinates: roundPosition(area.seat, scope.decimals),
    }),
  );

const listAreas = (scope: FeatureScope): readonly Area[] =>
  entriesOf(scope.county.areas, scope.ranges.areas()).map(([area]) => area);

const described = new WeakMap<FeatureScope['context'], Map<string, FeatureProperties>>();

/**
 * What a map may say of an area: names, level, `mapped` (the area asked for), share of target people and its class, mean minutes to the
 * headline place (D1) and their class, light, exit, leading
 * product, reach of the industry, responsible posts and measure letters as text in the reader's language.
 */
function describeArea(scope: FeatureScope, area: Area): FeatureProperties {
  let known = described.get(scope.context);
  if (!known) {
    known = new Map();
    described.set(scope.context, known);
  }
  const key = `${scope.language}${area.code}`;
  const properties = known.get(key) ?? createAreaProperties(scope, area);
  known.set(key, properties);
  return { ...properties, mapped: area.code === scope.area.code };
}

function createAreaProperties(scope: FeatureScope, area: Area): FeatureProperties {
  const { context, language } = scope;
  const measures = getAreaMeasures(context, area.code);
  const exitedOn = findLatest(area.events, context.asOf, 'exit')?.on ?? null;
  const letters = listAreaMeasures(context, area.code, language);
  const shareLabel = measures.share === null ? '' : `${(measures.share * 100).toFixed(1)}%`;
  const minutesLabel =
    measures.minutes === null
      ? ''
      : text(language, 'maps', 'travel_minutes', { minutes: Math.round(measures.minutes) });
  const exitLabel =
    area.plannedExitYear === null ? '' : text(language, 'maps', 'exit_year', { year: area.plannedExitYear });
  return {
    code: area.code,
    level: area.level,
    name: area.name,
    nameEn: area.nameEn,
    label: nameIn(language, area),
    priority: area.priority,
    targetHouseholds: measures.targetHouseholds,
    relocationHouseholds: measures.relocationHouseholds,
    otherHouseholds: Math.max(0, measures.targetHouseholds - measures.relocationHouseholds),
    movedInHouseholds: measures.movedInHouseholds,
    share: measures.share,
    shareClass: classifyShare(measures.share),
    shareLabel,
    minutes: measures.minutes === null ? null : Math.round(measures.minutes * 10) / 10,
    travelClass: measures.minutes === null ? 'unknown' : classifyMinutes(context.county.settings, measures.minutes),
    targetNote: [shareLabel, minutesLabel].filter(Boolean).join(' · '),
    light: measures.light,
    plannedExitYear: area.plannedExitYear,
    exitLabel,
    exitedOn,
    exited: exitedOn !== null,
    leadingProduct: readCountyWord(context.county, language, area.leadingProduct ?? ''),
    reach: describeReach(context, area.code),
    measures: letters,
    measuresLabel: [exitLabel, letters].filter(Boolean).join(' '),
    responsible: readCountyWord(context.county, language, findHolder(context, area)),
  };
}
