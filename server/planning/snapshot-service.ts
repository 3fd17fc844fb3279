import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { County } from '#core/county/county.ts';
import { encodeCounty } from '#core/planning/snapshot/encode-county.ts';
import { createGzipText } from '../http/gzip-text.ts';

/** A county as the page needs it to plan, compressed. */
export interface PlanningSnapshot {
  /** JSON of `EncodedCounty`, as gzip. */
  readonly body: Uint8Array;
  /** Strong entity tag, the hash of the body: another revision, or another version of the product, has another one. */
  readonly etag: string;
}

/** Makes snapshots; each is kept as long as its county is. */
export interface SnapshotService {
  getSnapshot(county: County): Promise<PlanningSnapshot>;
}

/** Creates the service; nothing is made yet. */
export function createSnapshotService(): SnapshotService {
  const kept = new WeakMap<County, Promise<PlanningSnapshot>>();
  return {
    getSnapshot(county) {
      let snapshot = kept.get(county);
      if (!snapshot) {
        snapshot = writeSnapshot(county);
        // one that failed is made again when it is asked for again
        snapshot.catch(() => kept.delete(county));
        kept.set(county, snapshot);
      }
      return snapshot;
    },
  };
}

/** Written list by list, so that other requests have their turn in between. */
async function writeSnapshot(county: County): Promise<PlanningSnapshot> {
  const text = createGzipText();
  try {
    let separator = '{';
    for (const [key, value] of Object.entries(encodeCounty(county))) {
      await text.write(`${separator}${JSON.stringify(key)}:${JSON.stringify(value)}`);
      separator = ',';
      await setImmediate();
    }
    await text.write('}');
    const body = await text.end();
    return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"` };
  } finally {
    text.destroy();
  }
}
