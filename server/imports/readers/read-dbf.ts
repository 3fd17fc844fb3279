import type { SourceCell } from '#core/ledgers/source-table.ts';
import { ImportFileError } from './import-file-error.ts';
import { checkColumnCount, checkRowCount, type Reading } from './reading.ts';

/** A table of dBASE. */
export interface DbfTable {
  readonly columns: readonly string[];
  /** Null for a record that is marked as deleted: its shape goes with it. */
  readonly rows: readonly (readonly SourceCell[] | null)[];
  /** As the texts were decoded. */
  readonly encoding: string;
}

interface DbfField {
  readonly nameBytes: Buffer;
  readonly type: string;
  readonly offset: number;
  readonly byteCount: number;
}

/** Layout of dBASE III to 7 tables as shapefiles have them. */
const HEADER_BYTES = 32;
const FIELD_BYTES = 32;
const FIELDS_END = 0x0d;
const NAME_BYTES = 11;
/** Bytes of a name that programs write; the last of its place is a nought. */
const MOST_NAME_BYTES = 10;
const DELETED = 0x2a;
const LANGUAGE_AT = 29;
const ROWS_PER_TICK = 1000;
/** What a character that the width of the field cut in two decodes to. */
const CUT_CHARACTER = /\u{fffd}$/u;
/** Beyond this many digits a number cannot be told from its neighbours and stays text. */
const SAFE_DIGITS = 15;
/** Share of texts that may be cut in the middle of a character. */
const MOST_CUT = 0.1;

/** Encodings by the language byte (dBASE, ESRI); ANSI without a country (0x57) says nothing. */
const LANGUAGES: Readonly<Record<number, string>> = {
  77: 'gb18030',
  122: 'gb18030',
  120: 'big5',
  121: 'euc-kr',
  123: 'shift_jis',
};

/**
 * Reads a .dbf. Its texts are UTF-8 where all of them are valid UTF-8, whatever is said of them; otherwise what the .cpg or the language byte says;
 * otherwise GB18030, which Chinese software writes without saying so.
 *
 * @param codePage text of the .cpg; null without one
 * @throws {ImportFileError} the file ends before its last record
 */
export function readDbf(
  bytes: Buffer,
  codePage: string | null,
  reading: Reading & { readonly part: string },
): DbfTable {
  const { fields, rowCount, headerBytes, rowBytes } = readHeader(bytes, reading);
  const texts = fields.filter(({ type }) => type === 'C');
  const at = (row: number) => headerBytes + row * rowBytes;
  const sampled = fields.map(({ nameBytes }) => nameBytes);
  for (let row = 0; row < rowCount; row += 1)
    for (const { offset, byteCount } of texts)
      sampled.push(bytes.subarray(at(row) + offset, at(row) + offset + byteCount));
  const encoding = findEncoding(sampled, codePage, bytes.readUInt8(LANGUAGE_AT));
  const decoder = new TextDecoder(encoding);
  const decode = (raw: Buffer): string => decoder.decode(trimFor(encoding, raw)).replace(CUT_CHARACTER, '').trim();
  const rows: (readonly SourceCell[] | null)[] = [];
  for (let row = 0; row < rowCount; row += 1) {
    if (row % ROWS_PER_TICK === 0) reading.tick(row);
    const isDeleted = bytes.readUInt8(at(row)) === DELETED;
    rows.push(isDeleted ? null : fields.map((field) => readCell(bytes, at(row), { field, decode })));
  }
  return {
    columns: fields.map(({ nameBytes }) => decode(nameBytes)),
    rows,
    encoding: encoding.toUpperCase(),
  };
}

/** Number of records that the header of a .dbf states. */
export const countDbfRows = (bytes: Buffer): number => (bytes.length < HEADER_BYTES ? 0 : bytes.readUInt32LE(4));

function readHeader(bytes: Buffer, reading: Reading & { readonly part: string }) {
  const damaged = () =>
    new ImportFileError('import_file_damaged', reading.file, { format: 'DBF', where: reading.part });
  if (bytes.length < HEADER_BYTES + 1) throw damaged();
  const rowCount = bytes.readUInt32LE(4);
  const headerBytes = bytes.readUInt16LE(8);
  const rowBytes = bytes.readUInt16LE(10);
  const fields: DbfField[] = [];
  let offset = 1;
  for (let at = HEADER_BYTES; at + FIELD_BYTES <= headerBytes && bytes[at] !== FIELDS_END; at += FIELD_BYTES) {
    if (at + FIELD_BYTES > bytes.length) throw damaged();
    const name = bytes.subarray(at, at + NAME_BYTES);
    const end = name.indexOf(0);
    const type = String.fromCharCode(bytes.readUInt8(at + 11));
    // Long texts keep the upper byte of their length where numbers keep their decimals.
    const byteCount = bytes.readUInt8(at + 16) + (type === 'C' ? bytes.readUInt8(at + 17) * 256 : 0);
    // a name that does not fill its place keeps the nought behind it: nothing of it was cut off
    const nameBytes = end === -1 ? name : name.subarray(0, end < MOST_NAME_BYTES ? end + 1 : end);
    fields.push({ nameBytes, type, offset, byteCount });
    offset += byteCount;
  }
  if (fields.length === 0 || offset > rowBytes || headerBytes + rowCount * rowBytes > bytes.length + 1) throw damaged();
  checkColumnCount(reading, reading.part, fields.length);
  checkRowCount(reading, reading.part, rowCount);
  return { fields, rowCount, headerBytes, rowBytes };
}

