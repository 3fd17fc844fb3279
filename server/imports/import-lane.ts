import type { Worker } from 'node:worker_threads';
import type { ImportRecord } from '#core/api/import-records.ts';
import { DomainError, EnvironmentError, InvalidInputError } from '#core/errors.ts';
import { createIdleThread, type RunningThread } from '../db/embedded/idle-thread.ts';
import { fromSentError } from '../db/embedded/sent-error.ts';
import type { ImportOrder, ImportReply, ImportResults, ReadingHold } from './import-messages.ts';

/** How far work at an import is. */
export type ImportProgress = NonNullable<ImportRecord['progress']>;

/** How work in the thread is followed and ended. */
export interface LaneHooks {
  readonly signal?: AbortSignal;
  readonly tellProgress?: (progress: ImportProgress) => void;
  /** Told with the thread, so that a test can end it. */
  readonly seconds: number;
}

/** What the thread holds, so that it need not be sent again. */
export interface LaneHolds {
  /** @param county the county that the order is about: the same object for the same rows */
  hasCounty(county: object): boolean;
  hasReading(reading: Pick<ReadingHold, 'sha256'>): boolean;
}

/** The thread in which files are read and checked: one order after the other. */
export interface ImportLane {
  /**
   * Makes an order when its turn has come, and carries it out.
   *
   * @param makeOrder told what the thread holds already
   * @throws {InvalidInputError} why a file is refused; `import_cancelled`
   * @throws {EnvironmentError} `import_thread_lost`, `import_out_of_memory`, `import_thread_slow`
   */
  run<Kind extends ImportOrder['kind']>(
    makeOrder: (holds: LaneHolds) => Promise<Extract<ImportOrder, { kind: Kind }>>,
    hooks: LaneHooks,
  ): Promise<ImportResults[Kind]>;
  /** Gives the memory of the thread back when nobody needs it. */
  rest(): Promise<void>;
  /** Ends the thread under way, as a fault of the machine would. */
  breakThread(): Promise<void>;
  /** Ends the thread. */
  close(): Promise<void>;
}

/** The thread is ended after this long without work, which gives its memory back. */
const IDLE_MILLISECONDS = 2 * 60_000;
/** Memory of the thread: 50,000 rows and a county of as many households take some 250 MB, and the collector wants room. */
const MOST_MEGABYTES = 640;

/** The county, and the contents of the files, that the thread has read; null = none, or unknown. */
interface HeldParts {
  readonly county: object | null;
  readonly reading: string | null;
}

/** Creates a lane; its thread is started by the first order, while that is made. */
export function createImportLane(): ImportLane {
  const thread = createIdleThread<HeldParts>({
    file: new URL('./import-worker.ts', import.meta.url),
    idleMilliseconds: IDLE_MILLISECONDS,
    limits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  });
  let lent: RunningThread<HeldParts> | null = null;

  const runNow = async <Kind extends ImportOrder['kind']>(
    used: RunningThread<HeldParts>,
    makeOrder: (holds: LaneHolds) => Promise<Extract<ImportOrder, { kind: Kind }>>,
    hooks: LaneHooks,
  ): Promise<ImportResults[Kind]> => {
    lent = used;
    let order: Extract<ImportOrder, { kind: Kind }> | null = null;
    let asked: object | null = null;
    try {
      order = await makeOrder({
        hasCounty(county) {
          asked = county;
          return used.held?.county === county;
        },
        hasReading: ({ sha256 }) => used.held?.reading === sha256,
      });
      throwIfCancelled(hooks.signal);
      if (!thread.isRunning(used)) throw createLoss('before its order came');
      const result = await ask(used.worker, order, hooks);
      used.held = { county: asked, reading: 'reading' in order ? order.reading.sha256 : null };
      return result as ImportResults[Kind];
    } catch (error) {
      if (order !== null && isRefusal(error)) forgetOrder(used, order);
      // what it holds is unknown after a failure
      else await thread.end();
      throw error;
    }
  };
  return {
    run(makeOrder, hooks) {
      const done = thread.use(
        (used) => runNow(used, makeOrder, hooks),
        () => throwIfCancelled(hooks.signal),
      );
      // who is cancelled while he waits for others need not wait for them
      return hooks.signal === undefined ? done : Promise.race([done, rejectWith(hooks.signal)]);
    },
    rest: async () => (thread.waiting() === 0 ? thread.end() : undefined),
    async breakThread() {
      if (lent !== null && thread.isRunning(lent)) await lent.worker.terminate();
    },
    close: thread.end,
  };
}

/** Whether an order was refused for what it brought: the thread itself is sound. */
const isRefusal = (error: unknown): boolean =>
  error instanceof DomainError && !(error instanceof EnvironmentError) && error.code !== 'import_cancelled';

/** What a thread holds after a refused order: no files, and the county only if it had it before. */
function forgetOrder(thread: RunningThread<HeldParts>, { county }: ImportOrder): void {
  thread.held = { county: county.text === null ? (thread.held?.county ?? null) : null, reading: null };
}

const createLoss = (how: string): EnvironmentError =>
  new EnvironmentError('import_thread_lost', `The import thread ended ${how}`);

const createCancelled = (): InvalidInputError => new InvalidInputError('import_cancelled', 'The import was cancelled');

const rejectWith = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(createCancelled()), { once: true }));

function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw createCancelled();
}

/** Sends an order and waits for its result, for the end of the thread, for the signal or for too long. */
async function ask(
  worker: Worker,
  order: ImportOrder,
  { signal, tellProgress, seconds }: LaneHooks,
): Promise<ImportResults[keyof ImportResults]> {
  let give: (result: ImportResults[keyof ImportResults]) => void = () => undefined;
  let fail: (error: unknown) => void = () => undefined;
  const settled = new Promise<ImportResults[keyof ImportResults]>((resolve, reject) => {
    give = resolve;
    fail = reject;
  });
  const hear = (reply: ImportReply): void => {
    if (reply.kind === 'progress') tellProgress?.(reply.progress);
    else if (reply.kind === 'failed') fail(fromSentError(reply.error));
    else give(reply.result);
  };
  const lose = (code: number): void => fail(createLoss(`with code ${code}`));
  const breakOff = (error: Error): void => fail(toLoss(error));
  const cancel = (): void => fail(createCancelled());
  const tooSlow = (): void => fail(new EnvironmentError('import_thread_slow', 'Too slow', { limit: seconds }));
  const limit = setTimeout(tooSlow, seconds * 1000);
  worker.on('message', hear).on('error', breakOff).on('exit', lose).ref();
  signal?.addEventListener('abort', cancel);
  try {
    worker.postMessage(order);
    return await settled;
  } finally {
    clearTimeout(limit);
    signal?.removeEventListener('abort', cancel);
    worker.off('message', hear).off('error', breakOff).off('exit', lose).unref();
  }
}

/** Why a thread ended by itself. */
function toLoss(error: Error): DomainError {
  const isFull = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  if (isFull)
    return new EnvironmentError('import_out_of_memory', 'The import thread ran out of memory', {
      limit: MOST_MEGABYTES,
    });
  return createLoss(`by an error: ${error.message}`);
}
