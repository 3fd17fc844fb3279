import type { Worker } from 'node:worker_threads';
import type { ChoiceResult } from '#core/api/choices.ts';
import type { County } from '#core/county/county.ts';
import { EnvironmentError, InvalidInputError } from '#core/errors.ts';
import { handCounty } from '../db/embedded/hand-county.ts';
import { createIdleThread } from '../db/embedded/idle-thread.ts';
import { fromSentError } from '../db/embedded/sent-error.ts';
import type { ChoiceOrder, ChoiceThreadReply, ChoiceThreadRequest } from './choices-messages.ts';

/** The thread is ended after this long without a question, which gives its memory back. */
const IDLE_MILLISECONDS = 5 * 60_000;
/** A solver that was cancelled has so long to give the best it has; after that its thread is ended and the last one told counts. */
const GRACE_MILLISECONDS = 3000;

/** How a solver is followed and ended. */
export interface ChoiceHooks {
  /** Cancelled: the best so far is the answer. */
  readonly signal: AbortSignal;
  /** The best so far, at most twice a second. */
  readonly tellInterim: (answer: ChoiceResult) => void;
}

/** Answers questions to the solvers in a thread of its own, so that the server goes on answering. */
export interface ChoicesService {
  /**
   * The answer, or the best one at the time the signal aborts.
   *
   * @throws {InvalidInputError} what the question has against it
   * @throws {EnvironmentError} `solver_thread_lost`
   * @throws {DOMException} the reason of the signal, when it aborts before there is any answer
   */
  solve(county: County, order: ChoiceOrder, hooks: ChoiceHooks): Promise<ChoiceResult>;
  /** Ends the thread. */
  close(): Promise<void>;
}

/** Creates the service; the thread is started by the first question and holds one county at a time. */
export function createChoicesService(): ChoicesService {
  const thread = createIdleThread<County>({
    file: new URL('./choices-worker.ts', import.meta.url),
    idleMilliseconds: IDLE_MILLISECONDS,
  });
  let lastId = 0;

  return {
    solve: (county, order, hooks) =>
      thread.use(
        async (used) => {
          try {
            await handCounty(used, county, { kind: 'begin_county' });
            lastId += 1;
            return await ask(used.worker, { id: lastId, order, hooks });
          } catch (error) {
            // a thread that failed for a reason of its own, or hears nobody, is not used again
            if (!(error instanceof InvalidInputError)) await thread.end();
            if (error instanceof UnheardError) return error.best;
            throw error;
          }
        },
        () => hooks.signal.throwIfAborted(),
      ),
    close: thread.end,
  };
}

/** The thread did not hear that it was cancelled; the best it had told is the answer. */
class UnheardError extends Error {
  readonly best: ChoiceResult;

  constructor(best: ChoiceResult) {
    super('The solver did not end in time');
    this.best = best;
  }
}

/** Sends a question and waits for its answer, or for the end of the thread. */
function ask(
  worker: Worker,
  { id, order, hooks }: { readonly id: number; readonly order: ChoiceOrder; readonly hooks: ChoiceHooks },
): Promise<ChoiceResult> {
  const { signal, tellInterim } = hooks;
  const cancelled = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  let best: ChoiceResult | null = null;
  let grace: NodeJS.Timeout | undefined;
  worker.ref();
  return new Promise<ChoiceResult>((resolve, reject) => {
    const settle = (finish: () => void): void => {
      clearTimeout(grace);
      signal.removeEventListener('abort', cancel);
      worker.off('message', hear).off('error', lose).off('exit', lose);
      worker.unref();
      finish();
    };
    const cancel = (): void => {
      Atomics.store(new Int32Array(cancelled), 0, 1);
      const giveUp = (): void => settle(() => reject(best === null ? signal.reason : new UnheardError(best)));
      grace = setTimeout(giveUp, GRACE_MILLISECONDS);
    };
    const lose = (reason: unknown): void =>
      settle(() => reject(new EnvironmentError('solver_thread_lost', `The solver thread ended: ${String(reason)}`)));
    const hear = (reply: ChoiceThreadReply): void => {
      if (reply.id !== id) return;
      if (reply.kind === 'failed') settle(() => reject(fromSentError(reply.error)));
      else if (reply.kind === 'done') settle(() => resolve(reply.answer));
      else {
        best = reply.answer;
        tellInterim(reply.answer);
      }
    };
    worker.on('message', hear).on('error', lose).on('exit', lose);
    signal.addEventListener('abort', cancel);
    const request: ChoiceThreadRequest = { kind: 'solve', id, order, cancelled };
    worker.postMessage(request);
    if (signal.aborted) cancel();
  });
}
