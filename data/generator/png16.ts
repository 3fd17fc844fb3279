import { deflateSync } from 'node:zlib';
import type { Dem } from '#core/county/county-rows.ts';

const SIGNATURE = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10);

/**
 * A grid of elevations as a greyscale PNG of 16 bits per pixel, one pixel per cell, value = metres.
 *
 * @see W3C PNG specification, filter 4 (Paeth)
 */
export function encodeElevationPng({
  columns,
  rows,
  elevations,
}: Pick<Dem, 'columns' | 'rows' | 'elevations'>): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(columns, 0);
  header.writeUInt32BE(rows, 4);
  header.set([16, 0, 0, 0, 0], 8);
  const stride = columns * 2;
  const raw = Buffer.alloc(stride * rows);
  for (const [i, value] of elevations.entries()) raw.writeUInt16BE(Math.max(0, value), i * 2);
  const filtered = Buffer.alloc((stride + 1) * rows);
  for (let row = 0; row < rows; row++) {
    filtered[row * (stride + 1)] = 4;
    for (let i = 0; i < stride; i++) {
      const left = i >= 2 ? (raw[row * stride + i - 2] as number) : 0;
      const above = row > 0 ? (raw[(row - 1) * stride + i] as number) : 0;
      const corner = row > 0 && i >= 2 ? (raw[(row - 1) * stride + i - 2] as number) : 0;
      filtered[row * (stride + 1) + 1 + i] = ((raw[row * stride + i] as number) - paeth(left, above, corner)) & 255;
    }
  }
  const parts = [
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(filtered, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Uint8Array.from(Buffer.concat(parts));
}

function paeth(left: number, above: number, corner: number): number {
  const estimate = left + above - corner;
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - above), Math.abs(estimate - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 255] as number) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
