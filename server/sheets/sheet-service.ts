import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import type { CompareSheetContent, CompareSheetSpec } from '#core/cartography/sheet/compare/compare-sheet-spec.ts';
import { DEFAULT_SHEET_OPTIONS, type SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import type { County } from '#core/county/county.ts';
import { splitCounty } from '#core/county/county-parts.ts';
import type { MapKind } from '#core/county/kinds.ts';
import { DomainError, EnvironmentError, InvalidInputError, NotFoundError } from '#core/errors.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import { startTypescriptWorker } from '../db/embedded/start-typescript-worker.ts';
import type { SentError, SheetReply, SheetRequest, SheetWish } from './sheet-messages.ts';

/** Makes sheets in a thread of its own, so that the server goes on answering. */
export interface SheetService {
  /**
   * A sheet as PDF.
   *
   * @throws {NotFoundError} `unknown_area`
   * @throws {InvalidInputError} `invalid_date`, `scale_does_not_fit`
   * @throws {EnvironmentError} `sheet_thread_lost`
   */
  createSheet(
    spec: SheetSpec,
    options: { readonly context: IndicatorContext; readonly signal?: AbortSignal },
  ): Promise<Uint8Array>;
  /**
   * A comparison of plans as one page of PDF.
   *
   * @param options.context any of the county's: the page stands on it at its data date
   * @throws {EnvironmentError} `sheet_thread_lost`
   */
  createCompareSheet(
    spec: CompareSheetSpec,
    options: {
      readonly context: IndicatorContext;
      readonly content: CompareSheetContent;
      readonly signal?: AbortSignal;
    },
  ): Promise<Uint8Array>;
  /**
   * Starts the thread, hands it the county and makes small sheets that nobody sees, so that the first one asked for takes as long as the next.
   * Costs the thread a few seconds of work; never fails: what is wrong shows when a sheet is asked for.
   */
  warm(options: { readonly context: IndicatorContext }): Promise<void>;
  /** Ends the thread. */
  close(): Promise<void>;
}

/** The thread is ended after this long without a sheet, which gives its memory back. */
const IDLE_MILLISECONDS = 5 * 60_000;

interface SheetThread {
  readonly worker: Worker;
  /** The county it holds: objects of one revision are the same object. */
  county: County | null;
}

/** Creates the service; the thread is started by the first sheet and holds one county at a time. */
export function createSheetService(): SheetService {
  let thread: SheetThread | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;
  let lastId = 0;

  const end = async (): Promise<void> => {
    clearTimeout(idle);
    const ending = thread;
    thread = null;
    await ending?.worker.terminate();
  };
  const make = async (wish: SheetWish, context: IndicatorContext): Promise<Uint8Array> => {
    clearTimeout(idle);
    thread ??= { worker: startTypescriptWorker(new URL('./sheet-worker.ts', import.meta.url), null), county: null };
    const { worker } = thread;
    try {
      // the thread puts it under its plans itself
      await handCounty(thread, context.recorded);
      lastId += 1;
      return await ask(worker, { ...wish, id: lastId });
    } catch (error) {
      // a thread that failed for a reason of its own is not used again
      if (!(error instanceof DomainError) || error.code === 'sheet_thread_lost') await end();
      throw error;
    } finally {
      idle = setTimeout(() => void end(), IDLE_MILLISECONDS);
      idle.unref();
    }
  };
  const enqueue = (
    wish: SheetWish,
    { context, signal }: { readonly context: IndicatorContext; readonly signal?: AbortSignal },
  ): Promise<Uint8Array> => {
    // one after the other: a second sheet would only make both slower
    const made = queue.then(() => {
      signal?.throwIfAborted();
      return make(wish, context);
    });
    queue = made.catch(() => undefined);
    return made;
  };
  const createSheet: SheetService['createSheet'] = (spec, options) => enqueue({ kind: 'sheet', spec }, options);
  return {
    createSheet,
    createCompareSheet: (spec, { content, ...options }) => enqueue({ kind: 'compare_sheet', spec, content }, options),
    async warm({ context }) {
      for (const map of WARMING_MAPS) await createSheet(warmingSpec(map, context), { context }).catch(() => undefined);
    },
    close: end,
  };
}

/** Shares of targets and contours cost the most at their first use. */
const WARMING_MAPS = ['targets', 'measures'] as const;

const warmingSpec = (map: MapKind, { county, asOf }: IndicatorContext): SheetSpec => ({
  map,
  areaCode: county.code,
  asOf,
  paper: 'A4',
  orientation: 'landscape',
  scale: 'fit',
  edition: 'internal',
  language: 'zh',
  relief: true,
  liveUrl: null,
  options: DEFAULT_SHEET_OPTIONS,
});

/** Sends a county that the thread does not hold yet, with pauses in which the server answers others. */
async function handCounty(thread: SheetThread, county: County): Promise<void> {
  if (thread.county === county) return;
  const send = (request: SheetRequest): void => thread.worker.postMessage(request);
  thread.county = null;
  send({ kind: 'begin_county', county: county.code });
  for (const part of splitCounty(county)) {
    send({ kind: 'county_part', part });
    await setImmediate();
  }
  thread.county = county;
}

/** Sends a request and waits for its answer, or for the end of the thread. */
async function ask(worker: Worker, request: Extract<SheetRequest, { id: number }>): Promise<Uint8Array> {
  const settled = new AbortController();
  const { signal } = settled;
  worker.ref();
  try {
    const answered = once(worker, 'message', { signal }).then(([reply]: SheetReply[]) => reply);
    const lost = once(worker, 'exit', { signal }).then(([code]: number[]): never => {
      throw new EnvironmentError('sheet_thread_lost', `The sheet thread ended with code ${code}.`, {});
    });
    worker.postMessage(request);
    const reply = await Promise.race([answered, lost]);
    if (!reply || reply.id !== request.id) throw new RangeError(`Got reply ${reply?.id} when expected ${request.id}.`);
    if ('error' in reply) throw toError(reply.error);
    return reply.pdf;
  } finally {
    settled.abort();
    worker.unref();
  }
}

function toError({ name, code, message, details }: SentError): Error {
  if (code === null) return new Error(`The sheet thread failed: ${message}`);
  if (name === 'NotFoundError') return new NotFoundError(code, message, details);
  if (name === 'InvalidInputError') return new InvalidInputError(code, message, details);
  return new EnvironmentError(code, message, details);
}
