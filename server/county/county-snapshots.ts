import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { County } from '#core/county/county.ts';

/** Which state of a county a snapshot holds. */
export interface SnapshotKey {
  readonly countyCode: string;
  readonly revision: number;
  /** When the revision was recorded: a restored county may carry the same number. */
  readonly recordedAt: Date;
}

/** Loaded counties as files, so that the next start need not read them row by row. They may be thrown away at any time. */
export interface CountySnapshots {
  /** The county as it was kept; undefined when there is none, or what is there is of another program or damaged. */
  find(key: SnapshotKey): Promise<County | undefined>;
  /** Reads what is kept before it is asked for, while the database is still opening. */
  preload(): Promise<void>;
  /** Keeps a county in place of earlier states of it. */
  keep(key: SnapshotKey, county: County): Promise<void>;
}

const CHECKSUM_BYTES = 32;

/** Counties that are read in advance; each takes about 60 MB. */
const MOST_PRELOADED = 2;

/**
 * Snapshots in a folder, which is made when the first one is kept.
 *
 * @param program changes whenever another program would read a county into another shape
 */
export function createCountySnapshots(folder: string, program: string): CountySnapshots {
  const nameOf = ({ countyCode, revision, recordedAt }: SnapshotKey): string => {
    const state = createHash('sha256').update(`${program} ${recordedAt.toISOString()}`).digest('hex').slice(0, 16);
    return `county-${countyCode}-${revision}-${state}.bin`;
  };
  const preloaded = new Map<string, County>();
  return {
    async preload() {
      const names = await readdir(folder).catch(() => []);
      for (const name of names.filter((other) => other.startsWith('county-')).slice(0, MOST_PRELOADED)) {
        const county = await readSnapshot(join(folder, name));
        if (county !== undefined) preloaded.set(name, county);
      }
    },
    async find(key) {
      const name = nameOf(key);
      const county = preloaded.get(name) ?? (await readSnapshot(join(folder, name)));
      preloaded.delete(name);
      return county;
    },
    async keep(key, county) {
      const body = serialize(county);
      const name = nameOf(key);
      const unfinished = join(folder, `${name}.${process.pid}`);
      await mkdir(folder, { recursive: true });
      await writeFile(unfinished, Buffer.concat([checksumOf(body), body]));
      await rename(unfinished, join(folder, name));
      const others = (await readdir(folder)).filter(
        (other) => other.startsWith(`county-${key.countyCode}-`) && other !== name,
      );
      for (const other of others) await rm(join(folder, other), { force: true });
    },
  };
}

/** The county of a file; undefined when there is none or it is damaged. */
async function readSnapshot(path: string): Promise<County | undefined> {
  const kept = await readFile(path).catch(() => undefined);
  if (kept === undefined) return undefined;
  const body = kept.subarray(CHECKSUM_BYTES);
  return checksumOf(body).equals(kept.subarray(0, CHECKSUM_BYTES)) ? (deserialize(body) as County) : undefined;
}

const checksumOf = (body: Uint8Array): Buffer => createHash('sha256').update(body).digest();
