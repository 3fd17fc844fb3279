import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Spool } from './job-kind.ts';

/** A file that is being written on the disk. */
export interface OpenSpool {
  write(bytes: Uint8Array): Promise<void>;
  /** Nothing is written any more. */
  finish(): Promise<Spool>;
  /** Gives up what was written. */
  discard(): Promise<void>;
}

/** Folders of results say whose they are: `guatu-result-<process>-<letters>`. */
const FOLDER = /^guatu-result-(\d+)-/;

/** Begins a file in the folder for temporary files; whoever began it finishes or discards it, or the next process once they are dead. */
export async function createSpool(): Promise<OpenSpool> {
  await removeLeftSpools();
  const folder = await mkdtemp(join(tmpdir(), `guatu-result-${process.pid}-`));
  const path = join(folder, 'result');
  const file = await open(path, 'w');
  const hash = createHash('sha256');
  let byteCount = 0;
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  return {
    async write(bytes) {
      hash.update(bytes);
      byteCount += bytes.length;
      await file.write(bytes);
    },
    async finish() {
      await file.close();
      return {
        sha256: hash.digest('hex'),
        byteCount,
        chunks: (chunkBytes) => cutEvenly(createReadStream(path, { highWaterMark: chunkBytes }), chunkBytes),
        remove,
      };
    },
    async discard() {
      await file.close();
      await remove();
    },
  };
}

/** Pieces of exactly the size, the last one shorter: streams may give less than they are asked for. */
async function* cutEvenly(stream: AsyncIterable<Buffer>, size: number): AsyncGenerator<Uint8Array> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of stream) {
    rest = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    while (rest.length >= size) {
      yield rest.subarray(0, size);
      rest = rest.subarray(size);
    }
  }
  if (rest.length > 0) yield rest;
}

/** Removes what processes left that were killed in the middle of a file. */
async function removeLeftSpools(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = FOLDER.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    // somebody else's cannot be removed, and is not ours to care about
    await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Whether a process of this machine runs; one that may not be asked does. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
