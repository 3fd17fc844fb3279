import { setImmediate } from 'node:timers/promises';
import type { ResourceLimits, Worker } from 'node:worker_threads';
import type { County } from '#core/county/county.ts';
import { splitCounty } from '#core/county/county-parts.ts';
import { DomainError, EnvironmentError } from '#core/errors.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import { startTypescriptWorker } from '../db/embedded/start-typescript-worker.ts';
import { toError } from './sent-error.ts';
import type { SheetReply, SheetRequest, SheetWish } from './sheet-messages.ts';

/** Part of a file that comes in parts. */
export type SheetPart = Extract<SheetReply, { readonly part: Uint8Array }>;

/** What is asked of a lane beside the wish. */
export interface LaneRequest {
  readonly context: IndicatorContext;
  /** Whether `context` stands under a plan of its own already; otherwise under those in force, as the thread puts it itself. */
  readonly isUnderPlan?: boolean;
  readonly signal?: AbortSignal;
  /** Takes the parts of a batch; the next is made when it has. */
  readonly onPart?: (part: SheetPart) => void | Promise<void>;
}

/** A thread with its queue: one wish after the other. */
export interface SheetLane {
  /** Wishes that are not answered yet. */
  readonly waiting: () => number;
  /**
   * What is wished for, when its turn has come.
   *
   * @throws {DomainError} what the making throws
   * @throws {EnvironmentError} `sheet_thread_lost`
   */
  make(wish: SheetWish, request: LaneRequest): Promise<Uint8Array>;
  /** Ends the thread. */
  close(): Promise<void>;
}

/** A thread is ended after this long without work, which gives its memory back. */
const IDLE_MILLISECONDS = 5 * 60_000;

interface SheetThread {
  readonly worker: Worker;
  /** The county it holds: objects of one revision are the same object. */
  county: County | null;
}

/**
 * Creates a lane; its thread is started by the first wish and holds one county at a time.
 *
 * @param resourceLimits the thread's own memory; without them it may take what the process may
 */
export function createSheetLane(resourceLimits?: ResourceLimits): SheetLane {
  let thread: SheetThread | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;
  let lastId = 0;
  let waiting = 0;

  const end = async (): Promise<void> => {
    clearTimeout(idle);
    const ending = thread;
    thread = null;
    await ending?.worker.terminate();
  };
  const make = async (wish: SheetWish, request: LaneRequest): Promise<Uint8Array> => {
    clearTimeout(idle);
    thread ??= {
      worker: startTypescriptWorker(new URL('./sheet-worker.ts', import.meta.url), null, resourceLimits),
      county: null,
    };
    const { worker } = thread;
    try {
      await handCounty(thread, request);
      lastId += 1;
      return await ask(worker, { ...wish, id: lastId }, request);
    } catch (error) {
      // a thread that failed for a reason of its own is not used again
      if (!(error instanceof DomainError) || error.code === 'sheet_thread_lost') await end();
      throw error;
    } finally {
      idle = setTimeout(() => void end(), IDLE_MILLISECONDS);
      idle.unref();
    }
  };
  return {
    close: end,
    waiting: () => waiting,
    make(wish, request) {
      waiting += 1;
      const made = queue.then(() => {
        request.signal?.throwIfAborted();
        return make(wish, request);
      });
      const settle = (): void => {
        waiting -= 1;
      };
      queue = made.then(settle, settle);
      return made;
    },
  };
}

/** Sends a county that the thread does not hold yet, with pauses in which the server answers others. */
async function handCounty(thread: SheetThread, { context, isUnderPlan = false }: LaneRequest): Promise<void> {
  const { recorded: county } = context;
  if (thread.county === county) return;
  const send = (request: SheetRequest): void => thread.worker.postMessage(request);
  thread.county = null;
  send({ kind: 'begin_county', county: county.code, isUnderPlan });
  for (const part of splitCounty(county)) {
    send({ kind: 'county_part', part });
    await setImmediate();
  }
  thread.county = county;
}

/** Sends a request and waits for its answer, or for the end of the thread; parts are handed on as they come. */
async function ask(
  worker: Worker,
  request: Extract<SheetRequest, { id: number }>,
  { onPart, signal }: LaneRequest,
): Promise<Uint8Array> {
  const { promise, resolve, reject } = withResolvers();
  const goOn = async (part: SheetPart): Promise<void> => {
    await onPart?.(part);
    const told: SheetRequest = { kind: 'go_on', isCancelled: signal?.aborted ?? false };
    worker.postMessage(told);
  };
  const hear = (reply: SheetReply): void => {
    if (reply.id !== request.id) reject(new RangeError(`Got reply ${reply.id} when expected ${request.id}.`));
    else if ('error' in reply) reject(toError(reply.error));
    else if ('part' in reply) goOn(reply).catch(reject);
    else resolve(reply.bytes);
  };
  const lose = (code: number): void =>
    reject(new EnvironmentError('sheet_thread_lost', `The sheet thread ended with code ${code}.`, {}));
  worker.on('message', hear).on('exit', lose).ref();
  try {
    worker.postMessage(request, 'port' in request && request.port ? [request.port] : []);
    return await promise;
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    worker.off('message', hear).off('exit', lose).unref();
  }
}

/** A promise with what settles it; `Promise.withResolvers` comes with Node 22. */
function withResolvers() {
  let resolve: (bytes: Uint8Array) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<Uint8Array>((onBytes, onError) => {
    resolve = onBytes;
    reject = onError;
  });
  return { promise, resolve, reject };
}
