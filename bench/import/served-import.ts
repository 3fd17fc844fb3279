import { readFile, writeFile } from 'node:fs/promises';
import type { ImportRecord } from '#core/api/import-records.ts';
import { text } from '#core/texts/text.ts';
import { type BenchResult, summarise } from '../measure.ts';
import { type ServerProcess, waitForOutput } from '../server-process.ts';

const COUNTY = '529901';
/** A page that people look at meanwhile: answered from memory. */
const READ = `/api/areas/${COUNTY}/indicators`;
/** What only the database knows, which has one session in the embedded engine: imports, prints, drafts, a job that nobody has made. */
const STORED_READS = [
  `/api/imports?county=${COUNTY}&limit=1`,
  `/api/counties/${COUNTY}/prints`,
  `/api/plans/${COUNTY}`,
  '/api/jobs/none',
];
const NOT_FOUND = 404;
/** Between two questions how far the import is, and between two stored reads: one reader who goes through them in turn, and waits longest where all wait. */
const PAUSE_MS = 50;
/** Between two looks at the figures. */
const LOOK_MS = 250;
/** The backup of the day begins a minute after the start. */
const BACKUP_MS = 300_000;

/** What an import of a workbook took on a server of its own. */
export interface ServedImport {
  readonly readSeconds: number;
  readonly checkSeconds: number;
  readonly writeSeconds: number;
  readonly longestReadMs: number;
  /** From sending the workbook to having taken it back. */
  readonly longestStoredReadMs: number;
  readonly longestStoredReadWhileWrittenMs: number;
  readonly undoSeconds: number;
  /** More than the server had before, at its worst moment. */
  readonly peakMegabytes: number;
  readonly record: ImportRecord;
}

/** Sends a workbook, checks and writes it, while others read. */
export async function importOnServer(server: ServerProcess, workbook: Uint8Array): Promise<ServedImport> {
  const ask = async (method: string, path: string, body?: BodyInit): Promise<ImportRecord> => {
    const headers: HeadersInit = typeof body === 'string' ? { 'content-type': 'application/json' } : {};
    const answer = await fetch(server.address + path, { method, headers, ...(body !== undefined && { body }) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as ImportRecord;
  };
  const settle = async (id: string, state: ImportRecord['state']): Promise<ImportRecord> => {
    for (;;) {
      const record = await ask('GET', `/api/imports/${id}`);
      if (record.state === state) return record;
      if (record.errorText !== null) throw new Error(record.errorText);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  };
  // the backup of the day takes a second engine for some seconds, whoever imports
  await waitForOutput(server, text('en', 'start', 'step_daily', { count: 1 }), BACKUP_MS);
  if (!(await fetch(server.address + READ)).ok) throw new Error(`${READ} was not answered`);
  await forgetPeak(server);
  const before = await readMemory(server);
  const reads = watchReads(server, [READ], LOOK_MS);
  const storedReads = watchReads(server, STORED_READS, PAUSE_MS);
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array(workbook)]), 'households.xlsx');
  const started = performance.now();
  const { id } = await ask('POST', `/api/imports?county=${COUNTY}`, form);
  await settle(id, 'read');
  const read = performance.now();
  await ask('POST', `/api/imports/${id}/check`);
  const checked = await settle(id, 'checked');
  const done = performance.now();
  const checkedReads = await storedReads.takeLongest();
  const body = JSON.stringify({ ifRevision: checked.checkedRevision });
  const beforeWrite = performance.now();
  const record = await ask('POST', `/api/imports/${id}/write`, body);
  const written = performance.now();
  const longestStoredReadWhileWrittenMs = await storedReads.takeLongest();
  const beforeUndo = performance.now();
  await ask('POST', `/api/imports/${id}/undo`);
  const undone = performance.now();
  const undoneReads = await storedReads.takeLongest();
  await Promise.all([reads.stop(), storedReads.stop()]);
  return {
    readSeconds: (read - started) / 1000,
    checkSeconds: (done - read) / 1000,
    writeSeconds: (written - beforeWrite) / 1000,
    undoSeconds: (undone - beforeUndo) / 1000,
    longestReadMs: await reads.takeLongest(),
    longestStoredReadMs: Math.max(checkedReads, longestStoredReadWhileWrittenMs, undoneReads),
    longestStoredReadWhileWrittenMs,
    peakMegabytes: (await readMemory(server)).peak - before.now,
    record: { ...record, summary: checked.summary },
  };
}

/** Lines of the bench. */
export const toResults = (count: number, served: ServedImport, ogr2ogr: number | null): readonly BenchResult[] => [
  summarise(
    `${count} household rows from XLSX, sent, read and checked`,
    's',
    [served.readSeconds + served.checkSeconds],
    10,
  ),
  summarise('  of this until they are read', 's', [served.readSeconds], null, {
    name: 'ogr2ogr of the workbook into a table, unchecked',
    median: ogr2ogr,
  }),
  summarise('written, as a person waits for it', 's', [served.writeSeconds], null),
  summarise('taken back, as a person waits for it', 's', [served.undoSeconds], null),
  summarise('longest reading of figures meanwhile', 'ms', [served.longestReadMs], 1000),
  summarise('longest reading of imports, prints, drafts and jobs', 'ms', [served.longestStoredReadMs], 1000),
  summarise('  of this while they are written', 'ms', [served.longestStoredReadWhileWrittenMs], 1000),
  summarise('memory at the worst moment, beyond that before', 'MB', [served.peakMegabytes], 1000),
];

interface WatchedReads {
  /** The longest wait since it was asked last; waits for the read under way. */
  readonly takeLongest: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** Reads addresses in turn, one after the other, until it is stopped. */
function watchReads({ address }: ServerProcess, paths: readonly string[], pauseMs: number): WatchedReads {
  let isOver = false;
  let longest = 0;
  let turn = 0;
  const read = async (): Promise<void> => {
    const path = paths[turn++ % paths.length] ?? '';
    const start = performance.now();
    const answer = await fetch(address + path);
    await answer.arrayBuffer();
    if (!answer.ok && answer.status !== NOT_FOUND) throw new Error(`${path}: ${answer.status}`);
    longest = Math.max(longest, performance.now() - start);
  };
  let current = read();
  const loop = (async () => {
    while (!isOver) {
      await current;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      current = read();
    }
    await current;
  })();
  return {
    async takeLongest() {
      await current;
      const most = longest;
      longest = 0;
      return most;
    },
    stop() {
      isOver = true;
      return loop;
    },
  };
}

/** The process that serves: the script that was started starts it in turn. */
async function findServer({ child }: ServerProcess): Promise<string> {
  const started = await readFile(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').catch(() => '');
  return started.trim().split(' ')[0] || String(child.pid);
}

/** Memory of the server in MB, now and at its peak. Source: proc(5), VmRSS and VmHWM. */
async function readMemory(server: ServerProcess): Promise<{ readonly now: number; readonly peak: number }> {
  const status = await readFile(`/proc/${await findServer(server)}/status`, 'utf8').catch(() => '');
  const read = (name: string): number =>
    Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? Number.NaN) / 1024;
  return { now: read('VmRSS'), peak: read('VmHWM') };
}

/** Forgets the peak of the start. Source: proc(5), clear_refs. */
const forgetPeak = async (server: ServerProcess): Promise<void> =>
  writeFile(`/proc/${await findServer(server)}/clear_refs`, '5').catch(() => undefined);
