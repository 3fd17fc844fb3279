type Position = readonly [number, number];

/** A .shp of points, lines or polygons: each shape is a list of parts, a part a list of positions. */
export function makeShp(kind: 1 | 3 | 5, shapes: readonly (readonly (readonly Position[])[] | null)[]): Buffer {
  const records = shapes.map((parts, index) => {
    const content =
      parts === null ? Buffer.alloc(4) : kind === 1 ? pointOf(parts[0]?.[0] ?? [0, 0]) : partsOf(kind, parts);
    const header = Buffer.alloc(8);
    header.writeInt32BE(index + 1, 0);
    header.writeInt32BE(content.length / 2, 4);
    return Buffer.concat([header, content]);
  });
  const header = Buffer.alloc(100);
  header.writeInt32BE(9994, 0);
  header.writeInt32BE((100 + Buffer.concat(records).length) / 2, 24);
  header.writeInt32LE(1000, 28);
  header.writeInt32LE(kind, 32);
  return Buffer.concat([header, ...records]);
}

function pointOf([x, y]: Position): Buffer {
  const point = Buffer.alloc(20);
  point.writeInt32LE(1, 0);
  point.writeDoubleLE(x, 4);
  point.writeDoubleLE(y, 12);
  return point;
}

function partsOf(kind: number, parts: readonly (readonly Position[])[]): Buffer {
  const positions = parts.flat();
  const head = Buffer.alloc(44 + parts.length * 4);
  head.writeInt32LE(kind, 0);
  head.writeInt32LE(parts.length, 36);
  head.writeInt32LE(positions.length, 40);
  let start = 0;
  for (const [index, part] of parts.entries()) {
    head.writeInt32LE(start, 44 + index * 4);
    start += part.length;
  }
  const body = Buffer.alloc(positions.length * 16);
  for (const [index, [x, y]] of positions.entries()) {
    body.writeDoubleLE(x, index * 16);
    body.writeDoubleLE(y, index * 16 + 8);
  }
  return Buffer.concat([head, body]);
}

/** A field of a .dbf: name and texts in the bytes of whatever encoding. */
export interface MadeField {
  readonly name: string | Buffer;
  readonly type: 'C' | 'N' | 'D' | 'L';
  readonly width: number;
}

/** A .dbf; cells fill their width from the left. */
export function makeDbf(fields: readonly MadeField[], rows: readonly (readonly (string | Buffer)[])[]): Buffer {
  const header = Buffer.alloc(32);
  header.writeUInt8(3, 0);
  header.writeUInt8(120, 1);
  header.writeUInt8(1, 2);
  header.writeUInt8(1, 3);
  header.writeUInt32LE(rows.length, 4);
  header.writeUInt16LE(33 + fields.length * 32, 8);
  header.writeUInt16LE(1 + fields.reduce((sum, { width }) => sum + width, 0), 10);
  const descriptions = fields.map(({ name, type, width }) => {
    const field = Buffer.alloc(32);
    Buffer.from(name).copy(field, 0, 0, 10);
    field.write(type, 11, 'latin1');
    field.writeUInt8(width, 16);
    return field;
  });
  const records = rows.flatMap((row) => [
    Buffer.from(' '),
    ...row.map((cell, index) => {
      const filled = Buffer.alloc(fields[index]?.width ?? 0, ' ');
      Buffer.from(cell).copy(filled);
      return filled;
    }),
  ]);
  return Buffer.concat([header, ...descriptions, Buffer.from([0x0d]), ...records]);
}
