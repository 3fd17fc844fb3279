import type { FigureRowsAnswer } from '#core/api/figures.ts';
import type { Language } from '#core/texts/language.ts';
import { type TextKey, text } from '#core/texts/text.ts';

type Row = FigureRowsAnswer['items'][number];

/** Columns of the file: head and cell. */
const COLUMNS: readonly (readonly [TextKey<'indicators'>, (row: Row, language: Language) => string | number | null])[] =
  [
    ['column_code', (row) => row.code],
    ['column_name', (row) => row.name],
    ['column_area_code', (row) => row.areaCode],
    ['column_area', (row) => row.areaName],
    ['column_numerator', (row) => row.numerator],
    ['column_denominator', (row) => row.denominator],
    ['column_counts', (row, language) => text(language, 'indicators', row.counts ? 'yes' : 'no')],
    ['column_note', (row) => row.noteText],
    ['column_lon', (row) => row.position?.[0] ?? null],
    ['column_lat', (row) => row.position?.[1] ?? null],
  ];

/** The rows behind a figure as CSV (RFC 4180) with a UTF-8 byte order mark, without which spreadsheets misread Chinese. */
export function rowsToCsv(rows: readonly Row[], language: Language): string {
  const head = COLUMNS.map(([key]) => text(language, 'indicators', key));
  const lines = rows.map((row) => COLUMNS.map(([, cell]) => cell(row, language)));
  return `\uFEFF${[head, ...lines].map((cells) => cells.map(formatCell).join(',')).join('\r\n')}\r\n`;
}

/**
 * A cell, quoted where it must be. A text that a spreadsheet would run as a formula is made harmless by a leading apostrophe.
 *
 * @see OWASP, "CSV Injection"
 */
function formatCell(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
