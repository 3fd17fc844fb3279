import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportLimits, ImportRecord } from '#core/api/import-records.ts';
import { importRecordSchema } from '#core/api/import-records.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import { composeImportDesk } from '#server/compose-imports.ts';
import { DEFAULT_IMPORT_SETTINGS } from '#server/config.ts';
import { createCountyService } from '#server/county/county-service.ts';
import type { Database } from '#server/db/database.ts';
import { createApp } from '#server/http/create-app.ts';
import { createLog } from '#server/http/request-log.ts';
import { createImportDeskRoutes } from '#server/imports/import-desk-routes.ts';
import { request, type TestAnswer } from './request.ts';
import { createTinyCountyRows } from './tiny-county.ts';

/** A file that is sent. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array | string;
}

/** What a test may set otherwise. */
export interface ImportAppOptions {
  readonly rows?: CountyRows;
  /** A database that already holds the county. */
  readonly isFilled?: boolean;
  readonly servesOnlySample?: boolean;
  readonly settings?: Partial<typeof DEFAULT_IMPORT_SETTINGS>;
}

const BOUNDARY = 'guatu-test-boundary';

/** The body of a form with files. */
export const createMultipart = (files: readonly SentFile[]): Buffer =>
  Buffer.concat([
    ...files.flatMap(({ name, bytes }) => [
      Buffer.from(
        `--${BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
      ),
      Buffer.from(bytes),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ]);

/** An app with imports over a database with the tiny county, and short ways to ask it. */
export async function createImportApp(db: Database, options: ImportAppOptions = {}) {
  const counties = createCountyService({ db });
  const rows = options.rows ?? createTinyCountyRows();
  if (!options.isFilled) await counties.writeCounty(rows, { account: 'local' });
  const cacheFolder = await mkdtemp(join(tmpdir(), 'guatu-imports-'));
  const faults: unknown[] = [];
  const desk = composeImportDesk({
    db,
    account: 'local',
    counties,
    settings: { ...DEFAULT_IMPORT_SETTINGS, ...options.settings },
    cacheFolder,
    tellFault: (error) => faults.push(error),
  });
  const app = createApp({
    routers: [createImportDeskRoutes({ desk, servesOnlySample: options.servesOnlySample ?? false })],
    log: createLog('silent'),
    page: null,
    trustProxy: false,
    acceptedHosts: null,
  });
  const ask = (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    { body, headers = {} }: { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> } = {},
  ): Promise<TestAnswer> =>
    request(app, path, {
      method,
      headers: {
        'accept-language': 'en',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const read = (answer: TestAnswer): ImportRecord => {
    if (answer.status >= 400) throw new Error(`Got ${answer.status}: ${answer.text}`);
    return importRecordSchema.parse(answer.json());
  };
  const get = async (id: string): Promise<ImportRecord> => read(await ask('GET', `/api/imports/${id}`));
  const send = (files: readonly SentFile[], county = rows.code): Promise<TestAnswer> =>
    request(app, `/api/imports?county=${county}`, {
      method: 'POST',
      headers: { 'accept-language': 'en', 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
      body: createMultipart(files),
    });
  /** Sends files and waits until they are read, or refused. */
  const upload = async (...files: readonly SentFile[]): Promise<ImportRecord> => {
    const { id } = read(await send(files));
    await desk.settle();
    return get(id);
  };
  /** Checks and waits for the result. */
  const check = async (id: string): Promise<ImportRecord> => {
    read(await ask('POST', `/api/imports/${id}/check`));
    await desk.settle();
    return get(id);
  };
  return {
    app,
    ask,
    cacheFolder,
    check,
    counties,
    desk,
    faults,
    get,
    limits: desk.limits satisfies ImportLimits,
    read,
    rows,
    send,
    upload,
    async close() {
      await desk.close();
      await rm(cacheFolder, { recursive: true, force: true });
    },
  };
}
