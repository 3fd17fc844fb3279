import { once } from 'node:events';
import { statfsSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';
import { EnvironmentError } from '#core/errors.ts';
import type { EngineOptions, EngineReply, EngineRequest, SessionStatus } from './engine-messages.ts';
import { startTypescriptWorker } from './start-typescript-worker.ts';

/** One running engine. It is used until it ends once; another one is then started. */
export interface EngineProcess {
  /** Runs one batch; `onBytes` receives the answer in pieces. Rejects with the error the engine ended with. */
  run(batch: Uint8Array, onBytes: (bytes: Buffer) => void): Promise<SessionStatus>;
  /** Shuts PostgreSQL down in order. */
  close(): Promise<void>;
  /** Ends the thread at once, whatever it is doing, and rejects what is pending with `error`. */
  end(error: EnvironmentError): Promise<void>;
  /** Resolves as soon as it is known that this engine must not be used any more, before anything pending is rejected. */
  readonly failed: Promise<EnvironmentError>;
  /** Resolves when the thread is gone and another engine may open the folder. */
  readonly gone: Promise<void>;
}

interface Pending {
  readonly onBytes: (bytes: Buffer) => void;
  readonly resolve: (status: SessionStatus) => void;
  readonly reject: (error: EnvironmentError) => void;
}

/** Why an engine must be thrown away. */
export interface FaultCause {
  readonly systemCode?: string | undefined;
  readonly folder?: string | undefined;
}

/** The error of whoever waited for an engine that cannot be used any more. */
export function createEngineFault(reason: string, { systemCode, folder = '' }: FaultCause = {}): EnvironmentError {
  if (systemCode === 'ENOSPC' || /No space left on device/.test(reason) || isDiskFull(folder)) {
    return new EnvironmentError('disk_full', `The disk is full: ${reason}`, { folder, reason });
  }
  return new EnvironmentError('engine_fault', `The embedded database gave no sound answer: ${reason}`, { reason });
}

/** PostgreSQL ends itself, with any last words, when there is no room for the next file of its log: 16 MB. */
const LOG_FILE_BYTES = 16 * 1024 * 1024;

function isDiskFull(folder: string): boolean {
  if (folder === '') return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < LOG_FILE_BYTES;
}

/**
 * Starts PGlite with PostGIS in a worker thread and waits until it is ready.
 *
 * @throws {EnvironmentError} `disk_full`, `folder_not_writable`, `engine_start_failed`
 */
export async function startEngineProcess(options: EngineOptions): Promise<EngineProcess> {
  const worker = startTypescriptWorker(new URL('./engine-worker.ts', import.meta.url), options);
  await waitUntilReady(worker, options.folder);
  return superviseWorker(worker, options.folder);
}

async function waitUntilReady(worker: Worker, folder: string | undefined): Promise<void> {
  const started = new AbortController();
  const { signal } = started;
  try {
    const [message] = (await Promise.race([
      once(worker, 'message', { signal }),
      once(worker, 'exit', { signal }).then(([code]) => [createStartFailure(`the thread ended with code ${code}`)]),
    ])) as [EngineReply];
    if (message.kind === 'start-failed') throw toStartError(message.reason, { systemCode: message.systemCode, folder });
  } catch (error) {
    await worker.terminate();
    throw error instanceof EnvironmentError ? error : toStartError(String(error), { folder });
  } finally {
    started.abort();
  }
}

function createStartFailure(reason: string): EngineReply {
  return { kind: 'start-failed', reason };
}

function toStartError(reason: string, cause: FaultCause): EnvironmentError {
  const { systemCode, folder = '' } = cause;
  const fault = createEngineFault(reason, cause);
  if (fault.code === 'disk_full') return fault;
  if (systemCode === 'EACCES' || systemCode === 'EROFS' || systemCode === 'EPERM') {
    return new EnvironmentError('folder_not_writable', `The database folder is not writable: ${reason}`, {
      folder,
      reason,
    });
  }
  return new EnvironmentError('engine_start_failed', `The embedded database did not start: ${reason}`, { reason });
}

/** Matches answers to requests, and turns every way in which the thread can end into a rejection of what is pending. */
function superviseWorker(worker: Worker, folder: string | undefined): EngineProcess {
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let endError: EnvironmentError | undefined;
  let reportFailure: (error: EnvironmentError) => void = () => undefined;
  const failed = new Promise<EnvironmentError>((resolve) => {
    reportFailure = resolve;
  });
  const fail = (error: EnvironmentError): void => {
    endError ??= error;
    reportFailure(endError);
    for (const request of pending.values()) request.reject(endError);
    pending.clear();
  };
  const gone = new Promise<void>((resolve) => {
    worker.once('exit', (code) => {
      fail(createEngineFault(`the thread ended with code ${code}`, { folder }));
      resolve();
    });
  });
  const end = async (error: EnvironmentError): Promise<void> => {
    fail(error);
    await worker.terminate();
  };
  const send = (create: (id: number) => EngineRequest, onBytes: (bytes: Buffer) => void): Promise<SessionStatus> =>
    new Promise((resolve, reject) => {
      if (endError !== undefined) return reject(endError);
      const request = create(++lastId);
      pending.set(request.id, { onBytes, resolve, reject });
      worker.ref();
      worker.postMessage(request);
    });
  worker.on('error', (error) => void end(createEngineFault(error.message, { folder })));
  worker.on('message', (message: EngineReply) => {
    if (message.kind === 'ready' || message.kind === 'start-failed') return;
    const request = pending.get(message.id);
    if (message.kind === 'data') return request?.onBytes(Buffer.from(message.bytes.buffer));
    if (message.kind === 'fault') {
      return void end(createEngineFault(message.reason, { systemCode: message.systemCode, folder }));
    }
    pending.delete(message.id);
    if (pending.size === 0) worker.unref();
    request?.resolve(message.status);
  });
  worker.unref();
  return {
    failed,
    gone,
    end,
    run: (batch, onBytes) => send((id) => ({ id, kind: 'run', bytes: new Uint8Array(batch) }), onBytes),
    async close() {
      await send(
        (id) => ({ id, kind: 'close' }),
        () => undefined,
      );
      await end(createEngineFault('the database was closed'));
    },
  };
}
