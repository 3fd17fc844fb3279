import { computeFigure } from '../../../indicators/compute.ts';
import type { FigureWithParts } from '../../../indicators/figure.ts';
import { formatNumber } from '../../../indicators/format-figure.ts';
import { labelPart } from '../../../indicators/part-label.ts';
import { type TextKey, text } from '../../../texts/text.ts';
import type { TableCell, TableData } from '../furniture/table-data.ts';
import { childrenOf, nameOf, numberColumn, say, subjectColumn, type TableScope, wordColumn } from './table-scope.ts';

/** Towns (villages) by households and people of each main category (T1); the categories add up to the total. */
export function createCategoryTable(scope: TableScope): TableData | null {
  const { context, area, language } = scope;
  const children = childrenOf(scope);
  const total = computeFigure(context, 'T1', area.code);
  const categories = total.parts.flatMap(({ part }) => (part?.startsWith('category:') ? [part] : []));
  if (children.length === 0 || categories.length === 0 || total.value === null) return null;
  // towns are printed small: letters as in the legend of the map
  const isWide = area.level === 'county';
  const titleOf = (category: string): string =>
    isWide
      ? labelPart(language, context.county, category)
      : text(language, 'things', category.replace(':', '_letter_') as TextKey<'things'>);
  const rowFor = (name: string, figure: FigureWithParts): TableCell[] => [
    name,
    writePair(figure.value, figure.pair?.value),
    ...categories.map((category) => {
      const found = figure.parts.find(({ part }) => part === category);
      return isWide ? writePair(found?.numerator, found?.pair?.numerator) : writePair(found?.numerator, null);
    }),
  ];
  return {
    id: 'towns_by_category',
    title: say(scope, area.level === 'county' ? 'towns_by_category' : 'villages_by_category'),
    remark: say(scope, isWide ? 'pair_note' : 'pair_total_note'),
    columns: [
      wordColumn(say(scope, 'column_name')),
      numberColumn(say(scope, 'column_total')),
      ...categories.map((category) => subjectColumn(titleOf(category))),
    ],
    rows: [
      rowFor(say(scope, 'column_total'), total),
      ...children.map((child) => rowFor(nameOf(scope, child), computeFigure(context, 'T1', child.code))),
    ],
    boldRows: new Set([0]),
  };
}

/** Households and people always come as a pair (domain.md section 5). */
function writePair(households: number | null | undefined, people: number | null | undefined): string {
  if (households == null) return '—';
  return people == null ? formatNumber(households, 0) : `${formatNumber(households, 0)} / ${formatNumber(people, 0)}`;
}
