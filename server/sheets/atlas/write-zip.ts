import type { WriteBytes } from '../writers/sheet-page.ts';

/** Writes an archive file by file; nothing is kept but the list of names. */
export interface ZipWriter {
  /** A file; the name may hold folders, parted by `/`. A name that is taken already gets a number. */
  add(name: string, bytes: Uint8Array): Promise<void>;
  /** Ends the archive. */
  finish(): Promise<void>;
}

interface ZipEntry {
  readonly name: Uint8Array;
  readonly crc: number;
  readonly size: number;
  readonly offset: number;
}

// PKWARE APPNOTE 6.3.10: signatures and the flag for names in UTF-8
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const UTF8_NAMES = 0x0800;
/** 1980-01-01, the earliest day of the format: the same files give the same bytes. */
const DOS_DATE = 0x0021;
const VERSION = 20;

/**
 * Begins an archive whose files are stored as they are: PDF and pictures are compressed already. Holds up to 65,535 files and 4 GB, more than any
 * county's sheets.
 */
export function createZip(write: WriteBytes): ZipWriter {
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let offset = 0;
  const send = async (bytes: Uint8Array): Promise<void> => {
    offset += bytes.length;
    await write(bytes);
  };
  return {
    async add(name, bytes) {
      const free = freeName(name, names);
      names.add(free);
      const entry = { name: new TextEncoder().encode(free), crc: crc32(bytes), size: bytes.length, offset };
      entries.push(entry);
      await send(joinBytes([header(LOCAL, [], entry), entry.name]));
      await send(bytes);
    },
    async finish() {
      const start = offset;
      for (const entry of entries) await send(joinBytes([centralHeader(entry), entry.name]));
      const end = Buffer.alloc(22);
      end.writeUInt32LE(END, 0);
      end.writeUInt16LE(entries.length, 8);
      end.writeUInt16LE(entries.length, 10);
      end.writeUInt32LE(offset - start, 12);
      end.writeUInt32LE(start, 16);
      await send(end);
    },
  };
}

const joinBytes = (parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const [, stem = name, ending = ''] = /^(.*?)(\.[^./]+)?$/.exec(name) ?? [];
  let number = 2;
  while (taken.has(`${stem}-${number}${ending}`)) number++;
  return `${stem}-${number}${ending}`;
}

/** What local and central headers have in common; `extra` stands before it. */
function header(signature: number, extra: readonly number[], { crc, size, name }: ZipEntry): Uint8Array {
  const bytes = Buffer.alloc(4 + extra.length * 2 + 26);
  bytes.writeUInt32LE(signature, 0);
  let at = 4;
  const put16 = (value: number): void => {
    at = bytes.writeUInt16LE(value, at);
  };
  for (const value of [...extra, VERSION, UTF8_NAMES, 0, 0, DOS_DATE]) put16(value);
  for (const value of [crc, size, size]) at = bytes.writeUInt32LE(value, at);
  put16(name.length);
  put16(0);
  return bytes;
}

function centralHeader(entry: ZipEntry): Uint8Array {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(entry.offset, 10);
  return joinBytes([header(CENTRAL, [VERSION], entry), rest]);
}

/** CRC-32 of ISO 3309, as ZIP wants it; `zlib.crc32` comes with Node 22. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});
