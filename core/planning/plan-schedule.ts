import type { County } from '../county/county.ts';
import { dateToDay, type IsoDate, lastDayOfMonth } from '../county/dates.ts';
import { findPlanInForce } from '../county/find-plan-in-force.ts';
import type { ScheduleEntry } from '../county/plan.ts';
import { computeFigure } from '../indicators/compute.ts';
import { createIndicatorContext, type IndicatorContext } from '../indicators/context.ts';
import type { Figure, IndicatorCode } from '../indicators/figure.ts';
import { lastDayOfPreviousMonth } from '../indicators/recovered.ts';
import { listMonths } from '../indicators/series.ts';
import { projectCounty } from './project-county.ts';

/** What a plan is held against month by month: what its years imply. */
const SCHEDULED: readonly IndicatorCode[] = ['S3', 'R0', 'R1', 'R2', 'R6', 'P1', 'P3'];
/** Those whose parts are scheduled too. */
const WITH_PARTS: readonly IndicatorCode[] = ['S3', 'P3'];

/** Figures at a day: as they are, or as the plan leaves them at the end of a year. */
interface Point {
  readonly on: IsoDate;
  readonly context: IndicatorContext;
}

/**
 * The schedule (时序进度) that a plan implies, by month, for the county and its towns: figures of the projected years at their ends, straight over
 * working days between them. It begins with the month before the plan, which holds what was reached by then. Indicators that follow from no
 * year of the plan (links to enterprises, work) keep what the plan in force before scheduled for them.
 *
 * @param planned the county under the plan
 * @param from day from which the plan is in force
 */
export function createPlanSchedule(planned: County, { from }: { readonly from: IsoDate }): readonly ScheduleEntry[] {
  const { deadline } = planned.campaign;
  const points = createPoints(planned, from, Number(deadline.slice(0, 4)));
  const start = lastDayOfPreviousMonth(from);
  const months = listMonths(start.slice(0, 7), deadline.slice(0, 7));
  const areas = planned.areas.filter(({ level }) => level !== 'village');
  const computed = areas.flatMap(({ code }) =>
    SCHEDULED.flatMap((indicator) => scheduleIndicator(points, months, { indicator, areaCode: code })),
  );
  const scheduled = new Set<string>(SCHEDULED);
  const before = findPlanInForce(planned.plans, from)?.schedule ?? [];
  const first = months[0] ?? '';
  return [...computed, ...before.filter(({ indicator, month }) => !scheduled.has(indicator) && month >= first)];
}

/** The end of the month before the plan, its first day, and the ends of the years from then on. */
function createPoints(planned: County, from: IsoDate, lastYear: number): readonly Point[] {
  const today = createIndicatorContext(planned, from);
  const points: Point[] = [
    { on: lastDayOfPreviousMonth(from), context: today.at(lastDayOfPreviousMonth(from)) },
    { on: from, context: today },
  ];
  for (let year = Number(from.slice(0, 4)); year <= lastYear; year++) {
    const on = `${year}-12-31`;
    if (on > from) points.push({ on, context: createIndicatorContext(projectCounty(planned, year)) });
  }
  return points;
}

function scheduleIndicator(
  points: readonly Point[],
  months: readonly string[],
  { indicator, areaCode }: { readonly indicator: IndicatorCode; readonly areaCode: string },
): readonly ScheduleEntry[] {
  const figures = points.map(({ context }) => listScheduled(context, indicator, areaCode));
  const parts = [...(figures.at(-1)?.keys() ?? [])];
  return parts.flatMap((part) => {
    const known = points.flatMap(({ on }, i) => {
      const figure = figures[i]?.get(part);
      return figure?.numerator == null || !figure.denominator ? [] : [{ on, ...readSums(figure) }];
    });
    return months.flatMap((month) => {
      const sums = interpolate(points, known, lastDayOfMonth(month));
      return sums ? [{ indicator, part, areaCode, month, ...round(indicator, sums) }] : [];
    });
  });
}

/** The headline, and parts where they are scheduled. Villages leave by planned year; other parts of that indicator are no progress. */
function listScheduled(
  context: IndicatorContext,
  indicator: IndicatorCode,
  areaCode: string,
): Map<string | null, Figure> {
  const withParts = WITH_PARTS.includes(indicator);
  const figure = computeFigure(context, indicator, areaCode, { parts: withParts });
  const parts = figure.parts.filter(({ part }) => part !== null && (indicator !== 'P3' || part.startsWith('year:')));
  return new Map<string | null, Figure>([
    [null, figure],
    ...(withParts ? parts : []).map((one) => [one.part, one] as const),
  ]);
}

interface Sums {
  readonly numerator: number;
  readonly denominator: number;
}

const readSums = ({ numerator, denominator }: Figure): Sums => ({
  numerator: numerator ?? 0,
  denominator: denominator ?? 0,
});

/** Sums at a day on the line through the points; null before the first. */
function interpolate(
  points: readonly Point[],
  known: readonly (Sums & { readonly on: IsoDate })[],
  day: IsoDate,
): Sums | null {
  const next = known.findIndex(({ on }) => on >= day);
  const to = next < 0 ? known.at(-1) : known[next];
  if (!to) return null;
  const from = known[next - 1];
  if (next < 0 || to.on === day || !from) return next === 0 && to.on !== day ? null : to;
  const calendar = points[0]?.context.index.calendar;
  const between = (a: IsoDate, b: IsoDate) => calendar?.countBetween(dateToDay(a), dateToDay(b)) ?? 0;
  const total = between(from.on, to.on);
  const share = total === 0 ? 1 : between(from.on, day) / total;
  return { numerator: from.numerator + (to.numerator - from.numerator) * share, denominator: to.denominator };
}

/** Whole things that are done, and lengths to the millimetre. */
const round = (indicator: IndicatorCode, { numerator, denominator }: Sums): Sums =>
  indicator === 'R1' || indicator === 'R6'
    ? { numerator: Math.round(numerator * 1000) / 1000, denominator }
    : { numerator: Math.floor(numerator + 1e-9), denominator };
