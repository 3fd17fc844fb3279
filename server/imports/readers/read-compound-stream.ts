/** Layout of a compound file ([MS-CFB] 2.2): where its header says what. */
const HEADER = {
  sectorShift: 30,
  miniShift: 32,
  directory: 48,
  miniCutoff: 56,
  miniTable: 60,
  difat: 68,
  firstTables: 76,
};
const HEADER_TABLES = 109;
const ENTRY_BYTES = 128;
/** Numbers from here on are no sectors ([MS-CFB] 2.1). */
const FIRST_SPECIAL_SECTOR = 0xffff_fffa;

interface Entry {
  readonly start: number;
  readonly byteCount: number;
}

/**
 * A stream of an OLE2 compound file in one piece, however its sectors lie.
 *
 * @returns null where there is none of that name, or the tables of sectors lead nowhere or in circles
 */
export function readCompoundStream(bytes: Buffer, name: string): Buffer | null {
  try {
    return findStream(bytes, name);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function findStream(bytes: Buffer, name: string): Buffer | null {
  const sectorBytes = 2 ** bytes.readUInt16LE(HEADER.sectorShift);
  const miniBytes = 2 ** bytes.readUInt16LE(HEADER.miniShift);
  if (sectorBytes < 512 || sectorBytes > 4096 || miniBytes < 16 || miniBytes > sectorBytes)
    throw new RangeError('No size of sectors');
  const sectorAt = (sector: number): Buffer => bytes.subarray((sector + 1) * sectorBytes, (sector + 2) * sectorBytes);
  const table = Buffer.concat(listTables(bytes, sectorAt).map(sectorAt));
  const readChain = (start: number): Buffer => Buffer.concat(followChain(table, start).map(sectorAt));
  const entries = listEntries(readChain(bytes.readUInt32LE(HEADER.directory)));
  const [root, stream] = [entries.get('Root Entry'), entries.get(name)];
  if (stream === undefined) return null;
  if (stream.byteCount >= bytes.readUInt32LE(HEADER.miniCutoff) || root === undefined)
    return readChain(stream.start).subarray(0, stream.byteCount);
  const [miniTable, miniStream] = [readChain(bytes.readUInt32LE(HEADER.miniTable)), readChain(root.start)];
  const parts = followChain(miniTable, stream.start).map((at) =>
    miniStream.subarray(at * miniBytes, (at + 1) * miniBytes),
  );
  return Buffer.concat(parts).subarray(0, stream.byteCount);
}

/** Sectors that hold the table of sectors: the first of them stand in the header, the others in a chain of their own. */
function listTables(bytes: Buffer, sectorAt: (sector: number) => Buffer): readonly number[] {
  const tables: number[] = [];
  for (let index = 0; index < HEADER_TABLES; index++) tables.push(bytes.readUInt32LE(HEADER.firstTables + index * 4));
  const seen = new Set<number>();
  for (let next = bytes.readUInt32LE(HEADER.difat); next < FIRST_SPECIAL_SECTOR; ) {
    if (seen.has(next)) throw new RangeError('A circle of sectors');
    seen.add(next);
    const sector = sectorAt(next);
    for (let at = 0; at + 8 <= sector.length; at += 4) tables.push(sector.readUInt32LE(at));
    next = sector.readUInt32LE(sector.length - 4);
  }
  return tables.filter((sector) => sector < FIRST_SPECIAL_SECTOR);
}

function followChain(table: Buffer, start: number): readonly number[] {
  const chain = new Set<number>();
  for (let sector = start; sector < FIRST_SPECIAL_SECTOR; sector = table.readUInt32LE(sector * 4)) {
    if (chain.has(sector)) throw new RangeError('A circle of sectors');
    chain.add(sector);
  }
  return [...chain];
}

/** Entries of a directory by name ([MS-CFB] 2.6.1). */
function listEntries(directory: Buffer): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (let at = 0; at + ENTRY_BYTES <= directory.length; at += ENTRY_BYTES) {
    const nameBytes = directory.readUInt16LE(at + 64);
    if (nameBytes < 2 || nameBytes > 64) continue;
    const name = directory.toString('utf16le', at, at + nameBytes - 2);
    const entry = { start: directory.readUInt32LE(at + 116), byteCount: directory.readUInt32LE(at + 120) };
    if (!entries.has(name)) entries.set(name, entry);
  }
  return entries;
}
