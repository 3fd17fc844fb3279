/**
 * Cuts what the `pg` driver writes into whole batches: the start-up packet, then everything up to and including a message after which the
 * engine answers. The engine has one session and must never be left half way in an exchange.
 *
 * @see PostgreSQL documentation, 53.7 "Message Formats": one type byte, a 32-bit length that counts itself, the body
 */
export function createFrontendBatcher(): (written: Uint8Array) => Buffer[] {
  let pending: Buffer = Buffer.alloc(0);
  let started = false;
  return (written) => {
    pending = pending.length === 0 ? Buffer.from(written) : Buffer.concat([pending, written]);
    const batches: Buffer[] = [];
    let position = 0;
    let batchStart = 0;
    while (true) {
      const end = position + messageLength(pending, position, started);
      if (!(end <= pending.length)) break;
      if (!started || ENDS_BATCH.has(pending[position] ?? 0)) {
        batches.push(pending.subarray(batchStart, end));
        batchStart = end;
      }
      started = true;
      position = end;
    }
    pending = pending.subarray(batchStart);
    return batches;
  };
}

/** Q(uery), S(ync), H (flush), X (terminate), c (copy done), f (copy failed), p(assword). */
const ENDS_BATCH: ReadonlySet<number> = new Set([...'QSHXcfp'].map((letter) => letter.charCodeAt(0)));

/** Length of the message that begins at `position`; NaN when its length has not arrived yet. The start-up packet has no type byte. */
function messageLength(bytes: Buffer, position: number, started: boolean): number {
  const prefix = started ? 1 : 0;
  if (bytes.length - position < prefix + 4) return Number.NaN;
  return prefix + bytes.readInt32BE(position + prefix);
}
