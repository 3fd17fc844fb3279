import { EnvironmentError } from '#core/errors.ts';
import type { EngineOptions, SessionStatus } from './engine-messages.ts';
import { createEngineFault, type EngineProcess, startEngineProcess } from './engine-process.ts';
import { WireStream } from './wire-stream.ts';

/** The embedded engine as one thing that stays: processes come and go behind it. */
export interface EmbeddedEngine {
  /** What the `pg` driver uses as a socket. */
  createStream(): WireStream;
  /** Resolves when an engine is running: after a fault the next one needs about a second. */
  ready(): Promise<void>;
  /** From now on each query, and each pause inside a transaction, may take so long; `undefined` = as long as it likes. */
  startWork(limitMilliseconds: number | undefined): void;
  /** Ends the limit; gives the error the engine ended with in between, if it did. */
  endWork(): EnvironmentError | undefined;
  /** Throws the engine away, as after a poisoned answer; the next query gets a new one. */
  discard(error: EnvironmentError): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts the engine and keeps one running: when a process ends by a fault or a missed deadline, the next one is started at once and recovers
 * from its log, so that what was acknowledged stays and what was not is gone.
 *
 * @throws {EnvironmentError} the first start failed
 */
export async function createEmbeddedEngine(options: EngineOptions): Promise<EmbeddedEngine> {
  let current: Promise<EngineProcess> = watch(await startEngineProcess(options));
  let closed = false;
  let limit: number | undefined;
  let fault: EnvironmentError | undefined;
  let timer: NodeJS.Timeout | undefined;

  function watch(engine: EngineProcess): Promise<EngineProcess> {
    void engine.failed.then((error) => {
      clearTimeout(timer);
      fault ??= error;
      if (closed) return;
      current = engine.gone.then(() => startEngineProcess(options)).then(watch);
      current.catch(() => undefined);
    });
    return Promise.resolve(engine);
  }

  /** A start that failed is tried again by the next caller. */
  async function getEngine(): Promise<EngineProcess> {
    try {
      return await current;
    } catch {
      current = startEngineProcess(options).then(watch);
      return current;
    }
  }

  const armTimer = (engine: EngineProcess, code: 'query_deadline_missed' | 'transaction_idle'): void => {
    clearTimeout(timer);
    if (limit === undefined) return;
    const seconds = limit / 1000;
    timer = setTimeout(() => {
      void engine.end(new EnvironmentError(code, `The database work took longer than ${seconds} s`, { seconds }));
    }, limit);
  };

  function createStream(): WireStream {
    let engine: EngineProcess | undefined;
    let status: SessionStatus = 'idle';
    const stream: WireStream = new WireStream({
      async connect() {
        engine = await getEngine();
        void engine.failed.then(() => stream.destroy(createLostError()));
      },
      async run(batch, onBytes) {
        if (engine === undefined) throw createEngineFault('a query came before the connection');
        armTimer(engine, 'query_deadline_missed');
        status = 'failed';
        status = await engine.run(batch, onBytes).catch(() => Promise.reject(createLostError()));
        if (status === 'idle') clearTimeout(timer);
        else armTimer(engine, 'transaction_idle');
      },
      // The one session would carry an open transaction over to the next connection.
      disconnect() {
        clearTimeout(timer);
        if (status !== 'idle') void engine?.end(createEngineFault('a connection was dropped inside a transaction'));
      },
    });
    return stream;
  }

  return {
    createStream,
    async ready() {
      await getEngine();
    },
    startWork(limitMilliseconds) {
      limit = limitMilliseconds;
      fault = undefined;
    },
    endWork() {
      limit = undefined;
      const error = fault;
      fault = undefined;
      return error;
    },
    async discard(error) {
      await (await getEngine()).end(error);
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await (await current.catch(() => undefined))?.close();
    },
  };
}

/** What the driver hears. Knex writes the statement into the message of what it catches, so the fault itself is kept away from it. */
function createLostError(): Error {
  return new Error('The embedded database went away');
}
