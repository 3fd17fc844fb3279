import type { Segment } from '../../county/county.ts';
import { dateToDay } from '../../county/dates.ts';
import { ROAD_FUNCTIONS, WORK_STATUSES } from '../../county/kinds.ts';
import { pricePlanned } from '../../network/hardening-cost.ts';
import type { AreaScope } from '../area-scope.ts';
import type { IndicatorContext } from '../context.ts';
import type { Breakdown, IndicatorDefinition, PartSpec } from '../definition.ts';
import { pieceSource } from '../entry-sources.ts';

const COMPLETED = WORK_STATUSES.indexOf('completed');

/** What the hardening programme says of a piece: whether it is planned, done, how long it is and what its share costs. */
function createProgramme(context: IndicatorContext) {
  const { pieces, segments, planned } = context.county;
  const { status } = context.state.segments;
  const segmentOf = (piece: number) => segments[pieces.segment[piece] ?? -1];
  const isEstimated = (segment: Segment | undefined): boolean =>
    segment?.costYuan === null && planned?.hardenedIn.has(segment.code) === true;
  return {
    segmentOf,
    isShared: (piece: number) => segmentOf(piece)?.sharesPavementWith != null,
    hasPlan: (piece: number) => segmentOf(piece)?.plannedYear != null,
    isDone: (piece: number) => (status[pieces.segment[piece] ?? -1] ?? 0) >= COMPLETED,
    meters: (piece: number) => pieces.lengthMeters[piece] ?? 0,
    /** The segment's cost in the share of its length; what a plan hardens is priced by the county's table. Cost not known makes the sum unknown. */
    yuan: (piece: number) => {
      const segment = segmentOf(piece);
      if (!segment || segment.lengthMeters === 0) return Number.NaN;
      const yuan = isEstimated(segment) ? pricePlanned(context.county, segment).yuan : (segment.costYuan ?? Number.NaN);
      return (yuan * (pieces.lengthMeters[piece] ?? 0)) / segment.lengthMeters;
    },
    isEstimated: (piece: number) => isEstimated(segmentOf(piece)),
    year: (piece: number) => segmentOf(piece)?.plannedYear ?? 0,
  };
}

type Programme = ReturnType<typeof createProgramme>;

/** What parts of R5 and R6 have in common: planned pieces whose pavement is their own. */
function plannedPieces(programme: Programme) {
  const { hasPlan, isShared } = programme;
  return {
    includes: (piece: number) => hasPlan(piece) && !isShared(piece),
    pair: null,
    excludedNote: (piece: number) => (hasPlan(piece) && isShared(piece) ? 'pavement_shared' : null),
  };
}

/** The same question by function and by planned year; the years are those of the whole county, the same parts in every area. */
function createBreakdowns(
  context: IndicatorContext,
  { segmentOf, year }: Programme,
  base: PartSpec,
): readonly Breakdown[] {
  const years = context.index.plannedRoadYears();
  const byFunction: Breakdown = {
    base,
    parts: ROAD_FUNCTIONS.map((kind) => `function:${kind}`),
    classOf: (piece) => (ROAD_FUNCTIONS as readonly unknown[]).indexOf(segmentOf(piece)?.roadFunction),
    denominator: 'class',
  };
  const byYear: Breakdown = {
    base,
    parts: years.map((y) => `year:${y}`),
    periods: years.map((y) => ({ startsOn: `${y}-01-01`, deadline: `${y}-12-31` })),
    classOf: (piece) => years.indexOf(year(piece)),
    denominator: 'class',
  };
  return [byFunction, byYear];
}

/** R5: what is left of the hardening programme: length, cost, and the pace needed to the deadline. */
export const R5: IndicatorDefinition = {
  code: 'R5',
  unit: 'meters',
  countUnit: 'meters',
  betterDirection: 'down',
  target: { kind: 'shown' },
  withoutSchedule: 'linear',
  groups: (context) => {
    const programme = createProgramme(context);
    const { isDone, meters, yuan, isEstimated } = programme;
    const length: PartSpec = {
      ...plannedPieces(programme),
      part: null,
      unit: 'meters',
      countUnit: 'meters',
      form: 'count',
      numerator: (piece) => (isDone(piece) ? 0 : meters(piece)),
      denominator: meters,
      hasData: context.index.pieceGroup('planned').length > 0,
    };
    const cost: PartSpec = {
      ...length,
      part: 'cost',
      unit: 'yuan',
      countUnit: 'yuan',
      numerator: (piece) => (isDone(piece) ? 0 : yuan(piece)),
      denominator: yuan,
      note: (piece) => (isEstimated(piece) ? 'cost_estimated' : Number.isFinite(yuan(piece)) ? null : 'cost_unknown'),
    };
    const pace: PartSpec = {
      ...length,
      part: 'pace',
      unit: 'meters_per_day',
      countUnit: 'days',
      form: 'quotient',
      denominator: null,
      wholeDenominator: context.index.calendar.countBetween(context.day, dateToDay(context.county.campaign.deadline)),
    };
    const breakdowns = createBreakdowns(context, programme, length);
    return [{ source: pieceSource(context, 'planned'), parts: [length, cost, pace], breakdowns }];
  },
};

/** R6: hardening completed of the length planned, by function, year and (below the county) project. */
export const R6: IndicatorDefinition = {
  code: 'R6',
  unit: 'ratio',
  countUnit: 'meters',
  betterDirection: 'up',
  target: { kind: 'value', value: 1 },
  withoutSchedule: 'linear',
  groups: (context) => {
    const programme = createProgramme(context);
    const { isDone, meters, segmentOf } = programme;
    const base: PartSpec = {
      ...plannedPieces(programme),
      part: null,
      unit: 'ratio',
      countUnit: 'meters',
      form: 'quotient',
      targeted: true,
      numerator: (piece) => (isDone(piece) ? meters(piece) : 0),
      denominator: meters,
    };
    const breakdownsIn = (scope: AreaScope): readonly Breakdown[] => {
      const projects = listProjects(context, scope, programme);
      const byProject: Breakdown = {
        base,
        parts: projects.map((code) => `project:${code}`),
        classOf: (piece) => projects.indexOf(segmentOf(piece)?.projectCode ?? ''),
        denominator: 'class',
      };
      return [byProject];
    };
    const breakdowns = createBreakdowns(context, programme, base);
    return [{ source: pieceSource(context, 'planned'), parts: [base], breakdowns, breakdownsIn }];
  },
};

/** Projects of the planned pieces of a town or village; a county has too many to be read as parts. */
function listProjects(
  { county }: IndicatorContext,
  scope: AreaScope,
  { hasPlan, segmentOf }: Programme,
): readonly string[] {
  if (scope.code === county.code) return [];
  const codes = new Set<string>();
  const { start, end } = scope.pieces();
  for (let piece = start; piece < end; piece++) {
    const project = hasPlan(piece) ? segmentOf(piece)?.projectCode : null;
    if (project) codes.add(project);
  }
  return [...codes].sort();
}
