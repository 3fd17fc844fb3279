import { inflateRawSync } from 'node:zlib';
import type { ImportLimits } from '#core/api/import-records.ts';
import { ImportFileError } from './import-file-error.ts';

/** A file in an archive; folders are not among the entries. */
export interface ArchiveEntry {
  /** With `/` between folders; never absolute, never upwards. */
  readonly path: string;
  /** As the archive states it; reading holds it to that. */
  readonly byteCount: number;
  readonly read: () => Buffer;
}

/** A ZIP archive that passed its checks. */
export interface Archive {
  readonly entries: readonly ArchiveEntry[];
}

/** Signatures and sizes of the records of a ZIP (PKWARE APPNOTE 6.3.10, 4.3). */
const END_RECORD = 0x0605_4b50;
const END_BYTES = 22;
const DIRECTORY_RECORD = 0x0201_4b50;
const DIRECTORY_BYTES = 46;
const LARGE_END_RECORD = 0x0606_4b50;
const LARGE_FIELD = 1;
const MARKED_LARGE = 0xffff_ffff;
const LOCAL_RECORD = 0x0403_4b50;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT = 0xffff;

const STORED = 0;
const DEFLATED = 8;
const FLAG_ENCRYPTED = 1;
const FLAG_UTF8 = 0x800;
/** Of the host system in `version made by`, and of the file kind in Unix attributes. */
const UNIX = 3;
const FILE_KIND = 0xf000;
const LINK_KIND = 0xa000;

/**
 * Deflate comes to at most 1,032 to 1. XML of the most regular workbook comes to some 20, and is held to less because it takes several times its size to
 * parse; tables of dBASE are mostly blanks.
 */
const HIGHEST_RATIO = { xml: 60, other: 400 } as const;
const XML_PATH = /\.(xml|rels|kml)$/i;
/** Below this an entry may be as regular as it likes. */
const RATIO_FREE_BYTES = 8 * 1024 * 1024;

/**
 * Opens a ZIP by its directory and refuses what is hostile before anything is unpacked: paths outside, links, names twice, encrypted entries, more
 * entries or bytes than allowed, bombs. Nothing is ever written to a disk. Entries of `__MACOSX` and folders are left out.
 *
 * @throws {ImportFileError} with the entry concerned
 */
export function openArchive(bytes: Buffer, file: string, limits: ImportLimits): Archive {
  const end = findEnd(bytes);
  if (end === null) throw new ImportFileError('import_file_cut', file);
  const opened = { bytes, file, limits };
  const stated = bytes.readUInt16LE(end + 10);
  if (stated > limits.entries)
    throw new ImportFileError('import_archive_entries', file, { got: stated, limit: limits.entries });
  const entries: ArchiveEntry[] = [];
  const seen = new Set<string>();
  let totalBytes = 0;
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < stated; index += 1) {
    const { entry, next } = readDirectoryRecord(opened, at);
    at = next;
    if (entry === null) continue;
    if (seen.has(entry.path)) throw new ImportFileError('import_archive_duplicate', file, { entry: entry.path });
    seen.add(entry.path);
    totalBytes += entry.byteCount;
    if (totalBytes > limits.unpackedBytes) throw tooLarge(opened, totalBytes);
    entries.push(entry);
  }
  // A directory that goes on after its last entry would be read otherwise by other programs.
  if (at !== end && !(at < end && bytes.readUInt32LE(at) === LARGE_END_RECORD)) throw damagedAt(file, `${at}`);
  return { entries };
}

const damagedAt = (file: string, where: string): ImportFileError =>
  new ImportFileError('import_file_damaged', file, { format: 'ZIP', where });

interface Opened {
  readonly bytes: Buffer;
  readonly file: string;
  readonly limits: ImportLimits;
}

const tooLarge = ({ file, limits }: Opened, got: number): ImportFileError =>
  new ImportFileError('import_archive_too_large', file, {
    got: Math.ceil(got / 1024 / 1024),
    limit: Math.floor(limits.unpackedBytes / 1024 / 1024),
  });

function findEnd(bytes: Buffer): number | null {
  const first = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT);
  for (let at = bytes.length - END_BYTES; at >= first; at -= 1) if (bytes.readUInt32LE(at) === END_RECORD) return at;
  return null;
}

