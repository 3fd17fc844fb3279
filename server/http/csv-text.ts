/** What a cell may hold; null is an empty cell. */
export type CsvCell = string | number | null;

/** A centimetre of longitude, a tenth of a millimetre of road: what lies below is noise of division. */
const DECIMALS = 7;

/** First character of a file without which spreadsheets misread Chinese. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** A whole file (RFC 4180): UTF-8 with a byte order mark. */
export const formatCsv = (lines: readonly (readonly CsvCell[])[]): string =>
  `${BYTE_ORDER_MARK}${lines.map(formatCsvLine).join('')}`;

/** One line with its end. */
export const formatCsvLine = (cells: readonly CsvCell[]): string => `${cells.map(formatCell).join(',')}\r\n`;

/**
 * A cell, quoted where it must be. A text that a spreadsheet would run as a formula is made harmless by a leading apostrophe.
 *
 * @see OWASP, "CSV Injection"
 */
function formatCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(Number(cell.toFixed(DECIMALS)));
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
