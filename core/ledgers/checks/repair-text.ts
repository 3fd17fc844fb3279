/** A damaged text and what it said, where that can be told. */
export interface DamagedText {
  /** Null where characters were lost. */
  readonly repaired: string | null;
}

/** Marks of lost characters: U+FFFD, the same read as GBK (锟斤拷) or as Latin letters, and memory that was never written (烫烫, 屯屯). */
const LOST = /\ufffd|锟斤|斤拷|烫烫烫|屯屯屯|\u00ef\u00bf\u00bd/;

/** Letters of Latin-1 and Windows-1252 that bytes of other encodings turn into; a run of them is never Chinese, pinyin or English. */
const LATIN_RUN =
  /[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]{3,}/;
const HAN = /[\u3400-\u9fff]/;

/** Bytes of Windows-1252 that differ from Latin-1 (WHATWG Encoding, index windows-1252). */
const WINDOWS_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** First byte of the UTF-8 form of common Han characters (U+4000 to U+9FFF). */
const UTF8_LEADS = [0xe4, 0xe9] as const;

/**
 * Whether a text was damaged by reading it in a wrong encoding, and what it said: GBK or UTF-8 read as Latin-1 and UTF-8 read as GBK can be turned back,
 * what was replaced by marks of lost characters cannot.
 *
 * @returns null for a sound text
 */
export function findTextDamage(text: string): DamagedText | null {
  if (LOST.test(text)) return { repaired: null };
  if (LATIN_RUN.test(text) && !HAN.test(text)) {
    const bytes = latinBytes(text);
    const repaired = bytes === null ? null : (decode('utf-8', bytes) ?? decode('gbk', bytes));
    return repaired !== null && HAN.test(repaired) ? { repaired } : null;
  }
  return readUtf8AsGbk(text);
}

/** Text whose Han characters are the bytes of UTF-8 taken for GBK. Sound Chinese passes the first test with some 2 % of its characters. */
function readUtf8AsGbk(text: string): DamagedText | null {
  const first = HAN.exec(text)?.[0];
  if (first === undefined || text.length < 2) return null;
  const bytesOf = getGbkBytes();
  const lead = (bytesOf.get(first) ?? 0) >> 8;
  const trail = (bytesOf.get(first) ?? 0) & 0xff;
  if (lead < UTF8_LEADS[0] || lead > UTF8_LEADS[1] || trail > 0xbf) return null;
  const bytes: number[] = [];
  let isCut = false;
  for (const character of text) {
    const code = character.charCodeAt(0);
    const pair = bytesOf.get(character);
    if (code < 0x80) bytes.push(code);
    else if (pair !== undefined) bytes.push(pair >> 8, pair & 0xff);
    else isCut = true;
  }
  const whole = isCut ? null : decode('utf-8', Uint8Array.from(bytes));
  if (whole !== null) return countHan(whole) >= 2 ? { repaired: whole } : null;
  // a last character that lost a byte: what stands before it must be sound
  const start = bytes.slice(0, Math.floor(bytes.length / 3) * 3);
  const rest = decode('utf-8', Uint8Array.from(start)) ?? decode('utf-8', Uint8Array.from(start.slice(0, -3)));
  return rest !== null && countHan(rest) >= 2 ? { repaired: null } : null;
}

const countHan = (text: string): number => [...text].filter((character) => HAN.test(character)).length;

/** The bytes that a text was before it was read as Windows-1252; null where a character is none of its. */
function latinBytes(text: string): Uint8Array | null {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    const special = WINDOWS_1252.indexOf(character);
    if (special >= 0) bytes.push(0x80 + special);
    else if (code <= 0xff) bytes.push(code);
    else return null;
  }
  return Uint8Array.from(bytes);
}

function decode(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

let gbkBytes: ReadonlyMap<string, number> | undefined;

/** The two bytes of each character of GBK, from the decoder itself; some 24,000, made once. */
function getGbkBytes(): ReadonlyMap<string, number> {
  if (gbkBytes) return gbkBytes;
  const decoder = new TextDecoder('gbk');
  const bytes = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\ufffd' && !bytes.has(character))
        bytes.set(character, (lead << 8) | trail);
    }
  }
  gbkBytes = bytes;
  return bytes;
}
