import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
import { SINGLE_SESSION_SETTING } from '../bulk-load.ts';
import { createAnswerGuard } from './answer-guard.ts';
import type { EngineOptions, EngineReply, EngineRequest } from './engine-messages.ts';
import { FlushingFiles } from './flushing-files.ts';
import { openMemoryEngine } from './memory-image.ts';
import { createShadow } from './shadow-folder.ts';

/** Length of the message "ready": type, length, status. */
const READY_BYTES = 6;

/** Answers are sent in pieces of about this size. */
const PIECE_BYTES = 262_144;

const port = parentPort;
if (port === null) throw new Error('Got the main thread, expected a worker thread');

let flushFailure: unknown;
let lastWords = '';

const reply = (message: EngineReply): void => {
  if ('bytes' in message) port.postMessage(message, [message.bytes.buffer as ArrayBuffer]);
  else port.postMessage(message);
};

/** Starts PostgreSQL with real flushing; in memory there is nothing to flush. The memory engine comes with PostGIS. */
async function openEngine(options: EngineOptions): Promise<PGlite> {
  const { folder, imageFolder, shadowFolder, unflushed } = options;
  const common = [...PGlite.defaultStartParams, '-c', `${SINGLE_SESSION_SETTING}=on`];
  if (folder === undefined) return openMemoryEngine(imageFolder, common);
  if (unflushed === true) {
    // The tables of an empty database come with the engine: `initdb` would take twice as long to make the same.
    const { dataDir } = await import('@electric-sql/pglite-prepopulatedfs');
    const loadDataDir = await dataDir();
    return PGlite.create({ dataDir: folder, extensions: { postgis }, startParams: common, loadDataDir });
  }
  const fs = new FlushingFiles(folder, {
    onFlush: shadowFolder === undefined ? undefined : createShadow(folder, shadowFolder),
    onFailure: (error) => {
      flushFailure ??= error;
    },
    onPanic: (line) => {
      lastWords = line;
    },
  });
  const startParams = common.filter((parameter) => parameter !== '-F');
  startParams.push('-c', 'fsync=on', '-c', 'wal_sync_method=fsync', '-c', 'full_page_writes=on');
  return PGlite.create({ fs, extensions: { postgis }, startParams });
}

/** Runs one batch and sends the answer; the last piece only after the guard has agreed. */
async function runBatch(engine: PGlite, id: number, batch: Uint8Array): Promise<void> {
  const guard = createAnswerGuard(batch);
  let held: Uint8Array[] = [];
  let bytes = 0;
  const sendAllBut = (kept: number): void => {
    const joined = Buffer.concat(held);
    const end = Math.max(0, joined.length - kept);
    held = [new Uint8Array(joined.subarray(end))];
    bytes = joined.length - end;
    if (end > 0) reply({ kind: 'data', id, bytes: new Uint8Array(joined.subarray(0, end)) });
  };
  await engine.execProtocolRawStream(batch, {
    onRawData: (raw) => {
      const piece = raw.slice();
      guard.feed(piece);
      held.push(piece);
      bytes += piece.length;
      if (bytes > PIECE_BYTES) sendAllBut(2 * READY_BYTES);
    },
  });
  const verdict = guard.finish();
  if (flushFailure !== undefined) reply(toFault(id, flushFailure));
  else if (!verdict.sound) reply({ kind: 'fault', id, reason: withLastWords(verdict.reason) });
  else {
    sendAllBut(verdict.readyTwice ? READY_BYTES : 0);
    reply({ kind: 'done', id, status: verdict.status });
  }
}

async function serve(engine: PGlite, request: EngineRequest): Promise<void> {
  if (request.kind === 'run') return runBatch(engine, request.id, request.bytes);
  await engine.close();
  reply({ kind: 'done', id: request.id, status: 'idle' });
}

function withLastWords(reason: string): string {
  return lastWords === '' ? reason : `${reason}; ${lastWords}`;
}

function toFault(id: number, error: unknown): EngineReply {
  const systemCode = systemCodeOf(error);
  const reason = withLastWords(error instanceof Error ? error.message : String(error));
  return { kind: 'fault', id, reason, ...(systemCode === undefined ? {} : { systemCode }) };
}

function systemCodeOf(error: unknown): string | undefined {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return typeof code === 'string' ? code : undefined;
}

try {
  const engine = await openEngine(workerData as EngineOptions);
  let last: Promise<void> = Promise.resolve();
  port.on('message', (request: EngineRequest) => {
    last = last.then(() => serve(engine, request)).catch((error: unknown) => reply(toFault(request.id, error)));
  });
  reply({ kind: 'ready' });
} catch (error) {
  const systemCode = systemCodeOf(flushFailure ?? error);
  const reason = withLastWords(error instanceof Error ? error.message : String(error));
  reply({ kind: 'start-failed', reason, ...(systemCode === undefined ? {} : { systemCode }) });
}
