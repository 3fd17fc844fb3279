import { deflateRawSync } from 'node:zlib';

/** An entry of a ZIP as its directory shall describe it, true or not. */
export interface CraftedEntry {
  readonly path: string;
  readonly contents?: Uint8Array;
  /** What the directory says it unpacks to; its true size otherwise. */
  readonly statedBytes?: number;
  /** Unix attributes, as of a symbolic link (0o120777). */
  readonly mode?: number;
  /** Flag 1: encrypted. */
  readonly flags?: number;
}

const EMPTY = deflateRawSync(new Uint8Array());

/** A ZIP byte by byte, for what no honest program writes: sizes that lie, links, paths that lead outside. */
export function craftZip(entries: readonly CraftedEntry[], statedCount: number = entries.length): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const {
    path,
    contents = new Uint8Array(),
    statedBytes = contents.length,
    mode = 0o100644,
    flags = 0,
  } of entries) {
    const name = Buffer.from(path, 'utf8');
    const packed = contents.length === 0 ? EMPTY : deflateRawSync(contents);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x0403_4b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(statedBytes, 22);
    local.writeUInt16LE(name.length, 26);
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x0201_4b50, 0);
    record.writeUInt16LE(3 << 8, 4);
    record.writeUInt16LE(flags | 0x800, 8);
    record.writeUInt16LE(8, 10);
    record.writeUInt32LE(packed.length, 20);
    record.writeUInt32LE(statedBytes, 24);
    record.writeUInt16LE(name.length, 28);
    record.writeUInt32LE((mode << 16) >>> 0, 38);
    record.writeUInt32LE(offset, 42);
    bodies.push(local, name, packed);
    directory.push(record, name);
    offset += local.length + name.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(Math.min(statedCount, 0xffff), 8);
  end.writeUInt16LE(Math.min(statedCount, 0xffff), 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, listed, end]);
}
