import type { ImportRule } from './import-finding.ts';
import type { LedgerValue } from './ledger.ts';
import type { SourceCell } from './source-table.ts';
import { BLANK_WORDS } from './words/value-words.ts';

/**
 * What is worth saying about a value that was read: Excel had made a number of the code; a code of 12 digits was shortened to that of its town; another unit was
 * converted; a date had no day (its month's last, capped at the ledger's date), no month, or two digits of a year; the choice was part of a longer text; a date was
 * found inside a text; a time of day was left out; part of a text (a unit) was left out.
 */
export type ReadNote =
  | 'code_from_number'
  | 'code_shortened'
  | 'unit_converted'
  | 'month_only'
  | 'year_only'
  | 'two_digit_year'
  | 'choice_inside'
  | 'date_inside'
  | 'unit_left_out';

/** A cell as a value, or the rule it breaks and what was expected: a range, an example or the words of a list. */
export type CellRead =
  | { readonly ok: true; readonly value: LedgerValue; readonly note?: ReadNote }
  | { readonly ok: false; readonly rule: ImportRule; readonly expected: string };

/** A value that was read. */
export const readAs = (value: LedgerValue, note?: ReadNote): CellRead =>
  note === undefined ? { ok: true, value } : { ok: true, value, note };

/** A cell that breaks a rule. */
export const breaks = (rule: ImportRule, expected: string): CellRead => ({ ok: false, rule, expected });

/** A cell on one line in half width, for reading numbers, dates, codes and words. */
export const plainText = (cell: SourceCell): string =>
  String(cell ?? '')
    .normalize('NFKC')
    .replaceAll(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** A text as it is, without blanks around it and without characters that cannot be seen. */
export const cleanText = (cell: SourceCell): string =>
  String(cell ?? '')
    .replaceAll(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    .trim();

/** Whether a cell says nothing: empty, a dash, "unknown". */
export const isBlankCell = (cell: SourceCell): boolean => {
  if (cell === null) return true;
  if (typeof cell !== 'string') return typeof cell === 'number' && !Number.isFinite(cell);
  const text = plainText(cell).toLowerCase();
  return text === '' || BLANK_WORDS.has(text);
};

/** Whether a cell is an error of a spreadsheet, such as `#REF!`. */
export const isErrorCell = (cell: SourceCell): boolean =>
  typeof cell === 'string' &&
  /^#(?:REF|VALUE|DIV\/0|NAME|NUM|NULL|N\/A|GETTING_DATA|SPILL|CALC)[!?]?$/i.test(cell.trim());
