import type { LedgerField } from './ledger.ts';
import { breaks, type CellRead, plainText, readAs } from './read-cell.ts';
import type { SourceCell } from './source-table.ts';

/** Digits that a spreadsheet keeps of a number; the others become noughts. @see IEEE 754 binary64 as spreadsheets show it */
const DIGITS_KEPT = 15;
const EXAMPLE = 'A-Z a-z 0-9 - _ (1 \u2013 40)';

/**
 * A code as text. A number that a spreadsheet made of one becomes its digits again (`529901101201.0`, `5.29901101201E+11`), noted; where digits were lost (over
 * fifteen, or a short mantissa) it is refused. Codes of areas as the statistics write them (12 digits ending in noughts) are shortened to those of their level.
 */
export function readCode(field: LedgerField, cell: SourceCell): CellRead {
  if (typeof cell === 'boolean') return breaks('code_malformed', EXAMPLE);
  if (typeof cell === 'number') return readNumeric(field, cell);
  const text = plainText(cell)
    .replace(/^['\u2018\u2019`]+/, '')
    .replaceAll(/\s/g, '');
  const scientific = /^(\d)(?:\.(\d+))?e\+?(\d+)$/i.exec(text);
  if (scientific) return readScientific(field, scientific);
  const decimal = /^(\d+)\.0+$/.exec(text);
  if (decimal) return shorten(field, decimal[1] ?? '', 'code_from_number');
  return /^[A-Za-z0-9_-]{1,40}$/.test(text) ? shorten(field, text) : breaks('code_malformed', EXAMPLE);
}

function readNumeric(field: LedgerField, number: number): CellRead {
  if (!Number.isInteger(number) || number < 0) return breaks('code_malformed', EXAMPLE);
  const digits = number.toFixed(0);
  return digits.length > DIGITS_KEPT ? breaks('code_from_number', EXAMPLE) : shorten(field, digits, 'code_from_number');
}

/** The digits of a number in scientific form, when it shows all of them. */
function readScientific(field: LedgerField, [, first = '', rest = '', exponent = '']: RegExpExecArray): CellRead {
  const length = Number(exponent) + 1;
  const digits = `${first}${rest}`;
  // a code that ends in noughts shows fewer digits than it has, as one that lost some does: only a full mantissa is trusted
  if (digits.length !== length || length > DIGITS_KEPT) return breaks('code_from_number', EXAMPLE);
  return shorten(field, digits, 'code_from_number');
}

/** The code in the form of this program; codes of areas lose the noughts that fill twelve digits. */
function shorten(field: LedgerField, code: string, note?: 'code_from_number'): CellRead {
  const isArea = field.refersTo?.length === 1 && field.refersTo[0] === 'areas';
  const filled = isArea || field.isAreaCode ? /^(\d{6})(\d{3})000$/.exec(code) : null;
  if (!filled) return readAs(code, note);
  return readAs(filled[2] === '000' ? (filled[1] ?? code) : code.slice(0, 9), note ?? 'code_shortened');
}