const trimFor = (encoding: string, text: Buffer): Buffer => (encoding === 'utf-8' ? trimCut(text) : trimFill(text));

/** Text without the fill at its end. */
function trimFill(text: Buffer): Buffer {
  let end = text.length;
  while (end > 0 && (text[end - 1] === 0x20 || text[end - 1] === 0)) end -= 1;
  return text.subarray(0, end);
}

/** Text of UTF-8 without the fill at its end and without a character that the width of the field cut in two. In other encodings such an end is a whole character. */
function trimCut(text: Buffer): Buffer {
  const trimmed = trimFill(text);
  const end = trimmed.length;
  for (let back = 1; back <= Math.min(3, end); back += 1) {
    const byte = trimmed[end - back] ?? 0;
    if (byte < 0x80) break;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 0;
    if (needed > back && end === text.length) return trimmed.subarray(0, end - back);
    if (needed > 0) break;
  }
  return trimmed;
}

function findEncoding(raw: readonly Buffer[], codePage: string | null, language: number): string {
  if (isValid(raw, 'utf-8')) return 'utf-8';
  const stated = codePage === null ? null : encodingOf(codePage);
  if (stated !== null && stated !== 'utf-8' && isValid(raw, stated)) return stated;
  const ofLanguage = LANGUAGES[language];
  if (ofLanguage !== undefined) return ofLanguage;
  // A width in bytes may cut a character in two, so a few invalid texts are still GB18030; many are the Latin letters of Western Europe.
  return shareInvalid(raw, 'gb18030') <= MOST_CUT ? 'gb18030' : 'windows-1252';
}

function shareInvalid(raw: readonly Buffer[], encoding: string): number {
  const beyondAscii = raw.filter((text) => text.some((byte) => byte >= 0x80));
  return beyondAscii.filter((text) => !isValid([text], encoding)).length / Math.max(beyondAscii.length, 1);
}

function isValid(raw: readonly Buffer[], encoding: string): boolean {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for (const text of raw) decoder.decode(trimFor(encoding, text));
    return true;
  } catch {
    return false;
  }
}

/** Encoding of a .cpg: its own name, a number of a code page of Windows, or with `ANSI` or `CP` before it. Null for what is none. */
function encodingOf(codePage: string): string | null {
  const written = codePage.trim().toLowerCase();
  const number = /^(?:cp|ansi|ms|windows)?[\s_-]*(\d{3,5})$/.exec(written)?.[1];
  const byNumber: Readonly<Record<string, string>> = {
    '936': 'gb18030',
    '54936': 'gb18030',
    '950': 'big5',
    '65001': 'utf-8',
    '932': 'shift_jis',
    '949': 'euc-kr',
    '88591': 'windows-1252',
  };
  const label =
    number === undefined
      ? written.replace(/^iso[\s_]?8859/, 'iso-8859').replace(/^iso-8859[\s_]?(\d)/, 'iso-8859-$1')
      : (byNumber[number] ?? `windows-${number}`);
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

function readCell(
  bytes: Buffer,
  rowAt: number,
  { field, decode }: { readonly field: DbfField; readonly decode: (raw: Buffer) => string },
): SourceCell {
  const raw = bytes.subarray(rowAt + field.offset, rowAt + field.offset + field.byteCount);
  if (field.type === 'C') return emptyToNull(decode(raw));
  if (field.type === 'I' && raw.length === 4) return raw.readInt32LE(0);
  if ((field.type === 'O' || field.type === 'B') && raw.length === 8) return finiteOrNull(raw.readDoubleLE(0));
  const text = raw.toString('latin1').replaceAll('\0', ' ').trim();
  if (text === '') return null;
  switch (field.type) {
    case 'N':
    case 'F':
      return numberOf(text);
    case 'L':
      return /^[TtYy]$/.test(text) ? true : /^[FfNn]$/.test(text) ? false : null;
    case 'D':
      return text === '00000000' ? null : text.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
    default:
      return text;
  }
}

/** Asterisks fill a field whose number was too wide for it. */
function numberOf(text: string): SourceCell {
  if (text.startsWith('*')) return null;
  if (/^\d+$/.test(text) && text.length > SAFE_DIGITS) return text;
  const number = Number(text.replace(',', '.'));
  return Number.isFinite(number) ? number : text;
}

const finiteOrNull = (number: number): number | null => (Number.isFinite(number) ? number : null);

const emptyToNull = (text: string): string | null => (text === '' ? null : text);
