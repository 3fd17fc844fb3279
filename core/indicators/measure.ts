import type { EntrySource, PartGroup, PartSpec } from './definition.ts';
import type { FigureReason } from './figure.ts';

/** The sums of a part, before it becomes a figure. Null = not known or not applicable, with the reason. */
export interface Measure {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly pair: {
    readonly value: number | null;
    readonly numerator: number | null;
    readonly denominator: number | null;
  } | null;
  readonly reason: FigureReason | null;
}

/** What an unavailable headline says: the road network is not there yet. */
export const NOT_YET_AVAILABLE: Measure = {
  value: null,
  numerator: null,
  denominator: null,
  pair: null,
  reason: 'not_yet_available',
};

/** Adds up a part over the entries of its source. */
export function measurePart(source: EntrySource, part: PartSpec): Measure {
  let numerator = 0;
  let denominator = 0;
  let pairNumerator = 0;
  let pairDenominator = 0;
  const { pair, denominator: denominatorOf } = part;
  for (let k = source.start; k < source.end; k++) {
    const entry = source.indexes === null ? k : (source.indexes[k] ?? 0);
    if (!part.includes(entry)) continue;
    numerator += part.numerator(entry);
    if (denominatorOf !== null) denominator += denominatorOf(entry);
    if (pair === null) continue;
    pairNumerator += pair.numerator(entry);
    pairDenominator += pair.denominator(entry);
  }
  const hasDenominator = denominatorOf !== null || part.wholeDenominator !== undefined;
  const top = known(numerator);
  const bottom = hasDenominator ? known(part.wholeDenominator ?? denominator) : null;
  const reason = reasonOf(part, top, bottom);
  return {
    value: quotientOf(part, top, bottom),
    numerator: top,
    denominator: bottom,
    pair: pair && {
      value: quotientOf(part, known(pairNumerator), known(pairDenominator)),
      numerator: known(pairNumerator),
      denominator: hasDenominator ? known(pairDenominator) : null,
    },
    reason,
  };
}

/** Sums of lengths and money are rounded to a millionth: what is smaller is noise of floating point. */
function known(sum: number): number | null {
  return Number.isFinite(sum) ? Math.round(sum * 1e6) / 1e6 : null;
}

function quotientOf(part: PartSpec, numerator: number | null, denominator: number | null): number | null {
  if (part.form === 'count') return numerator;
  if (numerator === null || denominator === null || denominator === 0) return null;
  return numerator / denominator;
}

function reasonOf(part: PartSpec, numerator: number | null, denominator: number | null): FigureReason | null {
  if (numerator === null) return part.unknownReason ?? 'no_data';
  if (part.form === 'count') return null;
  if (denominator === null) return part.unknownReason ?? 'no_data';
  return denominator === 0 ? 'empty_denominator' : null;
}

/** The group and part of a key; `undefined` when the indicator has no such part in the area. */
export function findPart(
  groups: readonly PartGroup[],
  part: string | null,
): { readonly source: EntrySource; readonly spec: PartSpec } | undefined {
  for (const { source, parts } of groups) {
    const spec = parts.find((candidate) => candidate.part === part);
    if (spec) return { source, spec };
  }
  return undefined;
}
