import { computeFigure } from '../../../indicators/compute.ts';
import { formatFigureValue, formatNumber } from '../../../indicators/format-figure.ts';
import type { TableData } from '../furniture/table-data.ts';
import { childrenOf, nameOf, numberColumn, say, type TableScope, wordColumn } from './table-scope.ts';

/** Villages of a town: target households and people, their share, planned year of leaving and whether they left. */
export function createVillagesTable(scope: TableScope): TableData | null {
  const { context, area, language } = scope;
  const villages = childrenOf(scope);
  // without households there is nothing to say of them
  if (villages.length === 0 || computeFigure(context, 'T1', area.code, { parts: false }).value === null) return null;
  const hasLeft = villages.map(({ events }) => events.some(({ kind, on }) => kind === 'exit' && on <= context.asOf));
  return {
    id: 'villages',
    title: say(scope, 'villages'),
    columns: [
      wordColumn(say(scope, 'column_name')),
      numberColumn(say(scope, 'column_households')),
      numberColumn(say(scope, 'column_people')),
      numberColumn(say(scope, 'column_share'), 2),
      { title: say(scope, 'column_exit_year'), align: 'middle', rank: 1 },
      { title: say(scope, 'column_exit'), align: 'middle', rank: 1, isState: true },
    ],
    doneRows: new Set(hasLeft.flatMap((left, index) => (left ? [index] : []))),
    rows: villages.map((village, index) => {
      const count = computeFigure(context, 'T1', village.code, { parts: false });
      const share = computeFigure(context, 'T2', village.code, { parts: false });
      return [
        nameOf(scope, village),
        count.value === null ? '—' : formatNumber(count.value, 0),
        count.pair?.value == null ? '—' : formatNumber(count.pair.value, 0),
        formatFigureValue(share, { language }),
        village.plannedExitYear === null ? '—' : String(village.plannedExitYear),
        village.plannedExitYear === null ? '—' : say(scope, hasLeft[index] ? 'yes' : 'no'),
      ];
    }),
  };
}
