import type { AreaScope } from './area-scope.ts';
import type { IndicatorContext } from './context.ts';
import type { EntrySource, PartSpec } from './definition.ts';
import type { IndicatorCode } from './figure.ts';
import { findPart, type Measure, measurePart } from './measure.ts';
import { getPartGroups } from './part-groups.ts';
import { INDICATORS } from './register.ts';

/** How the areas below an area add up to it. Core units. */
export interface RollUp {
  /** Number of areas directly below. */
  readonly children: number;
  /** Sums over them; null where the figure itself has none. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** The area's own minus the sums. */
  readonly differenceNumerator: number | null;
  readonly differenceDenominator: number | null;
  /** Entries that count in the area and lie in none of those below: they make the difference. */
  readonly inNoChild: number;
}

/** Differences smaller than this are noise of adding up in another order: a millimetre, a fen. */
const NOISE = 1e-3;

/**
 * Whether the areas below add up to an area, for a headline or a part; null for a village, and for means and paces, which are not sums.
 *
 * @throws {NotFoundError} `unknown_area`
 */
export function computeRollUp(
  context: IndicatorContext,
  code: IndicatorCode,
  { areaCode, part }: { readonly areaCode: string; readonly part: string | null },
): RollUp | null {
  const scope = context.scope(areaCode);
  const children = context.index.children.get(areaCode) ?? [];
  const found = findPart(getPartGroups(context, INDICATORS[code], part !== null), part, scope);
  if (children.length === 0 || !found || !isSum(found.spec)) return null;
  const { source, spec } = found;
  const whole = measurePart(source, spec, scope);
  const parts = children.map((child) => measurePart(source, spec, context.scope(child)));
  const numerator = sumOf(parts, whole, 'numerator');
  const denominator = sumOf(parts, whole, 'denominator');
  return {
    children: children.length,
    numerator,
    denominator,
    differenceNumerator: differenceOf(whole.numerator, numerator),
    differenceDenominator: differenceOf(whole.denominator, denominator),
    inNoChild: countOwn(source, spec, scope),
  };
}

/** Means of metres or minutes and paces do not add up. */
const isSum = ({ form, unit, wholeDenominator }: PartSpec): boolean =>
  wholeDenominator === undefined && (form === 'count' || unit === 'ratio');

const sumOf = (parts: readonly Measure[], whole: Measure, side: 'numerator' | 'denominator'): number | null =>
  whole[side] === null ? null : parts.reduce((sum, part) => sum + (part[side] ?? 0), 0);

function differenceOf(whole: number | null, sum: number | null): number | null {
  if (whole === null || sum === null) return null;
  return Math.abs(whole - sum) < NOISE ? 0 : whole - sum;
}

/** Entries of the area itself that count: those that carry its own code. */
function countOwn(source: EntrySource, spec: PartSpec, scope: AreaScope): number {
  const { start, end } = source.rangeIn(scope);
  let count = 0;
  for (let k = start; k < end; k++) {
    const entry = source.indexes === null ? k : (source.indexes[k] ?? 0);
    if (spec.includes(entry) && source.describe(entry).areaCode === scope.code) count++;
  }
  return count;
}
