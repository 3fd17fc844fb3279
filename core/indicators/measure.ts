import type { AreaScope } from './area-scope.ts';
import type { Breakdown, EntrySource, PartGroup, PartSpec } from './definition.ts';
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

/** What is added up over entries. */
export interface Sums {
  numerator: number;
  denominator: number;
  pairNumerator: number;
  pairDenominator: number;
}

const createSums = (): Sums => ({ numerator: 0, denominator: 0, pairNumerator: 0, pairDenominator: 0 });

/** Adds up a part over the entries of its source in an area. */
export function measurePart(source: EntrySource, part: PartSpec, scope: AreaScope): Measure {
  const sums = createSums();
  const { indexes } = source;
  const { start, end } = source.rangeIn(scope);
  for (let k = start; k < end; k++) {
    const entry = indexes === null ? k : (indexes[k] ?? 0);
    if (part.includes(entry)) addEntry(part, entry, sums, sums);
  }
  return createMeasure(part, sums);
}

/** What one entry adds to the sums of a part that includes it; `NaN` = not known. */
export function measureEntry(part: PartSpec, entry: number): Readonly<Sums> {
  const sums = createSums();
  addEntry(part, entry, sums, sums);
  return sums;
}

/** What each entry of a question in an area adds, by the order of its source, and what they make together. */
export interface Amounts {
  readonly entries: Int32Array;
  /** Four to an entry: numerator, denominator, numerator and denominator of the pair. */
  readonly values: Float64Array;
  readonly all: Readonly<Sums>;
}

/** The amounts of a question in an area: gathered once for all breakdowns of it. */
export function collectAmounts(source: EntrySource, base: PartSpec, scope: AreaScope): Amounts {
  const { indexes } = source;
  const { start, end } = source.rangeIn(scope);
  const entries = new Int32Array(end - start);
  const values = new Float64Array(4 * (end - start));
  const all = createSums();
  const one = createSums();
  let count = 0;
  for (let k = start; k < end; k++) {
    const entry = indexes === null ? k : (indexes[k] ?? 0);
    if (!base.includes(entry)) continue;
    one.numerator = one.denominator = one.pairNumerator = one.pairDenominator = 0;
    addEntry(base, entry, one, one);
    const { numerator, denominator, pairNumerator, pairDenominator } = one;
    entries[count] = entry;
    values[4 * count] = numerator;
    values[4 * count + 1] = denominator;
    values[4 * count + 2] = pairNumerator;
    values[4 * count + 3] = pairDenominator;
    all.numerator += numerator;
    all.denominator += denominator;
    all.pairNumerator += pairNumerator;
    all.pairDenominator += pairDenominator;
    count++;
  }
  return { entries: entries.subarray(0, count), values, all };
}

/** Adds up all classes of a breakdown in one pass, in the order of its parts. */
export function measureBreakdown({ entries, values, all }: Amounts, breakdown: Breakdown): readonly Measure[] {
  const { base, parts, classOf } = breakdown;
  const classes = parts.map(createSums);
  for (let k = 0; k < entries.length; k++) {
    const own = classes[classOf(entries[k] as number)];
    if (own === undefined) continue;
    own.numerator += values[4 * k] as number;
    own.denominator += values[4 * k + 1] as number;
    own.pairNumerator += values[4 * k + 2] as number;
    own.pairDenominator += values[4 * k + 3] as number;
  }
  return classes.map((sums) => {
    if (breakdown.denominator === 'all') {
      sums.denominator = all.denominator;
      sums.pairDenominator = all.pairDenominator;
    }
    return createMeasure(base, sums);
  });
}

/** Adds an entry to the sums above and below the line. */
function addEntry(part: PartSpec, entry: number, above: Sums, below: Sums): void {
  const numerator = part.numerator(entry);
  const denominator = part.denominator === null ? 0 : part.denominator(entry);
  above.numerator += numerator;
  below.denominator += denominator;
  const { pair } = part;
  if (pair === null) return;
  if (pair.weight === null) {
    above.pairNumerator += pair.numerator(entry);
    below.pairDenominator += pair.denominator(entry);
    return;
  }
  const weight = pair.weight(entry);
  above.pairNumerator += numerator * weight;
  below.pairDenominator += denominator * weight;
}

