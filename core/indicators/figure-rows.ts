import type { Area } from '../county/county.ts';
import { NotFoundError } from '../errors.ts';
import type { AreaScope } from './area-scope.ts';
import type { IndicatorContext } from './context.ts';
import type { EntrySource, PartSpec } from './definition.ts';
import type { FigureRow, IndicatorCode } from './figure.ts';
import { findPart, measureEntry } from './measure.ts';
import { getPartGroups } from './part-groups.ts';
import { INDICATORS } from './register.ts';

/**
 * The rows behind a figure: every entry its sums went through, and those left out with the reason (`counts: false`). The numerators and
 * denominators of the rows that count add up to the figure's, and those of its pair to the pair's.
 *
 * @throws {NotFoundError} `unknown_area`, `unknown_part`
 */
export function listFigureRows(
  context: IndicatorContext,
  code: IndicatorCode,
  areaCode: string,
  part: string | null = null,
): readonly FigureRow[] {
  const scope = context.scope(areaCode);
  const found = findPart(getPartGroups(context, INDICATORS[code], part !== null), part, scope);
  if (found) return listRows(found.source, found.spec, scope);
  if (part === null) return [];
  throw new NotFoundError('unknown_part', `Got part ${part} when expected a part of ${code} in ${areaCode}`, {
    part,
    indicator: code,
  });
}

function listRows(source: EntrySource, part: PartSpec, scope: AreaScope): readonly FigureRow[] {
  const rows: FigureRow[] = [];
  const { start, end } = source.rangeIn(scope);
  for (let k = start; k < end; k++) {
    const entry = source.indexes === null ? k : (source.indexes[k] ?? 0);
    const row = createRow({ source, part }, entry, scope.area);
    if (row === null) continue;
    const previous = rows.at(-1);
    // pieces of one segment in one area follow each other and are one row
    if (previous && isSameThing(previous, row)) rows[rows.length - 1] = addRows(previous, row);
    else rows.push(row);
  }
  return rows;
}

function createRow(
  { source, part }: { readonly source: EntrySource; readonly part: PartSpec },
  entry: number,
  area: Area,
): FigureRow | null {
  const counts = part.includes(entry);
  const note = (counts ? part.note?.(entry) : part.excludedNote?.(entry)) ?? null;
  if (!counts && note === null) return null;
  const { code, name, nameEn, areaCode, position } = source.describe(entry);
  const adds = counts ? measureEntry(part, entry) : NOTHING;
  return {
    code,
    name,
    nameEn,
    areaCode,
    numerator: known(adds.numerator) ?? 0,
    denominator: known(adds.denominator) ?? 0,
    pairNumerator: part.pair === null ? null : known(adds.pairNumerator),
    pairDenominator: part.pair === null || part.denominator === null ? null : known(adds.pairDenominator),
    counts,
    note: note ?? (isDifference(areaCode, area) ? 'in_no_child' : null),
    noteValues: note === null ? null : (part.noteValues?.(entry) ?? null),
    position,
  };
}

/** What lies in the area itself and in none of its children is the difference between it and their sum. */
const isDifference = (areaCode: string, { code, level }: Area): boolean => areaCode === code && level !== 'village';

/** What an entry adds that is listed and does not count. */
const NOTHING: ReturnType<typeof measureEntry> = { numerator: 0, denominator: 0, pairNumerator: 0, pairDenominator: 0 };

/** Null = not known. Of the figure itself such a row adds nothing, and its note says so. */
const known = (amount: number): number | null => (Number.isFinite(amount) ? amount : null);

const isSameThing = (a: FigureRow, b: FigureRow): boolean =>
  a.code === b.code && a.areaCode === b.areaCode && a.counts === b.counts && a.name === b.name;

const addRows = (a: FigureRow, b: FigureRow): FigureRow => ({
  ...a,
  numerator: a.numerator + b.numerator,
  denominator: a.denominator + b.denominator,
  pairNumerator: addKnown(a.pairNumerator, b.pairNumerator),
  pairDenominator: addKnown(a.pairDenominator, b.pairDenominator),
});

const addKnown = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);
