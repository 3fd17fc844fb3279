/** Weights of the first 17 digits. @see GB 11643-1999, citizen identification number, after ISO 7064 MOD 11-2 */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_DIGITS = '10X98765432';

/** Whether eighteen characters end in the check digit of an identity number. */
export function passesIdentityChecksum(text: string): boolean {
  if (!/^\d{17}[\dX]$/i.test(text)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return CHECK_DIGITS[sum % 11] === text[17]?.toUpperCase();
}

/**
 * Whether a text is an identity number of that many digits, masked ones too. A wrong check digit is a slip of the pen and makes it no less personal, as
 * does a cell in which Excel rounded it to fifteen digits; a day of birth must be there.
 */
export function isIdentityNumber(text: string, digits: 15 | 18): boolean {
  const compact = text.replaceAll(/[\s'`-]/g, '');
  if (digits === 15) return /^[1-8]\d{14}$/.test(compact) && isBirthday(`19${compact.slice(6, 12)}`);
  if (/^[1-8]\d{5}[*xX]{6,8}[\d*xX]{3,4}$/.test(compact) || /^[1-8]\d{5}(19|20)\d{2}[*xX]{4}[\d*xX]{4}$/.test(compact))
    return true;
  const scientific = /^(\d)\.(\d{13,16})e\+?17$/i.exec(compact);
  const plain = scientific ? `${scientific[1]}${scientific[2]}`.padEnd(18, '0') : compact;
  return /^[1-8]\d{16}[\dXx]$/.test(plain) && isBirthday(plain.slice(6, 14));
}

/** A day from 1900 to 2100 as `YYYYMMDD`. */
function isBirthday(text: string): boolean {
  const [year, month, day] = [text.slice(0, 4), text.slice(4, 6), text.slice(6, 8)].map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether a cell holds telephone numbers and nothing else: mobiles, land lines with their area code, several of them. */
export function isPhoneNumber(text: string): boolean {
  const parts = text
    .split(/[/,;\u3001\uFF0C\uFF1B\n]|\s{1,}(?=\+?1[3-9]|0\d{2})/)
    .map((part) => part.replaceAll(/[\s()]/g, ''));
  const filled = parts.filter((part) => part !== '');
  return filled.length > 0 && filled.every(isOneNumber);
}

function isOneNumber(text: string): boolean {
  return (
    /^(?:\+?86-?)?1[3-9]\d-?(?:\d{4}|\*{4})-?\d{4}(?:\.0+)?$/.test(text) ||
    /^0\d{2,3}-?[2-8]\d{6,7}(?:-\d{1,6})?$/.test(text) ||
    /^400-?\d{3}-?\d{4}$/.test(text)
  );
}

/** Whether a text is a card number of 16 to 19 digits with its check digit. @see ISO/IEC 7812-1, annex B (Luhn) */
export function passesLuhn(text: string): boolean {
  const digits = text.replaceAll(/[\s-]/g, '');
  if (!/^\d{16,19}$/.test(digits)) return false;
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
