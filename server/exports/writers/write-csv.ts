import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import { BYTE_ORDER_MARK, type CsvCell, formatCsvLine } from '../../http/csv-text.ts';
import type { OutCrs } from '../out-crs.ts';
import type { OutTable, OutValue } from '../out-table.ts';
import { createGeometryColumns } from './geometry-columns.ts';

/** Writes a table as CSV (RFC 4180), UTF-8 with a byte order mark; texts that a spreadsheet would run begin with an apostrophe. */
export function writeCsv(table: OutTable, options: { readonly language: Language; readonly crs: OutCrs }): Uint8Array {
  const geometry = createGeometryColumns(table, options);
  const toCell = (value: OutValue): CsvCell =>
    typeof value === 'boolean' ? text(options.language, 'ledgers', value ? 'yes' : 'no') : value;
  const lines = [
    BYTE_ORDER_MARK,
    formatCsvLine([...table.columns, ...geometry.columns].map(({ title }) => title)),
    ...table.rows.map((row) => formatCsvLine([...row.values, ...geometry.toValues(row.geometry)].map(toCell), true)),
  ];
  return Buffer.from(lines.join(''), 'utf8');
}
