/** What the globals of a workbook of Excel 97 to 2003 say, and the workbook in an order of records that the reader understands. */
export interface InspectedXls {
  readonly bytes: Buffer;
  readonly from1904: boolean;
  /** Names of sheets that are not shown. */
  readonly hidden: ReadonlySet<string>;
}

/** Beginning of the globals of a BIFF8 workbook ([MS-XLS] 2.4.21). */
const WORKBOOK_BEGINNING = Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]);
/** Numbers of records ([MS-XLS] 2.3). */
const RECORD = {
  formula: 0x06,
  date1904: 0x22,
  sheet: 0x85,
  string: 0x207,
  sharedFormula: 0x4bc,
  array: 0x221,
  table: 0x236,
};
const HEADER_BYTES = 4;
const SHORTEST_SHEET = 8;

/**
 * Looks through the records of a workbook where its stream lies in one piece, as programs write it; elsewhere nothing is found out. The text of a formula
 * follows the formula, but where others share it their common part stands between: there the two change places, because the reader only looks at
 * the next record.
 */
export function inspectXls(bytes: Buffer): InspectedXls {
  const start = bytes.indexOf(WORKBOOK_BEGINNING);
  const hidden = new Set<string>();
  let from1904 = false;
  let mended: Buffer | null = null;
  let previous = -1;
  for (let at = start; at >= 0 && at + HEADER_BYTES <= bytes.length; ) {
    const kind = bytes.readUInt16LE(at);
    const next = at + HEADER_BYTES + bytes.readUInt16LE(at + 2);
    if (kind === 0 || next > bytes.length) break;
    if (kind === RECORD.date1904) from1904 = bytes.readUInt16LE(at + HEADER_BYTES) === 1;
    else if (kind === RECORD.sheet) readSheet(bytes.subarray(at + HEADER_BYTES, next), hidden);
    else if (
      isSharedPart(kind) &&
      previous === RECORD.formula &&
      next + HEADER_BYTES <= bytes.length &&
      bytes.readUInt16LE(next) === RECORD.string
    ) {
      const end = next + HEADER_BYTES + bytes.readUInt16LE(next + 2);
      mended ??= Buffer.from(bytes);
      bytes.copy(mended, at, next, end);
      bytes.copy(mended, at + end - next, at, next);
    }
    previous = kind;
    at = next;
  }
  return { bytes: mended ?? bytes, from1904, hidden };
}

const isSharedPart = (kind: number): boolean =>
  kind === RECORD.sharedFormula || kind === RECORD.array || kind === RECORD.table;

/** Place, visibility, kind, then the name with its length and whether its characters have two bytes. */
function readSheet(record: Buffer, hidden: Set<string>): void {
  if (record.length < SHORTEST_SHEET || ((record[4] ?? 0) & 3) === 0) return;
  const isWide = ((record[7] ?? 0) & 1) === 1;
  const length = (record[6] ?? 0) * (isWide ? 2 : 1);
  hidden.add(record.toString(isWide ? 'utf16le' : 'latin1', SHORTEST_SHEET, SHORTEST_SHEET + length));
}
