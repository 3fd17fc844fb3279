import type { AreaScope } from './area-scope.ts';
import type { IndicatorContext } from './context.ts';
import type { Breakdown, EntrySource, IndicatorDefinition, PartHead } from './definition.ts';
import { type Figure, type FigureWithParts, INDICATOR_CODES, type IndicatorCode } from './figure.ts';
import { type Assessment, assess } from './lights.ts';
import { type Measure, measureBreakdown, measurePart, NOT_YET_AVAILABLE } from './measure.ts';
import { hasRecovered } from './recovered.ts';
import { INDICATORS } from './register.ts';

/** What of a figure is wanted. */
export interface FigureOptions {
  /** False leaves `parts` empty. */
  readonly parts?: boolean;
}

/**
 * One indicator in an area at the context's day, with its parts. Core units: metres, yuan, minutes; rates 0 to 1.
 *
 * @throws {NotFoundError} `unknown_area`
 */
export function computeFigure(
  context: IndicatorContext,
  code: IndicatorCode,
  areaCode: string,
  options: FigureOptions = {},
): FigureWithParts {
  const definition = INDICATORS[code];
  const place = { context, definition, scope: context.scope(areaCode) };
  let headline = createWaitingHeadline(place);
  const parts: Figure[] = [];
  for (const { source, parts: specs, breakdowns = [] } of definition.groups(context, place.scope)) {
    for (const part of specs) {
      if (part.part !== null && options.parts === false) continue;
      const figure = createFigure(place, part, measurePart(source, part));
      if (part.part === null) headline = figure;
      else parts.push(figure);
    }
    if (options.parts !== false) {
      for (const breakdown of breakdowns) parts.push(...createBreakdownFigures(place, source, breakdown));
    }
  }
  return { ...headline, parts };
}

/** Several indicators in an area, in the order of `codes`; without codes the whole register. */
export function computeFigures(
  context: IndicatorContext,
  areaCode: string,
  codes: readonly IndicatorCode[] = INDICATOR_CODES,
  options: FigureOptions = {},
): readonly FigureWithParts[] {
  return codes.map((code) => computeFigure(context, code, areaCode, options));
}

/** Where and for what a figure is made. */
interface FigurePlace {
  readonly context: IndicatorContext;
  readonly definition: IndicatorDefinition;
  readonly scope: AreaScope;
}

/** What an indicator says while the road network is missing; replaced by the headline of those that need none. */
function createWaitingHeadline(place: FigurePlace): Figure {
  const { unit, countUnit } = place.definition;
  return fillFigure(place, { part: null, unit, countUnit, pair: null }, NOT_YET_AVAILABLE, {
    target: null,
    light: 'grey',
    lag: null,
    dueSoon: false,
    reason: 'not_yet_available',
  });
}

function createBreakdownFigures(place: FigurePlace, source: EntrySource, breakdown: Breakdown): readonly Figure[] {
  const { base, parts, periods } = breakdown;
  const { unit, countUnit, form, pair, targeted } = base;
  return measureBreakdown(source, breakdown).map((measure, i) => {
    const head = { part: parts[i] ?? null, unit, countUnit, form, pair, targeted, period: periods?.[i] };
    return createFigure(place, head, measure);
  });
}

function createFigure(place: FigurePlace, part: PartHead, measure: Measure): Figure {
  const { context, definition, scope } = place;
  const assessment = assess(context, { definition, scope, part, measure });
  const figure = fillFigure(place, part, measure, assessment);
  const mayHaveRecovered = part.part === null && assessment.light === 'green';
  return mayHaveRecovered && hasRecovered(context, definition, scope.code) ? { ...figure, recovered: true } : figure;
}

function fillFigure(
  { context: { asOf, plan, county }, definition, scope }: FigurePlace,
  { part, unit, countUnit, pair }: Pick<PartHead, 'part' | 'unit' | 'countUnit' | 'pair'>,
  measure: Measure,
  assessment: Assessment,
): Figure {
  return {
    code: definition.code,
    part,
    area: scope.code,
    asOf,
    plan: plan?.code ?? null,
    revision: county.revision,
    value: measure.value,
    unit,
    numerator: measure.numerator,
    denominator: measure.denominator,
    countUnit,
    pair: createPair(pair, measure.pair),
    target: assessment.target,
    light: assessment.light,
    lag: assessment.lag,
    dueSoon: assessment.dueSoon,
    recovered: false,
    reason: assessment.reason,
    speedVersion: null,
  };
}

function createPair(pair: PartHead['pair'], measure: Measure['pair']): Figure['pair'] {
  if (pair === null || measure === null) return null;
  const { value, numerator, denominator } = measure;
  return { value, numerator, denominator, countUnit: pair.countUnit };
}