/** Entry null: a folder, or what a Macintosh adds. */
function readDirectoryRecord(
  opened: Opened,
  at: number,
): { readonly entry: ArchiveEntry | null; readonly next: number } {
  const { bytes, file } = opened;
  if (at + DIRECTORY_BYTES > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_RECORD)
    throw damagedAt(file, `${at}`);
  const nameBytes = bytes.readUInt16LE(at + 28);
  const next = at + DIRECTORY_BYTES + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  const flags = bytes.readUInt16LE(at + 8);
  const name = decodeName(bytes.subarray(at + DIRECTORY_BYTES, at + DIRECTORY_BYTES + nameBytes), flags);
  const path = checkPath(name, file);
  const kind = (bytes.readUInt32LE(at + 38) >>> 16) & FILE_KIND;
  if (bytes.readUInt8(at + 5) === UNIX && kind === LINK_KIND)
    throw new ImportFileError('import_archive_link', file, { entry: name });
  if (path.endsWith('/') || isOfMacintosh(path)) return { entry: null, next };
  if ((flags & FLAG_ENCRYPTED) !== 0) throw new ImportFileError('import_file_encrypted', file);
  return { entry: createEntry(opened, at, path), next };
}

function createEntry(opened: Opened, at: number, path: string): ArchiveEntry {
  const { bytes } = opened;
  const method = bytes.readUInt16LE(at + 10);
  const { packedBytes, byteCount, offset } = readSizes(bytes, at);
  const highest = XML_PATH.test(path) ? HIGHEST_RATIO.xml : HIGHEST_RATIO.other;
  if (byteCount > RATIO_FREE_BYTES && byteCount / Math.max(packedBytes, 1) > highest) throw tooLarge(opened, byteCount);
  if (byteCount > opened.limits.unpackedBytes) throw tooLarge(opened, byteCount);
  return { path, byteCount, read: () => readEntry(opened, { path, method, packedBytes, byteCount, offset }) };
}

/** Sizes and place of an entry; those that are marked as too large stand in the extra field of ZIP64, in this order (APPNOTE 4.5.3). */
function readSizes(
  bytes: Buffer,
  at: number,
): { readonly packedBytes: number; readonly byteCount: number; readonly offset: number } {
  const stated = {
    byteCount: bytes.readUInt32LE(at + 24),
    packedBytes: bytes.readUInt32LE(at + 20),
    offset: bytes.readUInt32LE(at + 42),
  };
  let extra = at + DIRECTORY_BYTES + bytes.readUInt16LE(at + 28);
  const extraEnd = Math.min(extra + bytes.readUInt16LE(at + 30), bytes.length - 4);
  while (extra < extraEnd && bytes.readUInt16LE(extra) !== LARGE_FIELD) extra += 4 + bytes.readUInt16LE(extra + 2);
  extra += 4;
  const take = (value: number): number => {
    if (value !== MARKED_LARGE || extra + 8 > extraEnd + 4 || extra + 8 > bytes.length) return value;
    extra += 8;
    return Number(bytes.readBigUInt64LE(extra - 8));
  };
  return { byteCount: take(stated.byteCount), packedBytes: take(stated.packedBytes), offset: take(stated.offset) };
}

/** Bytes of an entry, held to the size that the directory states: an entry that unpacks to more is a bomb or damaged. */
function readEntry(
  { bytes, file }: Opened,
  entry: {
    readonly path: string;
    readonly method: number;
    readonly packedBytes: number;
    readonly byteCount: number;
    readonly offset: number;
  },
): Buffer {
  const damaged = () => damagedAt(file, entry.path);
  const { offset, byteCount } = entry;
  if (offset + LOCAL_BYTES > bytes.length || bytes.readUInt32LE(offset) !== LOCAL_RECORD) throw damaged();
  const start = offset + LOCAL_BYTES + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const packed = bytes.subarray(start, start + entry.packedBytes);
  if (packed.length < entry.packedBytes) throw damaged();
  if (entry.method === STORED && packed.length === byteCount) return packed;
  if (entry.method !== DEFLATED) throw damaged();
  try {
    const unpacked = inflateRawSync(packed, { maxOutputLength: Math.max(byteCount, 1) });
    if (unpacked.length === byteCount) return unpacked;
  } catch {
    // What zlib says of it (a size, a code) helps nobody; the entry is named.
  }
  throw damaged();
}

/** Names are UTF-8 where the flag says so or where they are valid UTF-8, else GBK as Chinese Windows writes them. */
function decodeName(bytes: Buffer, flags: number): string {
  if ((flags & FLAG_UTF8) !== 0) return bytes.toString('utf8');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** @throws {ImportFileError} a path that leaves its folder, is absolute or cannot be a name */
function checkPath(name: string, file: string): string {
  const path = name.replaceAll('\\', '/');
  const isOutside = path.startsWith('/') || /^[A-Za-z]:/.test(path) || path.split('/').includes('..');
  if (isOutside || path === '' || /\p{Cc}/u.test(path))
    throw new ImportFileError('import_archive_path', file, { entry: name });
  return path;
}

const isOfMacintosh = (path: string): boolean => /(^|\/)(__MACOSX\/|\.DS_Store$|\._)/.test(path);
