import type { RowColumn, RowSort } from '#core/api/figures.ts';
import type { FigureRow } from '#core/indicators/figure.ts';

const collator = new Intl.Collator('zh', { numeric: true });

const COMPARE: Readonly<Record<RowColumn, (a: FigureRow, b: FigureRow) => number>> = {
  code: (a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  name: (a, b) => collator.compare(a.name, b.name),
  area: (a, b) => (a.areaCode < b.areaCode ? -1 : a.areaCode > b.areaCode ? 1 : 0),
  numerator: (a, b) => a.numerator - b.numerator,
  denominator: (a, b) => a.denominator - b.denominator,
};

/** Rows in the order asked for; rows that are equal keep the order of their area. Without a wish the order stays. */
export function sortRows(rows: readonly FigureRow[], sort: RowSort | undefined): readonly FigureRow[] {
  if (sort === undefined) return rows;
  const isDescending = sort.startsWith('-');
  const compare = COMPARE[(isDescending ? sort.slice(1) : sort) as RowColumn];
  return rows.toSorted((a, b) => (isDescending ? compare(b, a) : compare(a, b)));
}
