import type { IndicatorCode } from '../../../indicators/figure.ts';
import type { MapTable } from '../../map-definition.ts';
import type { EditionView } from '../edition/edition-view.ts';
import { createPublicTable } from '../edition/public-tables.ts';
import type { TableCell, TableData } from '../furniture/table-data.ts';
import { keepTable } from '../hand-kept/keep-table.ts';
import { createTable } from '../list-tables.ts';
import type { SheetOptions } from '../sheet-spec.ts';
import { say, type TableScope } from './table-scope.ts';

/** What a table is read with. */
export interface TableRequest {
  readonly scope: TableScope;
  readonly edition: EditionView;
  readonly options: Pick<SheetOptions, 'ranking' | 'secondLanguage' | 'isHandKept'>;
  readonly rankedBy: IndicatorCode;
}

/** A table as the edition and the options want it; null when there is nothing to say. */
export function readTable(name: MapTable, request: TableRequest): TableData | null {
  const { scope, options } = request;
  const table = makeTable(name, request);
  const limited = table?.id === 'ranking' ? limitRanking(scope, table, options.ranking) : table;
  if (!limited) return null;
  const language = options.secondLanguage;
  const second = language === null ? null : makeTable(name, { ...request, scope: { ...scope, language } });
  const titled = withOrigin(scope, second ? withSecondTitles(limited, second) : limited);
  return options.isHandKept ? keepTable(titled, scope) : titled;
}

function makeTable(name: MapTable, { scope, edition, rankedBy }: TableRequest): TableData | null {
  const make = () => createTable(name, scope, rankedBy);
  return edition.isPublic ? createPublicTable(name, { scope, view: edition }, make) : make();
}

/** Texts of the data that have no English stand in an English table as they were entered, and the table says so. */
function withOrigin(scope: TableScope, table: TableData): TableData {
  const isChinese = (cell: TableCell): boolean => typeof cell === 'string' && /\p{Script=Han}/u.test(cell);
  if (scope.language === 'zh' || !table.rows.some((row) => row.some(isChinese))) return table;
  return addRemark(scope, table, say(scope, 'as_entered'));
}

const addRemark = ({ language }: TableScope, table: TableData, remark: string): TableData => ({
  ...table,
  remark: [table.remark, remark].filter(Boolean).join(language === 'zh' ? '，' : ', '),
});

/** Titles of the same table in the second language beside those of the first. */
const withSecondTitles = (table: TableData, second: TableData): TableData => ({
  ...table,
  secondTitle: second.title,
  columns: table.columns.map((column, index) => {
    const title = second.columns[index]?.title;
    return title && title !== column.title ? { ...column, secondTitle: title } : column;
  }),
});

/** All of a ranking, its front half with the benchmarks, or none. */
function limitRanking(scope: TableScope, table: TableData, ranking: SheetOptions['ranking']): TableData | null {
  if (ranking !== 'front_half') return ranking === 'none' ? null : table;
  // benchmarks carry no rank
  const areas = table.rows.filter(([rank]) => rank !== '');
  const front = areas.slice(0, Math.ceil(areas.length / 2));
  const rows = [...front, ...table.rows.filter(([rank]) => rank === '')];
  return addRemark(scope, { ...table, rows }, say(scope, 'ranking_front_half'));
}
