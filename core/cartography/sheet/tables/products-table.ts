import { computeFigure } from '../../../indicators/compute.ts';
import { formatFigureValue, formatFraction, formatNumber } from '../../../indicators/format-figure.ts';
import type { TableData } from '../furniture/table-data.ts';
import { childrenOf, nameOf, numberColumn, say, type TableScope, wordColumn, wordOf } from './table-scope.ts';

/** One town one industry, one village one product: leading product, parks and bases, and target households that are linked (I1). */
export function createProductsTable(scope: TableScope): TableData | null {
  const { context, area, language } = scope;
  const children = childrenOf(scope);
  if (!children.some(({ leadingProduct }) => leadingProduct)) return null;
  return {
    id: 'products',
    title: say(scope, area.level === 'county' ? 'products_town' : 'products_village'),
    columns: [
      wordColumn(say(scope, 'column_name')),
      wordColumn(say(scope, 'column_product')),
      numberColumn(say(scope, 'column_bases'), 1),
      numberColumn(say(scope, 'column_linked_rate')),
      numberColumn(say(scope, 'column_fraction'), 2),
    ],
    rows: children.map((child) => {
      const linked = computeFigure(context, 'I1', child.code, { parts: false });
      const bases = context.county.parks.filter(({ areaCode }) => areaCode.startsWith(child.code)).length;
      return [
        nameOf(scope, child),
        wordOf(scope, child.leadingProduct ?? '—'),
        formatNumber(bases, 0),
        formatFigureValue(linked, { language }),
        formatFraction(linked, { language }) ?? '—',
      ];
    }),
  };
}
