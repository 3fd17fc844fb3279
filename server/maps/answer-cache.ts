import { createHash } from 'node:crypto';

/** A finished answer. */
export interface CachedAnswer {
  readonly body: Buffer;
  /** Strong entity tag, the hash of the body: stays right when a new product version draws the same revision differently. */
  readonly etag: string;
}

/** Keeps the answers used last, up to a number of bytes. */
export interface AnswerCache {
  /** The answer under a key, made when it is not kept. Keys carry the data revision, so that nothing kept goes stale. */
  get(key: string, make: () => string | Uint8Array): CachedAnswer;
}

/** Creates an empty cache. */
export function createAnswerCache(maximumBytes: number): AnswerCache {
  const kept = new Map<string, CachedAnswer>();
  let bytes = 0;
  const drop = (key: string, answer: CachedAnswer): void => {
    kept.delete(key);
    bytes -= answer.body.byteLength;
  };
  return {
    get(key, make) {
      const known = kept.get(key);
      if (known) {
        // used last = youngest
        kept.delete(key);
        kept.set(key, known);
        return known;
      }
      const body = Buffer.from(make());
      const answer = { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"` };
      kept.set(key, answer);
      bytes += body.byteLength;
      for (const [oldKey, old] of kept) {
        if (bytes <= maximumBytes || oldKey === key) break;
        drop(oldKey, old);
      }
      return answer;
    },
  };
}
