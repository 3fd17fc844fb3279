/** What a cell may hold; null is an empty cell. */
export type CsvCell = string | number | null;

/** A centimetre of longitude, a tenth of a millimetre of road: what lies below is noise of division. */
const DECIMALS = 7;

/** First character of a file without which spreadsheets misread Chinese. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** A whole file (RFC 4180): UTF-8 with a byte order mark. */
export const formatCsv = (lines: readonly (readonly CsvCell[])[]): string =>
  `${BYTE_ORDER_MARK}${lines.map((cells) => formatCsvLine(cells)).join('')}`;

/** One line with its end. @param exact numbers with all their digits: for files that are read again */
export const formatCsvLine = (cells: readonly CsvCell[], exact = false): string =>
  `${cells.map((cell) => formatCell(cell, exact)).join(',')}\r\n`;

/** What a spreadsheet may run as a formula begins like this, also in full width; apostrophes before it may be guards. */
const FORMULA_START = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * A text that a spreadsheet would run as a formula, made harmless by a leading apostrophe; any other as it is.
 *
 * @see OWASP, "CSV Injection"
 */
export const guardFormula = (text: string): string => (FORMULA_START.test(text) ? `'${text}` : text);

/** A text without the apostrophe that `guardFormula` put before it. */
export const unguardFormula = (text: string): string =>
  text.startsWith("'") && FORMULA_START.test(text) ? text.slice(1) : text;

/** A cell, quoted where it must be, and harmless. */
function formatCell(cell: CsvCell, exact: boolean): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(exact ? cell : Number(cell.toFixed(DECIMALS)));
  const safe = guardFormula(cell);
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
