/** What an OLE2 compound file holds, as far as imports care. */
export interface CompoundContents {
  readonly kind: 'xls' | 'old_xls' | 'encrypted' | 'document' | 'unknown';
  readonly hasMacros: boolean;
}

/** Directory entries are 128 bytes and lie at multiples of 128 from the end of the header ([MS-CFB] 2.6.1). */
const ENTRY_BYTES = 128;
const HEADER_BYTES = 512;
const NAME_LENGTH_AT = 64;
const TYPE_AT = 66;
const ENTRY_TYPES = new Set([1, 2, 5]);

/** Beginning of the globals of a BIFF8 workbook ([MS-XLS] 2.4.21) and the record that says its password ([MS-XLS] 2.4.117). */
const WORKBOOK_BEGINNING = Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]);
const FILE_PASSWORD = 0x2f;
const RECORDS_BEFORE_PASSWORD = 12;

/** Looks for the names of streams without following the tables of sectors: a damaged file cannot lead it in circles. */
export function inspectCompound(bytes: Buffer): CompoundContents {
  const names = listNames(bytes);
  const hasMacros = names.has('_VBA_PROJECT_CUR') || names.has('_VBA_PROJECT') || names.has('VBA');
  if (names.has('EncryptedPackage')) return { kind: 'encrypted', hasMacros };
  if (names.has('Workbook')) return { kind: hasPassword(bytes) ? 'encrypted' : 'xls', hasMacros };
  if (names.has('Book')) return { kind: 'old_xls', hasMacros };
  return { kind: names.has('WordDocument') || names.has('PowerPoint Document') ? 'document' : 'unknown', hasMacros };
}

function listNames(bytes: Buffer): ReadonlySet<string> {
  const names = new Set<string>();
  for (let at = HEADER_BYTES; at + ENTRY_BYTES <= bytes.length; at += ENTRY_BYTES) {
    const nameBytes = bytes.readUInt16LE(at + NAME_LENGTH_AT);
    if (nameBytes < 4 || nameBytes > NAME_LENGTH_AT || nameBytes % 2 !== 0) continue;
    if (!ENTRY_TYPES.has(bytes.readUInt8(at + TYPE_AT)) || bytes.readUInt16LE(at + nameBytes - 2) !== 0) continue;
    names.add(bytes.toString('utf16le', at, at + nameBytes - 2));
  }
  return names;
}

function hasPassword(bytes: Buffer): boolean {
  let at = bytes.indexOf(WORKBOOK_BEGINNING);
  for (let record = 0; at >= 0 && record < RECORDS_BEFORE_PASSWORD && at + 4 <= bytes.length; record += 1) {
    if (bytes.readUInt16LE(at) === FILE_PASSWORD) return true;
    at += 4 + bytes.readUInt16LE(at + 2);
  }
  return false;
}
