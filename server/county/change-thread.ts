import type { County } from '#core/county/county.ts';
import { type CountyPart, joinCounty } from '#core/county/county-parts.ts';
import { EnvironmentError } from '#core/errors.ts';
import { fromSentError } from '../db/embedded/sent-error.ts';
import { startTypescriptWorker } from '../db/embedded/start-typescript-worker.ts';
import type { ChangeOrder, ChangeReply } from './change-messages.ts';
import type { PreparedChange } from './prepare-county-change.ts';

/** A change ready to be stored, and what the county in memory becomes by it. */
export interface ThreadedChange {
  readonly prepared: PreparedChange;
  /** Lists that differ; the others stay the same objects. */
  readonly touched: Partial<County>;
}

/** Memory of the thread: a county of 62,000 households with as many new ones takes some 400 MB, and the collector wants room. */
const MOST_MEGABYTES = 1000;

/**
 * Checks and computes a change in a thread of its own, so that the server goes on answering.
 *
 * @param makeOrder reads what the thread needs, while that starts
 * @throws {InvalidInputError} `county_rows_invalid`, and whatever `makeOrder` throws
 * @throws {EnvironmentError} `change_thread_lost`
 */
export async function prepareInThread(makeOrder: () => Promise<ChangeOrder>): Promise<ThreadedChange> {
  const worker = startTypescriptWorker(new URL('./change-worker.ts', import.meta.url), null, {
    maxOldGenerationSizeMb: MOST_MEGABYTES,
  });
  const parts: CountyPart[] = [];
  const done = new Promise<PreparedChange>((resolve, reject) => {
    const lose = (reason: unknown): void =>
      reject(new EnvironmentError('change_thread_lost', `The thread of a change ended: ${String(reason)}`));
    worker
      .on('message', (reply: ChangeReply) => {
        if (reply.kind === 'part') parts.push(reply.part);
        else if (reply.kind === 'failed') reject(fromSentError(reply.error));
        else resolve(reply.prepared);
      })
      .on('error', lose)
      .on('exit', lose);
  });
  // nobody waits for it yet while the order is made
  done.catch(() => undefined);
  try {
    worker.postMessage(await makeOrder());
    return { prepared: await done, touched: joinCounty(parts) };
  } finally {
    await worker.terminate();
  }
}
