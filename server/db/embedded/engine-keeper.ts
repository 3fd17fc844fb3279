import type { EnvironmentError } from '#core/errors.ts';
import type { EngineOptions } from './engine-messages.ts';
import { type EngineProcess, startEngineProcess } from './engine-process.ts';

/** Whoever keeps one engine process running. */
export interface EngineKeeper {
  /** The running engine; after a fault the next one. A start that failed is tried again by the next caller. */
  get(): Promise<EngineProcess>;
  close(): Promise<void>;
}

/**
 * Starts the engine and keeps one running: when a process ends by a fault or a missed deadline, the next one is started at once and recovers
 * from its log, so that what was acknowledged stays and what was not is gone.
 *
 * @param onFailure hears why a process ended, before anything that waits for it is rejected
 * @throws {EnvironmentError} the first start failed
 */
export async function createEngineKeeper(
  options: EngineOptions,
  onFailure: (error: EnvironmentError) => void,
): Promise<EngineKeeper> {
  let closed = false;
  let current: Promise<EngineProcess>;
  const start = async (): Promise<EngineProcess> => {
    const engine = await startEngineProcess(options);
    void engine.failed.then((error) => {
      onFailure(error);
      if (closed) return;
      current = engine.gone.then(start);
      current.catch(() => undefined);
    });
    return engine;
  };
  current = start();
  await current;
  return {
    async get() {
      try {
        return await current;
      } catch {
        current = start();
        return current;
      }
    },
    async close() {
      closed = true;
      await (await current.catch(() => undefined))?.close();
    },
  };
}
