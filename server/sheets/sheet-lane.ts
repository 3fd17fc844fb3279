import type { ResourceLimits, Worker } from 'node:worker_threads';
import type { County } from '#core/county/county.ts';
import { DomainError, EnvironmentError } from '#core/errors.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import { handCounty } from '../db/embedded/hand-county.ts';
import { createIdleThread } from '../db/embedded/idle-thread.ts';
import { fromSentError } from '../db/embedded/sent-error.ts';
import { collectYoungGarbage } from './collect-garbage.ts';
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

/** Bytes of parts that were taken and may lie about: they come as buffers outside the heap, of which V8 lets tens of megabytes gather. */
const MOST_TAKEN_BYTES = 4_000_000;

/**
 * Creates a lane; its thread is started by the first wish and holds one county at a time.
 *
 * @param resourceLimits the thread's own memory; without them it may take what the process may
 */
export function createSheetLane(resourceLimits?: ResourceLimits): SheetLane {
  const thread = createIdleThread<County>({
    file: new URL('./sheet-worker.ts', import.meta.url),
    idleMilliseconds: IDLE_MILLISECONDS,
    ...(resourceLimits && { limits: resourceLimits }),
  });
  let lastId = 0;

  return {
    close: thread.end,
    waiting: thread.waiting,
    make: (wish, request) =>
      thread.use(
        async (used) => {
          const { recorded: county } = request.context;
          try {
            await handCounty(used, county, {
              kind: 'begin_county',
              county: county.code,
              isUnderPlan: request.isUnderPlan ?? false,
            } satisfies SheetRequest);
            lastId += 1;
            return await ask(used.worker, { ...wish, id: lastId }, request);
          } catch (error) {
            // a thread that failed for a reason of its own is not used again
            if (!(error instanceof DomainError) || error.code === 'sheet_thread_lost') await thread.end();
            throw error;
          }
        },
        () => request.signal?.throwIfAborted(),
      ),
  };
}

/** Sends a request and waits for its answer, or for the end of the thread; parts are handed on as they come. */
async function ask(
  worker: Worker,
  request: Extract<SheetRequest, { id: number }>,
  { onPart, signal }: LaneRequest,
): Promise<Uint8Array> {
  const { promise, resolve, reject } = withResolvers();
  let takenBytes = 0;
  const goOn = async (part: SheetPart): Promise<void> => {
    await onPart?.(part);
    takenBytes += part.part.length;
    if (takenBytes > MOST_TAKEN_BYTES) {
      collectYoungGarbage();
      takenBytes = 0;
    }
    const told: SheetRequest = { kind: 'go_on', isCancelled: signal?.aborted ?? false };
    worker.postMessage(told);
  };
  const hear = (reply: SheetReply): void => {
    if (reply.id !== request.id) reject(new RangeError(`Got reply ${reply.id} when expected ${request.id}.`));
    else if ('error' in reply) reject(fromSentError(reply.error));
    else if ('part' in reply) goOn(reply).catch(reject);
    else resolve(reply.bytes);
  };
  const lose = (reason: unknown): void =>
    reject(new EnvironmentError('sheet_thread_lost', `The sheet thread ended: ${String(reason)}`, {}));
  worker.on('message', hear).on('error', lose).on('exit', lose).ref();
  try {
    worker.postMessage(request, 'port' in request && request.port ? [request.port] : []);
    return await promise;
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    worker.off('message', hear).off('error', lose).off('exit', lose).unref();
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
