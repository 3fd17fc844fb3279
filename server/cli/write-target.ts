import { cp, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, normalize, sep } from 'node:path';
import { InvalidInputError } from '#core/errors.ts';

/** Where a large result goes: it appears under its name only when it is whole. */
export interface WriteTarget {
  write(bytes: Uint8Array): Promise<void>;
  /** Gives it its name. */
  finish(): Promise<void>;
  /** Removes what was written. */
  discard(): Promise<void>;
}

/**
 * A file, written beside its place first.
 *
 * @throws {InvalidInputError} `file_not_writable`
 */
export async function createFileTarget(path: string): Promise<WriteTarget> {
  const part = `${path}.part`;
  const file = await tell(path, async () => {
    await mkdir(dirname(path), { recursive: true });
    return open(part, 'w');
  });
  return {
    async write(bytes) {
      await tell(path, () => file.write(bytes));
    },
    async finish() {
      await file.close();
      await tell(path, () => rename(part, path));
    },
    async discard() {
      await file.close().catch(() => undefined);
      await rm(part, { force: true });
    },
  };
}

// PKWARE APPNOTE 6.3.10, 4.3.7: the local header of a file
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;

/**
 * A folder, into which an archive of stored files is unpacked while it comes.
 *
 * @throws {InvalidInputError} `file_not_writable`
 */
export async function createFolderTarget(path: string): Promise<WriteTarget> {
  const part = `${path.replace(/[\\/]+$/, '')}.part`;
  await tell(path, async () => {
    await rm(part, { recursive: true, force: true });
    await mkdir(part, { recursive: true });
  });
  let rest: Buffer = Buffer.alloc(0);
  return {
    async write(bytes) {
      rest = rest.length === 0 ? Buffer.from(bytes) : Buffer.concat([rest, bytes]);
      for (let file = readFirst(rest); file !== null; file = readFirst(rest)) {
        const { name, content, end } = file;
        await tell(path, () => writeInside(part, name, content));
        rest = rest.subarray(end);
      }
    },
    async finish() {
      await tell(path, async () => {
        await cp(part, path, { recursive: true, force: true });
        await rm(part, { recursive: true, force: true });
      });
    },
    discard: () => rm(part, { recursive: true, force: true }),
  };
}

/** The first file of what has come, when it has come as a whole; null also before the list at the archive's end. */
function readFirst(bytes: Buffer): { readonly name: string; readonly content: Buffer; readonly end: number } | null {
  if (bytes.length < LOCAL_BYTES || bytes.readUInt32LE(0) !== LOCAL_SIGNATURE) return null;
  const size = bytes.readUInt32LE(18);
  const nameEnd = LOCAL_BYTES + bytes.readUInt16LE(26);
  const start = nameEnd + bytes.readUInt16LE(28);
  if (bytes.length < start + size) return null;
  const name = bytes.toString('utf8', LOCAL_BYTES, nameEnd);
  return { name, content: bytes.subarray(start, start + size), end: start + size };
}

async function writeInside(folder: string, name: string, content: Uint8Array): Promise<void> {
  const place = normalize(join(folder, name));
  if (!place.startsWith(normalize(folder) + sep)) throw new RangeError(`Got file name ${name} outside its folder.`);
  await mkdir(dirname(place), { recursive: true });
  await writeFile(place, content);
}

/** What the disk refuses, as a sentence. */
async function tell<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new InvalidInputError('file_not_writable', `Cannot write ${path}`, {
      file: path,
      reason: String(error.code),
    });
  }
}
