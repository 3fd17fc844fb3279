/** What a formula of a workbook of Excel 97 to 2003 calls, as far as imports care. */
export interface FormulaCalls {
  /** Numbers of built-in functions ([MS-XLS] 2.5.198.17). */
  readonly functions: readonly number[];
  /** Names of other files and programs: places in the table of links. */
  readonly links: readonly number[];
}

/** Bytes that follow the first of each token, by its number without its class ([MS-XLS] 2.5.198). */
const TOKEN_BYTES: Readonly<Record<number, number>> = {
  1: 4,
  2: 4,
  22: 0,
  24: 5,
  28: 1,
  29: 1,
  30: 2,
  31: 8,
  32: 7,
  33: 2,
  34: 3,
  35: 4,
  36: 4,
  37: 8,
  38: 6,
  39: 6,
  40: 6,
  41: 2,
  42: 4,
  43: 8,
  44: 4,
  45: 8,
  57: 6,
  58: 6,
  59: 10,
  60: 6,
  61: 10,
};
const TOKEN = { firstOperator: 3, paren: 21, text: 23, attribute: 25, func: 33, funcVar: 34, nameX: 57 };
const CHOOSE = 0x04;
/** Tokens from here on carry their class in two bits. */
const FIRST_CLASSED = 0x20;

/** Goes through the tokens of a formula. One that is not known, and one that is cut off, ends it. */
export function listFormulaCalls(tokens: Buffer): FormulaCalls {
  const functions: number[] = [];
  const links: number[] = [];
  for (let at = 0; at < tokens.length; ) {
    const first = tokens[at] ?? 0;
    const token = first < FIRST_CLASSED ? first : (first & 0x1f) | FIRST_CLASSED;
    const length = lengthAfter(tokens, at, token);
    if (length === null || at + 1 + length > tokens.length) break;
    if (token === TOKEN.func) functions.push(tokens.readUInt16LE(at + 1));
    if (token === TOKEN.funcVar) functions.push(tokens.readUInt16LE(at + 2) & 0x7fff);
    if (token === TOKEN.nameX) links.push(tokens.readUInt16LE(at + 1));
    at += 1 + length;
  }
  return { functions, links };
}

/** Null for a token that is not known. */
function lengthAfter(tokens: Buffer, at: number, token: number): number | null {
  if (token >= TOKEN.firstOperator && token <= TOKEN.paren) return 0;
  if (token === TOKEN.text) return 2 + (tokens[at + 1] ?? 0) * (((tokens[at + 2] ?? 0) & 1) === 1 ? 2 : 1);
  if (token === TOKEN.attribute) {
    const choices =
      ((tokens[at + 1] ?? 0) & CHOOSE) !== 0 && at + 4 <= tokens.length ? tokens.readUInt16LE(at + 2) : -1;
    return 3 + (choices + 1) * 2;
  }
  return TOKEN_BYTES[token] ?? null;
}
