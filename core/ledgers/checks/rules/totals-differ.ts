import type { LedgerField } from '../../ledger.ts';
import type { SourceRow } from '../../source-table.ts';
import { type CheckContext, reportTable } from '../check-context.ts';
import { createCellReader } from '../read-draft.ts';
import type { CellReading, DraftTable } from '../row-draft.ts';

/** A row of totals says the sum of all rows, or, as a subtotal, of those since the row of totals before it. */
export function checkTotals(context: CheckContext, table: DraftTable): void {
  if (table.source.totals.length === 0) return;
  // of its own: a sum may be more than any row can have
  const read = createCellReader(table, 'zh');
  for (const { field, column, constant } of table.fields) {
    if (!isSummed(field) || column < 0) continue;
    const mapped = { field: { ...field, minimum: null, maximum: null }, column, constant };
    const sums = sumRows(table, (row) => read(mapped, row));
    for (const [index, row] of table.source.totals.entries()) {
      const reading = read(mapped, row);
      if (!('value' in reading) || typeof reading.value !== 'number') continue;
      const whole = sums.total;
      const part = sums.parts[index] ?? 0;
      const slack = slackOf(reading.value, table.drafts.length);
      if (Math.abs(reading.value - whole) <= slack || Math.abs(reading.value - part) <= slack) continue;
      const isWhole = Math.abs(reading.value - whole) <= Math.abs(reading.value - part);
      reportTable(context, table, {
        rule: 'totals_differ',
        row: row.row,
        field: field.name,
        got: String(reading.value),
        expected: formatSum(isWhole ? whole : part),
      });
    }
  }
}

/** Counts, lengths and money are summed; years, degrees, widths and limits are not. */
const isSummed = ({ type, unit, name }: LedgerField): boolean =>
  (type === 'integer' || type === 'number') &&
  ((unit !== null && unit !== 'degrees' && unit !== 'm') || name === 'members' || name === 'plannedAmount');

/** Sum of all rows, and of the rows before each row of totals since the one before it. Cells that are no numbers count as nought. */
function sumRows(table: DraftTable, read: (row: SourceRow) => CellReading) {
  const parts = table.source.totals.map(() => 0);
  let total = 0;
  const numberIn = (row: SourceRow): number => {
    const reading = read(row);
    return 'value' in reading && typeof reading.value === 'number' ? reading.value : 0;
  };
  const ends = table.source.totals.map(({ row }) => row);
  for (const row of table.source.rows) {
    const value = numberIn(row);
    total += value;
    const part = ends.findIndex((end) => row.row < end);
    if (part >= 0) parts[part] = (parts[part] ?? 0) + value;
  }
  return { total, parts };
}

/** Half of the last decimal that is written, and what adding up decimals loses. */
function slackOf(stated: number, count: number): number {
  const decimals = /\.(\d+)$/.exec(String(stated))?.[1]?.length ?? 0;
  return (Number.isInteger(stated) ? 0 : 0.5 * 10 ** -decimals) + 1e-9 * count + 1e-12 * Math.abs(stated);
}

const formatSum = (sum: number): string => String(Math.round(sum * 1e6) / 1e6);
