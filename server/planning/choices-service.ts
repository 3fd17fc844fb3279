import { setImmediate } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import type { ChoiceResult } from '#core/api/choices.ts';
import type { County } from '#core/county/county.ts';
import { splitCounty } from '#core/county/county-parts.ts';
import { EnvironmentError, InvalidInputError } from '#core/errors.ts';
import { startTypescriptWorker } from '../db/embedded/start-typescript-worker.ts';
import type { ChoiceOrder, ChoiceThreadReply, ChoiceThreadRequest, SentChoiceError } from './choices-messages.ts';

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

interface SolverThread {
  readonly worker: Worker;
  /** The county it holds: objects of one revision are the same object. */
  county: County | null;
}

/** Creates the service; the thread is started by the first question and holds one county at a time. */
export function createChoicesService(): ChoicesService {
  let thread: SolverThread | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;
  let lastId = 0;

  const end = async (): Promise<void> => {
    clearTimeout(idle);
    const ending = thread;
    thread = null;
    await ending?.worker.terminate();
  };
  const solveNow = async (county: County, order: ChoiceOrder, hooks: ChoiceHooks): Promise<ChoiceResult> => {
    clearTimeout(idle);
    hooks.signal.throwIfAborted();
    thread ??= { worker: startTypescriptWorker(new URL('./choices-worker.ts', import.meta.url), null), county: null };
    try {
      await handCounty(thread, county);
      lastId += 1;
      return await ask(thread.worker, { id: lastId, order, hooks });
    } catch (error) {
      // a thread that failed for a reason of its own, or hears nobody, is not used again
      if (!(error instanceof InvalidInputError)) await end();
      if (error instanceof UnheardError) return error.best;
      throw error;
    } finally {
      idle = setTimeout(() => void end(), IDLE_MILLISECONDS);
      idle.unref();
    }
  };
  return {
    solve(county, order, hooks) {
      const solved = queue.then(() => solveNow(county, order, hooks));
      queue = solved.catch(() => undefined);
      return solved;
    },
    close: end,
  };
}

/** Sends a county that the thread does not hold yet, with pauses in which the server answers others. */
async function handCounty(thread: SolverThread, county: County): Promise<void> {
  if (thread.county === county) return;
  const send = (request: ChoiceThreadRequest): void => thread.worker.postMessage(request);
  thread.county = null;
  send({ kind: 'begin_county' });
  for (const part of splitCounty(county)) {
    send({ kind: 'county_part', part });
    await setImmediate();
  }
  thread.county = county;
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
      worker.off('message', hear).off('exit', lose);
      worker.unref();
      finish();
    };
    const cancel = (): void => {
      Atomics.store(new Int32Array(cancelled), 0, 1);
      const giveUp = (): void => settle(() => reject(best === null ? signal.reason : new UnheardError(best)));
      grace = setTimeout(giveUp, GRACE_MILLISECONDS);
    };
    const lose = (code: number): void =>
      settle(() => reject(new EnvironmentError('solver_thread_lost', `The solver thread ended with code ${code}.`)));
    const hear = (reply: ChoiceThreadReply): void => {
      if (reply.id !== id) return;
      if (reply.kind === 'failed') settle(() => reject(toError(reply.error)));
      else if (reply.kind === 'done') settle(() => resolve(reply.answer));
      else {
        best = reply.answer;
        tellInterim(reply.answer);
      }
    };
    worker.on('message', hear).on('exit', lose);
    signal.addEventListener('abort', cancel);
    const request: ChoiceThreadRequest = { kind: 'solve', id, order, cancelled };
    worker.postMessage(request);
    if (signal.aborted) cancel();
  });
}

const toError = ({ code, message, details }: SentChoiceError): Error =>
  code === null ? new Error(`The solver thread failed: ${message}`) : new InvalidInputError(code, message, details);
