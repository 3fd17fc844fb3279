import { isIdentityNumber, passesIdentityChecksum } from '#core/ledgers/personal-numbers.ts';
import type { SourceCell } from '#core/ledgers/source-table.ts';

/** Digits that may be an identity number or a mobile telephone, with nothing of the same kind beside them. */
const LONG_NUMBER = /(?<![\dA-Za-z])(?:\d{17}[\dXx]|1[3-9]\d{9})(?![\dA-Za-z])/g;
const ELEVEN_DIGITS = /\d{11}/;
const IDENTITY_DIGITS = 18;
const MASK = '***';

/** A line that names who filled in or answers for a table: a word for a person, a telephone or a signature, a colon, something after it. */
const SIGNED = /[\u4eba\u957f\u5458\u8bdd\u673a]\s*[:\uff1a]\s*\S/u;

/**
 * A text with the identity numbers and mobile telephones in it hidden, as they stand in remarks; null when there are none. What a
 * column of numbers holds is recognised by the column.
 */
export function maskPersonalText(cell: SourceCell): string | null {
  if (typeof cell !== 'string' || cell.length < 11 || !ELEVEN_DIGITS.test(cell)) return null;
  const masked = cell.replaceAll(LONG_NUMBER, (number) =>
    isPersonal(number, cell.trim().length === number.length) ? MASK : number,
  );
  return masked === cell ? null : masked;
}

/** A number that stands alone may be a code: it is an identity number only with its check digit, and no telephone. */
function isPersonal(number: string, isAlone: boolean): boolean {
  if (number.length < IDENTITY_DIGITS) return !isAlone;
  return isIdentityNumber(number, IDENTITY_DIGITS) && (!isAlone || passesIdentityChecksum(number));
}

/** Whether a line above or below a table names a person or a telephone: it may not stay in a kept copy. */
export const isSigned = (row: readonly SourceCell[]): boolean => {
  const line = row.filter((cell) => cell !== null).join(' ');
  return SIGNED.test(line) || maskPersonalText(`${line} `) !== null;
};
