import { describe, expect, it } from 'vitest';
import { crc32, createZip } from '#server/sheets/atlas/write-zip.ts';
import { createByteKeeper } from '#server/sheets/writers/sheet-page.ts';

describe('createZip', () => {
  it('has the checksum of ISO 3309', () => {
    // check value of the CRC catalogue: CRC-32/ISO-HDLC of "123456789"
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  it('gives the same bytes for the same files, names in UTF-8, a taken name a number', async () => {
    const make = async (): Promise<Buffer> => {
      const { write, join } = createByteKeeper();
      const zip = createZip(write);
      await zip.add('城关镇/图.pdf', new Uint8Array([1, 2, 3]));
      await zip.add('城关镇/图.pdf', new Uint8Array([4]));
      await zip.finish();
      return Buffer.from(join());
    };
    const bytes = await make();
    expect(bytes.equals(await make())).toBe(true);
    expect(bytes.includes(Buffer.from('城关镇/图-2.pdf'))).toBe(true);
    expect(bytes.readUInt16LE(bytes.length - 12)).toBe(2);
  });
});
