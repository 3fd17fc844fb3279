const SECTOR_BYTES = 512;
const [FREE, END, TABLE] = [0xffff_ffff, 0xffff_fffe, 0xffff_fffd];

/** A record of BIFF8: number, length, contents. */
export function biffRecord(kind: number, ...parts: readonly (readonly number[] | Buffer)[]): Buffer {
  const contents = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const header = Buffer.alloc(4);
  header.writeUInt16LE(kind, 0);
  header.writeUInt16LE(contents.length, 2);
  return Buffer.concat([header, contents]);
}

/** Two bytes each. */
export const shorts = (...values: readonly number[]): readonly number[] =>
  values.flatMap((value) => [value & 0xff, value >> 8]);

/** Characters of one byte, after the mark that says so. */
export const narrow = (text: string): readonly number[] => [0, ...Buffer.from(text, 'latin1')];

const beginning = (kind: number): Buffer => biffRecord(0x809, shorts(0x0600, kind, 0, 0), Buffer.alloc(8));
const ending = biffRecord(0x0a);

/** A formula in cell A2 whose stored result is 3. */
export function biffFormula(tokens: readonly number[]): Buffer {
  const result = Buffer.alloc(8);
  result.writeDoubleLE(3);
  return biffRecord(0x06, shorts(1, 0, 0), result, shorts(0, 0, 0), shorts(tokens.length), tokens);
}

/** A workbook of Excel 97 to 2003 with one sheet "a", "code" in A1, and further records. */
export function makeXls(
  records: { readonly globals?: readonly Buffer[]; readonly cells?: readonly Buffer[]; readonly sheetKind?: number },
  options: { readonly inPieces?: boolean } = {},
): Buffer {
  const start = beginning(0x05);
  const sheet = (at: number) => biffRecord(0x85, shorts(at, 0), [0, records.sheetKind ?? 0, 1], narrow('a'));
  const rest = Buffer.concat([...(records.globals ?? []), ending]);
  const label = biffRecord(0x204, shorts(0, 0, 0, 4), narrow('code'));
  const place = start.length + sheet(0).length + rest.length;
  return wrapStream(
    Buffer.concat([start, sheet(place), rest, beginning(0x10), label, ...(records.cells ?? []), ending]),
    options.inPieces ?? false,
  );
}

/** A compound file with the stream alone; in pieces its sectors lie in the opposite order. */
function wrapStream(stream: Buffer, inPieces: boolean): Buffer {
  const count = Math.max(8, Math.ceil(stream.length / SECTOR_BYTES));
  const body = Buffer.alloc(count * SECTOR_BYTES);
  stream.copy(body);
  const sectorOf = (index: number) => 2 + (inPieces ? count - 1 - index : index);
  const file = Buffer.alloc((3 + count) * SECTOR_BYTES);
  writeHeader(file);
  const table = SECTOR_BYTES;
  file.fill(0xff, table, table + SECTOR_BYTES);
  file.writeUInt32LE(TABLE, table);
  file.writeUInt32LE(END, table + 4);
  for (let index = 0; index < count; index++) {
    const next = index + 1 === count ? END : sectorOf(index + 1);
    file.writeUInt32LE(next, table + sectorOf(index) * 4);
    body.copy(file, (sectorOf(index) + 1) * SECTOR_BYTES, index * SECTOR_BYTES, (index + 1) * SECTOR_BYTES);
  }
  const directory = 2 * SECTOR_BYTES;
  writeEntry(file, directory, { name: 'Root Entry', kind: 5, child: 1, start: END, byteCount: 0 });
  const byteCount = Math.max(stream.length, 4096);
  writeEntry(file, directory + 128, { name: 'Workbook', kind: 2, child: FREE, start: sectorOf(0), byteCount });
  return file;
}

function writeHeader(file: Buffer): void {
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  for (const [at, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const)
    file.writeUInt16LE(value, at);
  for (const [at, value] of [
    [44, 1],
    [48, 1],
    [56, 4096],
    [60, END],
    [68, END],
  ] as const)
    file.writeUInt32LE(value, at);
  file.fill(0xff, 76, SECTOR_BYTES);
  file.writeUInt32LE(0, 76);
}

interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly child: number;
  readonly start: number;
  readonly byteCount: number;
}

function writeEntry(file: Buffer, at: number, { name, kind, child, start, byteCount }: Entry): void {
  file.write(name, at, 'utf16le');
  file.writeUInt16LE((name.length + 1) * 2, at + 64);
  file.writeUInt8(kind, at + 66);
  file.writeUInt8(1, at + 67);
  file.writeUInt32LE(FREE, at + 68);
  file.writeUInt32LE(FREE, at + 72);
  file.writeUInt32LE(child, at + 76);
  file.writeUInt32LE(start, at + 116);
  file.writeUInt32LE(byteCount, at + 120);
}
