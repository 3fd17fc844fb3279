import type { EnvironmentError } from '#core/errors.ts';
import { createEngineKeeper } from './engine-keeper.ts';
import type { EngineOptions } from './engine-messages.ts';
import { createEngineStream } from './engine-stream.ts';
import type { WireStream } from './wire-stream.ts';
import { createWorkLimit } from './work-limit.ts';

/** The embedded engine as one thing that stays: processes come and go behind it. */
export interface EmbeddedEngine {
  /** What the `pg` driver uses as a socket. */
  createStream(): WireStream;
  /** Resolves when an engine is running: after a fault the next one needs about a second. */
  ready(): Promise<void>;
  /** From now on each query, and each pause inside a transaction, may take so long; `undefined` = as long as it likes. */
  startWork(limitMilliseconds: number | undefined): void;
  /** Another limit for what comes next of the work under way. */
  changeLimit(limitMilliseconds: number | undefined): void;
  /** Ends the limit; gives the error the engine ended with in between, if it did. */
  endWork(): EnvironmentError | undefined;
  /** Throws the engine away, as after a poisoned answer; the next query gets a new one. */
  discard(error: EnvironmentError): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts the engine that stays.
 *
 * @throws {EnvironmentError} the first start failed
 */
export async function createEmbeddedEngine(options: EngineOptions): Promise<EmbeddedEngine> {
  const limit = createWorkLimit();
  let fault: EnvironmentError | undefined;
  const keeper = await createEngineKeeper(options, (error) => {
    limit.disarm();
    fault ??= error;
  });
  return {
    createStream: () => createEngineStream(keeper, limit),
    async ready() {
      await keeper.get();
    },
    startWork(limitMilliseconds) {
      limit.set(limitMilliseconds);
      fault = undefined;
    },
    changeLimit: (limitMilliseconds) => limit.set(limitMilliseconds),
    endWork() {
      limit.set(undefined);
      const error = fault;
      fault = undefined;
      return error;
    },
    async discard(error) {
      await (await keeper.get()).end(error);
    },
    async close() {
      limit.disarm();
      await keeper.close();
    },
  };
}
