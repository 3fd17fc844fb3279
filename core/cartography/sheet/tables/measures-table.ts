import { PROJECT_KINDS } from '../../../county/kinds.ts';
import { computeFigure } from '../../../indicators/compute.ts';
import type { Figure, FigureWithParts } from '../../../indicators/figure.ts';
import { formatNumber, writeAmount } from '../../../indicators/format-figure.ts';
import { text } from '../../../texts/text.ts';
import type { TableCell, TableData } from '../furniture/table-panel.ts';
import { numberColumn, say, type TableScope, wordColumn } from './table-scope.ts';

/** Projects and funds by kind: begun and completed (P1), allocated and disbursed (P2). */
export function createMeasuresTable(scope: TableScope): TableData | null {
  const { context, area, language } = scope;
  const completed = computeFigure(context, 'P1', area.code);
  const funds = computeFigure(context, 'P2', area.code);
  const kinds = PROJECT_KINDS.filter((kind) => partOf(completed, `kind:${kind}`));
  if (kinds.length === 0) return null;
  const rowFor = (name: string, part: string | null): TableCell[] => {
    const project = part ? partOf(completed, part) : completed;
    const fund = part ? partOf(funds, part) : funds;
    return [
      name,
      count(project?.denominator),
      count(project?.numerator),
      money(fund?.denominator, fund),
      money(fund?.numerator, fund),
    ];
  };
  const money = (amount: number | null | undefined, figure: Figure | null): string =>
    amount == null || !figure ? '—' : writeAmount(amount, figure.countUnit, { language }).value;
  return {
    id: 'measures_by_year',
    title: say(scope, 'measures_by_year'),
    columns: [
      wordColumn(say(scope, 'column_kind')),
      numberColumn(say(scope, 'column_projects')),
      numberColumn(say(scope, 'column_completed')),
      numberColumn(say(scope, 'column_allocated'), 1),
      numberColumn(say(scope, 'column_spent'), 2),
    ],
    rows: [
      rowFor(say(scope, 'column_total'), null),
      ...kinds.map((kind) => rowFor(text(language, 'things', `project_kind_${kind}`), `kind:${kind}`)),
    ],
    boldRows: new Set([0]),
  };
}

const partOf = (figure: FigureWithParts, part: string): Figure | null =>
  figure.parts.find((one) => one.part === part) ?? null;

const count = (amount: number | null | undefined): string => (amount == null ? '—' : formatNumber(amount, 0));
