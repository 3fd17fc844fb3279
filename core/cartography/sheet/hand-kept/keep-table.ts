import type { TableCell, TableData } from '../furniture/table-data.ts';
import { say, type TableScope } from '../tables/table-scope.ts';

/** Rows of the log that are printed empty, and their height: a hand writes in them. */
const LOG_ROWS = 12;
const LOG_ROW_MILLIMETERS = 8;
/** A row with a box is at least this high, millimetres. */
const BOX_ROW_MILLIMETERS = 4.5;

/** A table for pen and sticker: without its states, with a box before each row that can be struck off. */
export function keepTable(table: TableData, scope: TableScope): TableData {
  const kept = table.columns.flatMap(({ isState }, index) => (isState ? [] : [index]));
  const { doneRows } = table;
  const pick = <T>(list: readonly T[]): T[] => kept.flatMap((index) => list.slice(index, index + 1));
  const columns = pick(table.columns);
  const rows = table.rows.map((row) => pick(row));
  if (!doneRows) return { ...table, columns, rows };
  return {
    ...table,
    leastRowMillimeters: BOX_ROW_MILLIMETERS,
    columns: [{ title: say(scope, 'column_box'), align: 'middle', rank: 0 }, ...columns],
    rows: rows.map((row, index): TableCell[] => [{ box: doneRows.has(index) ? 'done' : 'open' }, ...row]),
  };
}

/** The log (销号登记表): day, item, by whom, signed; empty rows. */
export const createLogTable = (scope: TableScope): TableData => ({
  id: 'log',
  title: say(scope, 'log'),
  isWhole: true,
  leastRowMillimeters: LOG_ROW_MILLIMETERS,
  hasColumnRules: true,
  columns: [
    { title: say(scope, 'log_date'), align: 'start', rank: 0, flexible: true },
    { title: say(scope, 'log_item'), align: 'start', rank: 0, flexible: true, share: 2.4 },
    { title: say(scope, 'log_by'), align: 'start', rank: 0, flexible: true },
    { title: say(scope, 'log_signed'), align: 'start', rank: 0, flexible: true },
  ],
  rows: Array.from({ length: LOG_ROWS }, () => ['', '', '', '']),
});
