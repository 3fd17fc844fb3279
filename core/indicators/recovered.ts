import { dateToDay, dayToDate, type IsoDate } from '../county/dates.ts';
import type { IndicatorContext } from './context.ts';
import type { IndicatorDefinition } from './definition.ts';
import type { Light } from './figure.ts';
import { assess } from './lights.ts';
import { findPart, measurePart } from './measure.ts';
import { getPartGroups } from './part-groups.ts';

const pastLights = new WeakMap<IndicatorContext, Map<string, Light>>();

/**
 * Whether a headline that is green now was red at one of the last two month ends: a red made up carries its mark through the end of the
 * month after the one in which it was made up (domain.md section 5, "Lights"). Looks at month ends only.
 */
export function hasRecovered(context: IndicatorContext, definition: IndicatorDefinition, areaCode: string): boolean {
  return listMonthEnds(context).some((date) => lightAt(context.at(date), definition, areaCode) === 'red');
}

const monthEnds = new WeakMap<IndicatorContext, readonly IsoDate[]>();

/** The ends of the two months before the context's day, latest first. */
function listMonthEnds(context: IndicatorContext): readonly IsoDate[] {
  const known = monthEnds.get(context);
  if (known) return known;
  const last = lastDayOfPreviousMonth(context.asOf);
  const ends = [last, lastDayOfPreviousMonth(last)];
  monthEnds.set(context, ends);
  return ends;
}

/** The day before the first of a date's month. */
export const lastDayOfPreviousMonth = (date: IsoDate): IsoDate => dayToDate(dateToDay(`${date.slice(0, 7)}-01`) - 1);

/** Light of a headline; remembered with the context of that day. */
function lightAt(context: IndicatorContext, definition: IndicatorDefinition, areaCode: string): Light {
  const known = pastLights.get(context) ?? new Map<string, Light>();
  pastLights.set(context, known);
  const key = `${definition.code} ${areaCode}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const scope = context.scope(areaCode);
  const found = findPart(getPartGroups(context, definition, false), null, scope);
  const light = found
    ? assess(context, { definition, scope, part: found.spec, measure: measurePart(found.source, found.spec, scope) })
        .light
    : 'grey';
  known.set(key, light);
  return light;
}
