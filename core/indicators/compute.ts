import type { AreaScope } from './area-scope.ts';
import type { IndicatorContext } from './context.ts';
import type { Breakdown, IndicatorDefinition, PartHead, PartSpec } from './definition.ts';
import { type Figure, type FigureWithParts, INDICATOR_CODES, type IndicatorCode } from './figure.ts';
import { type Assessment, assess } from './lights.ts';
import {
  type Amounts,
  collectAmounts,
  listBreakdowns,
  type Measure,
  measureBreakdown,
  measurePart,
} from './measure.ts';
import { getPartGroups } from './part-groups.ts';
import { hasRecovered } from './recovered.ts';
import { INDICATORS } from './register.ts';

/** What of a figure is wanted. */
export interface FigureOptions {
  /** False leaves `parts` empty. */
  readonly parts?: boolean;
}

/**
 * One indicator in an area at the context's day, with its parts. Core units: metres, yuan, minutes; rates 0 to 1. The last figures are kept:
 * asked again, the same object is answered.
 *
 * @throws {NotFoundError} `unknown_area`
 */
export function computeFigure(
  context: IndicatorContext,
  code: IndicatorCode,
  areaCode: string,
  options: FigureOptions = {},
): FigureWithParts {
  const withParts = options.parts !== false;
  const key = `${context.asOf} ${code} ${areaCode}${withParts ? '' : ' alone'}`;
  const known = context.figures.find(key);
  if (known) return known;
  const figure = createFigureWithParts(
    { context, definition: INDICATORS[code], scope: context.scope(areaCode) },
    withParts,
  );
  context.figures.keep(key, figure);
  return figure;
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

function createFigureWithParts(place: FigurePlace, withParts: boolean): FigureWithParts {
  let headline: Figure | undefined;
  const parts: Figure[] = [];
  for (const group of getPartGroups(place.context, place.definition, withParts)) {
    for (const part of group.parts) {
      if (part.part !== null && !withParts) continue;
      const figure = createFigure(place, part, measurePart(group.source, part, place.scope));
      if (part.part === null) headline = figure;
      else parts.push(figure);
    }
    if (!withParts) continue;
    const amountsOf = new Map<PartSpec, Amounts>();
    for (const breakdown of listBreakdowns(group, place.scope)) {
      const amounts = amountsOf.get(breakdown.base) ?? collectAmounts(group.source, breakdown.base, place.scope);
      amountsOf.set(breakdown.base, amounts);
      parts.push(...createBreakdownFigures(place, amounts, breakdown));
    }
  }
  if (!headline) throw new TypeError(`${place.definition.code} has no headline.`);
  return { ...headline, parts };
}

function createBreakdownFigures(place: FigurePlace, amounts: Amounts, breakdown: Breakdown): readonly Figure[] {
  const { base, parts, periods } = breakdown;
  const { unit, countUnit, form, pair, targeted, restsOnSpeeds } = base;
  return measureBreakdown(amounts, breakdown).map((measure, i) => {
    const head = { part: parts[i] ?? null, unit, countUnit, form, pair, targeted, restsOnSpeeds, period: periods?.[i] };
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
  {
    part,
    unit,
    countUnit,
    pair,
    restsOnSpeeds,
  }: Pick<PartHead, 'part' | 'unit' | 'countUnit' | 'pair' | 'restsOnSpeeds'>,
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
    speedVersion: restsOnSpeeds === true ? county.settings.speeds.version : null,
  };
}

function createPair(pair: PartHead['pair'], measure: Measure['pair']): Figure['pair'] {
  if (pair === null || measure === null) return null;
  const { value, numerator, denominator } = measure;
  return { value, numerator, denominator, countUnit: pair.countUnit };
}
