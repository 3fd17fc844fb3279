import { once } from 'node:events';
import { createGzip } from 'node:zlib';

/** Text that is compressed while it is written, in a thread of its own. */
export interface GzipText {
  /** Resolves when there is room for more. */
  write(text: string): Promise<void>;
  /** The whole, compressed. */
  end(): Promise<Uint8Array>;
  /** Gives it up. */
  destroy(): void;
}

/** Begins an empty one. */
export function createGzipText(): GzipText {
  const gzip = createGzip();
  const chunks: Buffer[] = [];
  gzip.on('data', (chunk: Buffer) => chunks.push(chunk));
  return {
    async write(text) {
      if (!gzip.write(text)) await once(gzip, 'drain');
    },
    async end() {
      const ended = once(gzip, 'end');
      gzip.end();
      await ended;
      return Buffer.concat(chunks);
    },
    destroy: () => void gzip.destroy(),
  };
}
