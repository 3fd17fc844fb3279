import type { Worker } from 'node:worker_threads';
import { startTypescriptWorker } from '#server/db/embedded/start-typescript-worker.ts';
import type { GdalAnswer, GdalConversion, GdalJob, GdalLayer } from './gdal-messages.ts';

/** GDAL refused a file, took too long, or its thread broke. The message is GDAL's own, in English. */
export class GdalError extends Error {}

/** GDAL in threads. */
export interface GdalService {
  /**
   * Converts a vector file.
   *
   * @returns absolute paths of the outputs, in their order
   * @throws {GdalError}
   */
  readonly convert: (conversion: GdalConversion) => Promise<readonly string[]>;
  /**
   * Layers of a vector file.
   *
   * @param source absolute path
   * @throws {GdalError}
   */
  readonly readLayers: (source: string) => Promise<readonly GdalLayer[]>;
  /** Ends what is under way. */
  readonly close: () => Promise<void>;
}

const USUAL_SECONDS = 120;

/**
 * Creates the service. Every job gets a thread of its own that ends with it (starting GDAL takes half a second): its memory of some 150 MB comes back, and a
 * file that breaks GDAL breaks nothing else.
 */
export function createGdalService(): GdalService {
  const running = new Set<Worker>();
  const ask = (job: GdalJob, seconds: number): Promise<GdalAnswer> => {
    const worker = startTypescriptWorker(new URL('./gdal-worker.ts', import.meta.url), job);
    running.add(worker);
    return listen(worker, seconds).finally(() => {
      running.delete(worker);
      return worker.terminate();
    });
  };
  return {
    async convert(conversion) {
      const answer = await ask({ kind: 'convert', ...conversion }, conversion.seconds ?? USUAL_SECONDS);
      return answer.kind === 'converted' ? answer.paths : refuse(answer);
    },
    async readLayers(source) {
      const answer = await ask({ kind: 'read_layers', source }, USUAL_SECONDS);
      return answer.kind === 'layers' ? answer.layers : refuse(answer);
    },
    async close() {
      await Promise.all([...running].map((worker) => worker.terminate()));
    },
  };
}

function refuse(answer: GdalAnswer): never {
  throw new GdalError(answer.kind === 'failed' ? answer.message : `Got ${answer.kind}`);
}

function listen(worker: Worker, seconds: number): Promise<GdalAnswer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new GdalError(`No answer after ${seconds} s`)), seconds * 1000);
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      act();
    };
    worker.once('message', (answer: GdalAnswer) => settle(() => resolve(answer)));
    worker.once('error', (error) => settle(() => reject(new GdalError('The thread broke', { cause: error }))));
    worker.once('exit', (code) => settle(() => reject(new GdalError(`The thread ended with ${code}`))));
  });
}
