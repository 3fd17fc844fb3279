import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U, which are mistaken for others when an id is read aloud. @see https://www.crockford.com/base32.html */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;

/** Eight random signs: 10^12 ids, so that a county of a million prints meets the same one twice once in a million times at a new print. */
export const createShortId = (): string =>
  Array.from(randomBytes(LENGTH), (byte) => SIGNS[byte % SIGNS.length]).join('');
