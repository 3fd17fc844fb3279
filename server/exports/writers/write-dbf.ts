import type { OutColumn, OutRow, OutValue } from '../out-table.ts';

/** Longest text of a DBF in bytes, and widest number. Source: dBASE III Plus. */
const MOST_TEXT_BYTES = 254;
const MOST_NUMBER_CHARACTERS = 19;
const MOST_DECIMALS = 12;
const FIELD_BYTES = 32;

/** A DBF, and how many texts were cut because it holds 254 bytes each. */
export interface WrittenDbf {
  readonly bytes: Uint8Array;
  readonly cutTexts: number;
}

interface DbfField {
  readonly name: string;
  readonly type: 'C' | 'N' | 'D' | 'L';
  readonly width: number;
  readonly decimals: number;
  readonly format: (value: OutValue) => string;
}

/**
 * Writes rows as DBF with texts in UTF-8 (a `.cpg` beside it says so).
 *
 * @param changedOn `YYYY-MM-DD` for the header
 */
export function writeDbf(
  columns: readonly OutColumn[],
  rows: readonly Pick<OutRow, 'values'>[],
  changedOn: string,
): WrittenDbf {
  const fields = columns.map((column, place) =>
    createField(
      column,
      rows.map(({ values }) => values[place] ?? null),
    ),
  );
  const recordBytes = 1 + fields.reduce((sum, { width }) => sum + width, 0);
  const headerBytes = 32 + fields.length * FIELD_BYTES + 1;
  const bytes = Buffer.alloc(headerBytes + rows.length * recordBytes + 1, ' ');
  writeHeader(bytes, { fields, rowCount: rows.length, headerBytes, recordBytes, changedOn });
  let cutTexts = 0;
  let at = headerBytes;
  for (const { values } of rows) {
    at += 1;
    for (const [place, { type, width, format }] of fields.entries()) {
      const written = Buffer.from(format(values[place] ?? null), 'utf8');
      const fitting = type === 'C' ? cutUtf8(written, width) : written.subarray(0, width);
      if (fitting.byteLength < written.byteLength) cutTexts += 1;
      fitting.copy(bytes, type === 'N' ? at + width - fitting.byteLength : at);
      at += width;
    }
  }
  bytes.writeUInt8(0x1a, at);
  return { bytes, cutTexts };
}

function createField(column: OutColumn, values: readonly OutValue[]): DbfField {
  const name = column.shortName.slice(0, 10);
  switch (column.type) {
    case 'date':
      return { name, type: 'D', width: 8, decimals: 0, format: (value) => String(value ?? '').replaceAll('-', '') };
    case 'boolean':
      return { name, type: 'L', width: 1, decimals: 0, format: (value) => (value === null ? '?' : value ? 'T' : 'F') };
    case 'integer':
    case 'number': {
      const decimals = Math.min(MOST_DECIMALS, largest(values, countDecimals));
      const format = (value: OutValue): string => (typeof value === 'number' ? formatNumber(value, decimals) : '');
      const width = Math.min(
        MOST_NUMBER_CHARACTERS,
        Math.max(
          1,
          largest(values, (value) => format(value).length),
        ),
      );
      return { name, type: 'N', width, decimals, format };
    }
    case 'text': {
      const longest = Math.max(
        1,
        largest(values, (value) => Buffer.byteLength(String(value ?? ''), 'utf8')),
      );
      const width = Math.min(MOST_TEXT_BYTES, longest);
      return { name, type: 'C', width, decimals: 0, format: (value) => String(value ?? '') };
    }
  }
}

const largest = (values: readonly OutValue[], measure: (value: OutValue) => number): number =>
  values.reduce((most: number, value) => Math.max(most, measure(value)), 0);

function countDecimals(value: OutValue): number {
  if (typeof value !== 'number' || Number.isInteger(value)) return 0;
  const written = String(value);
  return written.includes('e') ? MOST_DECIMALS : written.length - written.indexOf('.') - 1;
}

/** As many decimals as fit: before a digit in front of the point is lost, one behind it is. */
function formatNumber(value: number, decimals: number): string {
  for (let kept = decimals; kept >= 0; kept--) {
    const written = value.toFixed(kept);
    if (written.length <= MOST_NUMBER_CHARACTERS) return written;
  }
  return value.toExponential(9);
}

/** The longest beginning of whole characters within so many bytes. */
function cutUtf8(bytes: Buffer, width: number): Buffer {
  if (bytes.byteLength <= width) return bytes;
  let end = width;
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end);
}

function writeHeader(
  bytes: Buffer,
  header: {
    readonly fields: readonly DbfField[];
    readonly rowCount: number;
    readonly headerBytes: number;
    readonly recordBytes: number;
    readonly changedOn: string;
  },
): void {
  const { fields, rowCount, headerBytes, recordBytes, changedOn } = header;
  bytes.fill(0, 0, headerBytes);
  bytes.writeUInt8(3, 0);
  const [year = 2000, month = 1, day = 1] = changedOn.split('-').map(Number);
  bytes.set([year - 1900, month, day], 1);
  bytes.writeUInt32LE(rowCount, 4);
  bytes.writeUInt16LE(headerBytes, 8);
  bytes.writeUInt16LE(recordBytes, 10);
  for (const [place, { name, type, width, decimals }] of fields.entries()) {
    const start = 32 + place * FIELD_BYTES;
    bytes.write(name, start, 10, 'latin1');
    bytes.write(type, start + 11, 1, 'latin1');
    bytes.writeUInt8(width, start + 16);
    bytes.writeUInt8(decimals, start + 17);
  }
  bytes.writeUInt8(0x0d, headerBytes - 1);
}
