import { crc32, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeGreyPng } from '#server/sheets/writers/grey-png.ts';

/** Reads a PNG of greys by the specification (ISO/IEC 15948, 5 and 9): chunks with their checksums, rows filtered by "sub". */
function decode(png: Uint8Array) {
  const bytes = Buffer.from(png);
  const chunks: { readonly type: string; readonly data: Buffer }[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const body = bytes.subarray(at + 4, at + 8 + length);
    expect(bytes.readUInt32BE(at + 8 + length)).toBe(crc32(body));
    chunks.push({ type: body.subarray(0, 4).toString('latin1'), data: body.subarray(4) });
    at += 12 + length;
  }
  const [header, data] = chunks;
  const columns = header?.data.readUInt32BE(0) ?? 0;
  const rows = header?.data.readUInt32BE(4) ?? 0;
  const filtered = inflateSync(data?.data ?? Buffer.alloc(0));
  const pixels: number[] = [];
  for (let row = 0; row < rows; row++) {
    expect(filtered[row * (columns + 1)]).toBe(1);
    let before = 0;
    for (let i = 1; i <= columns; i++) {
      before = (before + (filtered[row * (columns + 1) + i] ?? 0)) & 255;
      pixels.push(before);
    }
  }
  const types = chunks.map(({ type }) => type);
  return {
    signature: [...bytes.subarray(0, 8)],
    types,
    columns,
    rows,
    depth: [...(header?.data.subarray(8) ?? [])],
    pixels,
  };
}

describe('encodeGreyPng', () => {
  it('writes a grey PNG of eight bits', () => {
    const png = decode(encodeGreyPng({ columns: 3, rows: 2, pixels: new Uint8Array([0, 255, 1, 7, 7, 200]) }));
    expect(png).toMatchObject({ columns: 3, rows: 2, depth: [8, 0, 0, 0, 0], pixels: [0, 255, 1, 7, 7, 200] });
    expect(png.signature).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
    expect(png.types).toEqual(['IHDR', 'IDAT', 'IEND']);
  });

  it('gives back every picture as it was', () => {
    const picture = fc
      .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 30 }))
      .chain(([columns, rows]) =>
        fc.record({
          columns: fc.constant(columns),
          rows: fc.constant(rows),
          pixels: fc.uint8Array({ minLength: columns * rows, maxLength: columns * rows }),
        }),
      );
    fc.assert(
      fc.property(picture, (given) => {
        const { columns, rows, pixels } = decode(encodeGreyPng(given));
        expect([columns, rows, pixels]).toEqual([given.columns, given.rows, [...given.pixels]]);
      }),
      { seed: 20_261_123, numRuns: 60 },
    );
  });
});
