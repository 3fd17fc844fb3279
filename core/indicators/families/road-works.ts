import { dateToDay } from '../../county/dates.ts';
import { ROAD_FUNCTIONS, WORK_STATUSES } from '../../county/kinds.ts';
import type { AreaScope } from '../area-scope.ts';
import type { IndicatorContext } from '../context.ts';
import type { IndicatorDefinition, PartSpec, Period } from '../definition.ts';
import { pieceSource } from '../entry-sources.ts';

const COMPLETED = WORK_STATUSES.indexOf('completed');

/** What the hardening programme says of a piece: whether it is planned, done, how long it is and what its share costs. */
function createProgramme(context: IndicatorContext) {
  const { pieces, segments } = context.county;
  const { status } = context.state.segments;
  const segmentOf = (piece: number) => segments[pieces.segment[piece] ?? -1];
  return {
    segmentOf,
    isShared: (piece: number) => segmentOf(piece)?.sharesPavementWith != null,
    hasPlan: (piece: number) => segmentOf(piece)?.plannedYear != null,
    isDone: (piece: number) => (status[pieces.segment[piece] ?? -1] ?? 0) >= COMPLETED,
    meters: (piece: number) => pieces.lengthMeters[piece] ?? 0,
    /** The segment's cost in the share of its length. Cost not known makes the sum unknown. */
    yuan: (piece: number) => {
      const segment = segmentOf(piece);
      if (!segment || segment.costYuan === null || segment.lengthMeters === 0) return Number.NaN;
      return (segment.costYuan * (pieces.lengthMeters[piece] ?? 0)) / segment.lengthMeters;
    },
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

/** R5: what is left of the hardening programme: length, cost, and the pace needed to the deadline. */
export const R5: IndicatorDefinition = {
  code: 'R5',
  unit: 'meters',
  countUnit: 'meters',
  betterDirection: 'down',
  target: { kind: 'shown' },
  withoutSchedule: 'linear',
  headline: 'computed',
  groups: (context, scope) => {
    const programme = createProgramme(context);
    const base = plannedPieces(programme);
    const { isDone, meters, yuan, segmentOf, year } = programme;
    const left = (piece: number) => (isDone(piece) ? 0 : meters(piece));
    const count = (part: string | null, among?: (piece: number) => boolean): PartSpec => ({
      ...base,
      part,
      unit: 'meters',
      countUnit: 'meters',
      form: 'count',
      ...(among ? { includes: (piece: number) => base.includes(piece) && among(piece) } : {}),
      numerator: left,
      denominator: meters,
    });
    const cost: PartSpec = {
      ...count('cost'),
      unit: 'yuan',
      countUnit: 'yuan',
      numerator: (piece) => (isDone(piece) ? 0 : yuan(piece)),
      denominator: yuan,
    };
    const daysLeft = context.index.calendar.countBetween(context.day, dateToDay(context.county.campaign.deadline));
    const pace: PartSpec = {
      ...count('pace'),
      unit: 'meters_per_day',
      countUnit: 'days',
      form: 'quotient',
      denominator: null,
      wholeDenominator: daysLeft,
    };
    const parts = [
      count(null),
      cost,
      pace,
      ...ROAD_FUNCTIONS.map((kind) => count(`function:${kind}`, (piece) => segmentOf(piece)?.roadFunction === kind)),
      ...listPlannedYears(context).map((y) => count(`year:${y}`, (piece) => year(piece) === y)),
    ];
    return [{ source: pieceSource(context, scope), parts }];
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
  headline: 'computed',
  groups: (context, scope) => {
    const programme = createProgramme(context);
    const base = plannedPieces(programme);
    const { isDone, meters, segmentOf, year } = programme;
    const share = (part: string | null, among?: (piece: number) => boolean, period?: Period): PartSpec => ({
      ...base,
      part,
      unit: 'ratio',
      countUnit: 'meters',
      form: 'quotient',
      targeted: true,
      ...(period ? { period } : {}),
      ...(among ? { includes: (piece: number) => base.includes(piece) && among(piece) } : {}),
      numerator: (piece) => (isDone(piece) ? meters(piece) : 0),
      denominator: meters,
    });
    const parts = [
      share(null),
      ...ROAD_FUNCTIONS.map((kind) => share(`function:${kind}`, (piece) => segmentOf(piece)?.roadFunction === kind)),
      ...listPlannedYears(context).map((y) => share(`year:${y}`, (piece) => year(piece) === y, periodOfYear(y))),
      ...listProjects(context, scope, programme).map((code) =>
        share(`project:${code}`, (piece) => segmentOf(piece)?.projectCode === code),
      ),
    ];
    return [{ source: pieceSource(context, scope), parts }];
  },
};

/** Years in which hardening is planned anywhere in the county, ascending: the same parts in every area. */
function listPlannedYears({ index }: IndicatorContext): readonly number[] {
  return index.plannedRoadYears();
}

const periodOfYear = (year: number): Period => ({ startsOn: `${year}-01-01`, deadline: `${year}-12-31` });

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
