import type { Worker } from 'node:worker_threads';
import { EnvironmentError } from '#core/errors.ts';
import { createIdleThread } from '../db/embedded/idle-thread.ts';
import { fromSentError } from '../db/embedded/sent-error.ts';
import type { ExportOrder, ExportReply } from './export-messages.ts';
import type { OutFile } from './out-table.ts';

/** The thread in which exports are written: one after the other. It stays for a while, with the last county that it read. */
export interface ExportLane {
  /**
   * Makes an order when its turn has come, and carries it out.
   *
   * @param county the county of the order, the same object for the same rows; null when the order brings its tables
   * @param makeOrder told whether the thread has read that county
   * @throws {EnvironmentError} `export_thread_lost`
   * @throws {InvalidInputError} what the writer of the format refuses
   */
  run(county: object | null, makeOrder: (isHeld: boolean) => Promise<ExportOrder>): Promise<OutFile>;
  /** Ends the thread. */
  close(): Promise<void>;
}

/** The thread is ended after this long without work, which gives its memory back: a county of 62,000 households takes some 150 MB. */
const IDLE_MILLISECONDS = 60_000;
/** Memory of the thread: a workbook of 62,000 households takes some 700 MB. */
const MOST_MEGABYTES = 1500;

/** Creates a lane; its thread is started by the first order, while that is made. */
export function createExportLane(): ExportLane {
  const thread = createIdleThread<object>({
    file: new URL('./export-worker.ts', import.meta.url),
    idleMilliseconds: IDLE_MILLISECONDS,
    limits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  });
  return {
    run: (county, makeOrder) =>
      thread.use(async (used) => {
        const order = await makeOrder(used.held !== null && used.held === county);
        if (!thread.isRunning(used)) throw createLoss('before its order came');
        if (county !== null) used.held = null;
        const file = await ask(used.worker, order);
        if (county !== null) used.held = county;
        return file;
      }),
    close: thread.end,
  };
}

const createLoss = (how: string): EnvironmentError =>
  new EnvironmentError('export_thread_lost', `The thread of an export ended: ${how}`);

/** Sends an order and waits for its file or for the end of the thread. */
async function ask(worker: Worker, order: ExportOrder): Promise<OutFile> {
  let hear: (reply: ExportReply) => void = () => undefined;
  let lose: (reason: unknown) => void = () => undefined;
  const settled = new Promise<OutFile>((resolve, reject) => {
    hear = (reply) => (reply.kind === 'done' ? resolve(reply.file) : reject(fromSentError(reply.error)));
    lose = (reason) => reject(createLoss(String(reason)));
  });
  worker.on('message', hear).on('error', lose).on('exit', lose).ref();
  try {
    worker.postMessage(order);
    return await settled;
  } finally {
    worker.off('message', hear).off('error', lose).off('exit', lose).unref();
  }
}
