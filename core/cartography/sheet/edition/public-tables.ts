import { campaignWord } from '../../../county/campaign-word.ts';
import { computeFigure } from '../../../indicators/compute.ts';
import { formatDate, formatFigureValue } from '../../../indicators/format-figure.ts';
import { text } from '../../../texts/text.ts';
import type { MapTable } from '../../map-definition.ts';
import type { TableCell, TableData } from '../furniture/table-data.ts';
import { childrenOf, nameOf, numberColumn, say, type TableScope, wordColumn } from '../tables/table-scope.ts';
import type { EditionView } from './edition-view.ts';

/**
 * A table of the map as a public edition has it, made anew or from the internal one; null when there is none. Counts are those of the view.
 *
 * @param make the internal table
 */
export function createPublicTable(
  name: MapTable,
  { scope, view }: { readonly scope: TableScope; readonly view: EditionView },
  make: () => TableData | null,
): TableData | null {
  if (!view.allowsTable(name)) return null;
  if (name === 'towns_by_cause' || name === 'villages') return createCountTable(name, scope, view);
  const table = make();
  return name === 'parks' && table ? withoutColumn(table, say(scope, 'column_linked')) : table;
}

/** Target households, people and their share by town or village, in place of the tables by cause; null when all of these are hidden. */
function createCountTable(id: MapTable, scope: TableScope, view: EditionView): TableData | null {
  const { area, language, context } = scope;
  const children = childrenOf(scope);
  if (children.length === 0 || view.countedOn === null) return null;
  if (computeFigure(context, 'T1', area.code, { parts: false }).value === null) return null;
  const rowFor = (name: string, areaCode: string): TableCell[] => {
    const share = view.figure('T2', areaCode);
    return [
      name,
      ...(['households', 'people'] as const).map((unit) => view.count({ statistic: 'targets', areaCode, unit })),
      share === null ? '—' : (share.hidden ?? formatFigureValue(share.figure, { language })),
    ];
  };
  const rows = children.map((child) => rowFor(nameOf(scope, child), child.code));
  if (!rows.some(([, ...cells]) => cells.some((cell) => /\d/.test(String(cell))))) return null;
  const target = campaignWord(language, context.county.campaign, 'target_household');
  return {
    id,
    title: text(language, 'sheetEditions', area.level === 'county' ? 'counts_towns' : 'counts_villages', { target }),
    remark: text(language, 'sheetEditions', 'counts_on', { date: formatDate(view.countedOn, language) }),
    columns: [
      wordColumn(say(scope, 'column_name')),
      numberColumn(say(scope, 'column_households')),
      numberColumn(say(scope, 'column_people')),
      numberColumn(say(scope, 'column_share')),
    ],
    rows: [rowFor(say(scope, 'column_total'), area.code), ...rows],
    boldRows: new Set([0]),
  };
}

function withoutColumn(table: TableData, title: string): TableData {
  const index = table.columns.findIndex((column) => column.title === title);
  if (index < 0) return table;
  const keep = (_: unknown, i: number): boolean => i !== index;
  return { ...table, columns: table.columns.filter(keep), rows: table.rows.map((row) => row.filter(keep)) };
}
