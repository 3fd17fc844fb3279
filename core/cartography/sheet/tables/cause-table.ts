import { computeFigure } from '../../../indicators/compute.ts';
import type { FigureWithParts } from '../../../indicators/figure.ts';
import { formatNumber } from '../../../indicators/format-figure.ts';
import { labelPart } from '../../../indicators/part-label.ts';
import type { TableCell, TableData } from '../furniture/table-data.ts';
import { childrenOf, nameOf, numberColumn, say, subjectColumn, type TableScope, wordColumn } from './table-scope.ts';

/** Towns (villages) by households, people and main cause; the causes add up to the total (T3 against T1). */
export function createCauseTable(scope: TableScope): TableData | null {
  const { context, area, language } = scope;
  const children = childrenOf(scope);
  const all = computeFigure(context, 'T3', area.code);
  const causes = all.parts.flatMap(({ part }) => (part?.startsWith('cause:') ? [part] : []));
  const total = computeFigure(context, 'T1', area.code, { parts: false });
  if (children.length === 0 || causes.length === 0 || total.value === null) return null;
  const rowFor = (name: string, code: string): TableCell[] => {
    const count = code === area.code ? total : computeFigure(context, 'T1', code, { parts: false });
    const byCause = code === area.code ? all : computeFigure(context, 'T3', code);
    return [
      name,
      count.value === null ? '—' : formatNumber(count.value, 0),
      count.pair?.value == null ? '—' : formatNumber(count.pair.value, 0),
      ...causes.map((cause) => householdsOf(byCause, cause)),
    ];
  };
  return {
    id: 'towns_by_cause',
    title: say(scope, area.level === 'county' ? 'towns_by_cause' : 'villages_by_cause'),
    columns: [
      wordColumn(say(scope, 'column_name')),
      numberColumn(say(scope, 'column_households')),
      numberColumn(say(scope, 'column_people'), 2),
      ...causes.map((cause) => subjectColumn(labelPart(language, context.county, cause))),
    ],
    rows: [
      rowFor(say(scope, 'column_total'), area.code),
      ...children.map((child) => rowFor(nameOf(scope, child), child.code)),
    ],
    boldRows: new Set([0]),
  };
}

function householdsOf(figure: FigureWithParts, part: string): string {
  const found = figure.parts.find((one) => one.part === part);
  return found?.numerator == null ? '—' : formatNumber(found.numerator, 0);
}
