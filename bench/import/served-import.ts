import { readFile, writeFile } from 'node:fs/promises';
import type { ImportRecord } from '#core/api/import-records.ts';
import { type BenchResult, summarise } from '../measure.ts';
import type { ServerProcess } from '../server-process.ts';

const COUNTY = '529901';
/** A page that people look at meanwhile: answered from memory. */
const READ = `/api/areas/${COUNTY}/figures`;
/** What only the database knows: it waits for its one session in the embedded engine. */
const STORED_READ = `/api/imports?county=${COUNTY}&limit=1`;
const PAUSE_MS = 50;

/** What an import of a workbook took on a server of its own. */
export interface ServedImport {
  readonly readSeconds: number;
  readonly checkSeconds: number;
  readonly writeSeconds: number;
  readonly longestReadMs: number;
  readonly longestStoredReadMs: number;
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
  await fetch(server.address + READ);
  await forgetPeak(server);
  const before = await readMemory(server);
  const reads = watchReads(server, READ);
  const storedReads = watchReads(server, STORED_READ);
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array(workbook)]), 'households.xlsx');
  const started = performance.now();
  const { id } = await ask('POST', `/api/imports?county=${COUNTY}`, form);
  await settle(id, 'read');
  const read = performance.now();
  await ask('POST', `/api/imports/${id}/check`);
  const checked = await settle(id, 'checked');
  const done = performance.now();
  const body = JSON.stringify({ ifRevision: checked.checkedRevision });
  const record = await ask('POST', `/api/imports/${id}/write`, body);
  const written = performance.now();
  return {
    readSeconds: (read - started) / 1000,
    checkSeconds: (done - read) / 1000,
    writeSeconds: (written - done) / 1000,
    longestReadMs: await reads.stop(),
    longestStoredReadMs: await storedReads.stop(),
    peakMegabytes: (await readMemory(server)).peak - before.now,
    record: { ...record, summary: checked.summary },
  };
}

/** Lines of the bench. */
export const toResults = (
  count: number,
  { readSeconds, checkSeconds, writeSeconds, longestReadMs, longestStoredReadMs, peakMegabytes }: ServedImport,
  ogr2ogr: number | null,
): readonly BenchResult[] => [
  summarise(`${count} household rows from XLSX, sent, read and checked`, 's', [readSeconds + checkSeconds], 10),
  summarise('  of this until they are read', 's', [readSeconds], null, {
    name: 'ogr2ogr of the workbook into a table, unchecked',
    median: ogr2ogr,
  }),
  summarise('written, as a person waits for it', 's', [writeSeconds], null),
  summarise('longest reading of figures meanwhile', 'ms', [longestReadMs], 1000),
  summarise('longest reading from the database itself meanwhile', 'ms', [longestStoredReadMs], null),
  summarise('memory at the worst moment, beyond that before', 'MB', [peakMegabytes], 1000),
];

/** Reads one after the other, until it is stopped; gives the longest wait. */
function watchReads({ address }: ServerProcess, path: string): { readonly stop: () => Promise<number> } {
  let isOver = false;
  const longest = (async () => {
    let most = 0;
    while (!isOver) {
      const start = performance.now();
      await (await fetch(address + path)).arrayBuffer();
      most = Math.max(most, performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    return most;
  })();
  return {
    stop() {
      isOver = true;
      return longest;
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