/** One class of a breakdown as a part of its own: the same sums, and the rows behind them. */
export function specOfClass({ base, parts, classOf, denominator, periods }: Breakdown, place: number): PartSpec {
  const isOwn = (entry: number) => classOf(entry) === place;
  const period = periods?.[place];
  const named = { ...base, part: parts[place] ?? null, period };
  if (denominator === 'all') {
    const { pair } = base;
    const ownPair =
      pair && pair.weight === null
        ? { ...pair, numerator: (entry: number) => (isOwn(entry) ? pair.numerator(entry) : 0) }
        : pair;
    return { ...named, numerator: (entry) => (isOwn(entry) ? base.numerator(entry) : 0), pair: ownPair };
  }
  return {
    ...named,
    includes: (entry) => isOwn(entry) && base.includes(entry),
    excludedNote: (entry) => (isOwn(entry) ? (base.excludedNote?.(entry) ?? null) : null),
  };
}

/** All breakdowns of a group in an area. */
export const listBreakdowns = (group: PartGroup, scope: AreaScope): readonly Breakdown[] =>
  group.breakdownsIn ? [...(group.breakdowns ?? []), ...group.breakdownsIn(scope)] : (group.breakdowns ?? []);

/** The source and spec of a part; `undefined` when the indicator has no such part in the area. */
export function findPart(
  groups: readonly PartGroup[],
  part: string | null,
  scope: AreaScope,
): { readonly source: EntrySource; readonly spec: PartSpec } | undefined {
  for (const group of groups) {
    const { source } = group;
    const spec = group.parts.find((candidate) => candidate.part === part);
    if (spec) return { source, spec };
    for (const breakdown of listBreakdowns(group, scope)) {
      const place = part === null ? -1 : breakdown.parts.indexOf(part);
      if (place >= 0) return { source, spec: specOfClass(breakdown, place) };
    }
  }
  return undefined;
}

/** A count of things of which the county has no ledger. */
const NO_DATA: Measure = { value: null, numerator: null, denominator: null, pair: null, reason: 'no_data' };

function createMeasure(part: PartSpec, sums: Sums): Measure {
  if (part.hasData === false) return NO_DATA;
  const hasDenominator = part.denominator !== null || part.wholeDenominator !== undefined;
  const numerator = known(sums.numerator);
  const denominator = hasDenominator ? known(part.wholeDenominator ?? sums.denominator) : null;
  return {
    value: divide(part, numerator, denominator),
    numerator,
    denominator,
    pair: part.pair === null ? null : createPairMeasure(part, sums, hasDenominator),
    reason: reasonOf(part, numerator, denominator),
  };
}

function createPairMeasure(part: PartSpec, sums: Sums, hasDenominator: boolean): Measure['pair'] {
  const numerator = known(sums.pairNumerator);
  const denominator = hasDenominator ? known(sums.pairDenominator) : null;
  return { value: divide(part, numerator, denominator), numerator, denominator };
}

/** Sums are rounded to a millionth: what is smaller is noise of floating point. */
function known(sum: number): number | null {
  return Number.isFinite(sum) ? Math.round(sum * 1e6) / 1e6 : null;
}

function divide({ form }: PartSpec, numerator: number | null, denominator: number | null): number | null {
  if (form === 'count') return numerator;
  if (numerator === null || denominator === null || denominator === 0) return null;
  return numerator / denominator;
}

function reasonOf(part: PartSpec, numerator: number | null, denominator: number | null): FigureReason | null {
  if (numerator === null) return part.unknownReason ?? 'no_data';
  if (part.form === 'count') return null;
  if (denominator === null) return part.unknownReason ?? 'no_data';
  return denominator === 0 ? 'empty_denominator' : null;
}
