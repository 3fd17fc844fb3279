import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import { areaCodeSchema, languageSchema } from '#core/api/common.ts';
import {
  importLimitsSchema,
  importListQuerySchema,
  importListSchema,
  importRecordSchema,
  importTemplateListSchema,
  importTemplateSchema,
  mappingsBodySchema,
  positionsQuerySchema,
  repairsBodySchema,
  tableRowsSchema,
  writeImportBodySchema,
} from '#core/api/import-records.ts';
import { InvalidInputError, NotFoundError } from '#core/errors.ts';
import type { ApiPath } from '../http/api-path.ts';
import { readIfMatch } from '../http/if-version.ts';
import { parseBody, parseInput, parseParams, parseQuery } from '../http/parse-request.ts';
import { readLanguage } from '../http/reader-language.ts';
import { viewToBrief, viewToRecord } from './import-answers.ts';
import type { ImportDesk } from './import-desk-service.ts';
import type { ImportView } from './import-registry.ts';
import { addReportRoutes, reportPaths } from './import-report-routes.ts';
import { receiveUpload } from './receive-upload.ts';

/** Thousands of choices of repairs. */
const BODY_LIMIT = '8mb';
/** Proxies close a connection on which nothing comes. */
const HEARTBEAT_MS = 15_000;

const countyQuerySchema = z.object({ county: areaCodeSchema, lang: languageSchema.optional() });
const plainQuerySchema = z.object({ lang: languageSchema.optional() });
const idParamsSchema = z.object({ id: z.string().regex(/^\d{6}-[0-9a-f]{16}$/, '529901-0123456789abcdef') });
const tableParamsSchema = idParamsSchema.extend({
  file: z.coerce.number().int().min(0),
  table: z.coerce.number().int().min(0),
});
const tableQuerySchema = plainQuerySchema.extend({
  from: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
const fileParamsSchema = idParamsSchema.extend({ number: z.coerce.number().int().min(0) });
const templateParamsSchema = z.object({ id: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, 'A-Za-z0-9_-') });
const templateBodySchema = importTemplateSchema.omit({ id: true });

const tag = 'imports';
const ofImport = { tag, params: idParamsSchema, query: plainQuerySchema, answer: importRecordSchema } as const;

/** The addresses of imports. */
export const importDeskPaths: readonly ApiPath[] = [
  {
    method: 'get',
    path: '/api/imports/limits',
    tag,
    query: plainQuerySchema,
    answer: importLimitsSchema,
    summary: 'What may be sent.',
  },
  {
    method: 'get',
    path: '/api/imports',
    tag,
    query: importListQuerySchema,
    answer: importListSchema,
    summary: 'Imports of a county, newest first.',
  },
  {
    method: 'post',
    path: '/api/imports',
    tag,
    query: countyQuerySchema,
    answer: importRecordSchema,
    status: 201,
    summary: 'Sends ledgers as multipart/form-data; they are read in the background, its address is in Location.',
  },
  { ...ofImport, method: 'get', path: '/api/imports/{id}', summary: 'An import as it stands.' },
  {
    ...ofImport,
    method: 'delete',
    path: '/api/imports/{id}',
    summary: 'Stops the work under way, or forgets an import that wrote nothing (204).',
  },
  {
    ...ofImport,
    method: 'get',
    path: '/api/imports/{id}/events',
    answer: 'text/event-stream',
    summary: 'The import as it is and at each change, as server-sent events of the same object.',
  },
  {
    ...ofImport,
    method: 'get',
    path: '/api/imports/{id}/tables/{file}/{table}',
    params: tableParamsSchema,
    query: tableQuerySchema,
    answer: tableRowsSchema,
    summary: 'Rows of a table as they were read, without personal columns.',
  },
  {
    ...ofImport,
    method: 'put',
    path: '/api/imports/{id}/mappings',
    body: mappingsBodySchema,
    summary: 'Says which column is which field; If-Match holds the version that was seen.',
  },
  {
    ...ofImport,
    method: 'put',
    path: '/api/imports/{id}/repairs',
    body: repairsBodySchema,
    summary: 'Chooses repairs; they count from the next check on. If-Match holds the version that was seen.',
  },
  {
    ...ofImport,
    method: 'post',
    path: '/api/imports/{id}/check',
    summary: 'Begins a check; nothing is written.',
    status: 202,
  },
  ...reportPaths,
  {
    ...ofImport,
    method: 'get',
    path: '/api/imports/{id}/positions',
    query: positionsQuerySchema,
    answer: 'application/geo+json',
    summary: 'Positions of a table as its numbers stand and in the stated reference system.',
  },
  {
    ...ofImport,
    method: 'post',
    path: '/api/imports/{id}/write',
    body: writeImportBodySchema,
    summary: 'Writes what the difference shows as the next data revision, all or nothing.',
  },
  {
    ...ofImport,
    method: 'post',
    path: '/api/imports/{id}/undo',
    summary: 'Takes an import back as a revision of its own.',
  },
  {
    ...ofImport,
    method: 'get',
    path: '/api/imports/{id}/files/{number}',
    params: fileParamsSchema,
    answer: 'application/octet-stream',
    summary: 'The kept copy of a file: without personal columns.',
  },
  {
    method: 'get',
    path: '/api/import-templates',
    tag,
    query: countyQuerySchema,
    answer: importTemplateListSchema,
    summary: 'Kept mappings of a county, by name.',
  },
  {
    method: 'post',
    path: '/api/import-templates',
    tag,
    query: countyQuerySchema,
    body: templateBodySchema,
    answer: importTemplateSchema,
    status: 201,
    summary: 'Keeps a mapping for the next ledger of its kind; one of the same name is replaced.',
  },
  {
    method: 'delete',
    path: '/api/import-templates/{id}',
    tag,
    params: templateParamsSchema,
    query: countyQuerySchema,
    answer: importTemplateListSchema,
    summary: 'Forgets a kept mapping.',
  },
];

/** What the routes need. */
export interface ImportDeskRoutesOptions {
  readonly desk: ImportDesk;
  /** Whether other machines are served: then ledgers can neither come in nor be looked at. */
  readonly servesOnlySample: boolean;
}

/** Routes of imports and templates of mappings. */
export function createImportDeskRoutes({ desk, servesOnlySample }: ImportDeskRoutesOptions): Router {
  const router = Router();
  router.get('/api/imports/limits', (request, response) => {
    parseQuery(plainQuerySchema, request);
    response.set('Cache-Control', 'private, no-cache').json(desk.limits);
  });
  router.use(['/api/imports', '/api/import-templates'], createGate(servesOnlySample));
  addImports(router, desk);
  addSteps(router, desk);
  addReportRoutes(router, desk, readId);
  addTemplates(router, desk);
  return router;
}

const createGate =
  (isClosed: boolean): RequestHandler =>
  (_request, _response, next) => {
    if (isClosed) throw new InvalidInputError('imports_closed', 'Other machines are served: imports are closed');
    next();
  };

function addImports(router: Router, desk: ImportDesk): void {
  router.get('/api/imports', async (request, response) => {
    const { county, after = null, limit } = parseQuery(importListQuerySchema, request);
    const { items, next } = await desk.list({ countyCode: readCounty(county), after, limit });
    const language = readLanguage(request);
    response.set('Cache-Control', 'no-store').json({ items: items.map((view) => viewToBrief(language, view)), next });
  });
  router.post('/api/imports', async (request, response) => {
    const countyCode = readCounty(parseQuery(countyQuerySchema, request).county);
    const view = await desk.begin(countyCode, () => receiveUpload(request, desk));
    response.status(201).location(`/api/imports/${view.stored.id}`);
    await sendView(desk, { request, response }, view);
  });
  router.get('/api/imports/:id', async (request, response) => {
    await sendView(desk, { request, response }, await desk.get(readId(request)));
  });
  router.delete('/api/imports/:id', async (request, response) => {
    const view = await desk.cancelOrForget(readId(request));
    if (view === null) response.status(204).end();
    else await sendView(desk, { request, response }, view);
  });
  router.get('/api/imports/:id/events', (request, response) => sendEvents(desk, request, response));
  router.get('/api/imports/:id/tables/:file/:table', async (request, response) => {
    const { id, file, table } = parseParams(tableParamsSchema, request);
    const { from, limit } = parseQuery(tableQuerySchema, request);
    const { stored } = await desk.get(id);
    const overviews = await desk.contents.overviews(stored);
    if (overviews[file]?.tables[table] === undefined)
      throw new NotFoundError('unknown_import_table', 'Got no such table', { file, table });
    const rows = await desk.contents.rows(stored);
    const isAsked = (key: string): boolean => key === `${file} ${table}`;
    const items = rows.page({ isAsked, from, limit }).map(({ row }) => ({ row: row.row, cells: [...row.cells] }));
    const total = rows.count(isAsked);
    const next = from + items.length < total ? String(from + items.length) : null;
    response.set('Cache-Control', 'private, no-cache').json({ items, next, total });
  });
  router.get('/api/imports/:id/files/:number', async (request, response) => {
    const { id, number } = parseParams(fileParamsSchema, request);
    const { name, bytes } = await desk.getFile(id, number);
    // never shown in the page: what came from outside is only ever saved
    response.set({ 'Cache-Control': 'private, no-cache', 'X-Content-Type-Options': 'nosniff' });
    response.attachment(name).type('application/octet-stream').send(Buffer.from(bytes));
  });
}

function addSteps(router: Router, desk: ImportDesk): void {
  const json = express.json({ limit: BODY_LIMIT });
  router.put('/api/imports/:id/mappings', json, async (request: Request, response: Response) => {
    const { mappings } = parseBody(mappingsBodySchema, request);
    const view = await desk.setMappings(readId(request), mappings, readVersion(request));
    await sendView(desk, { request, response }, view);
  });
  router.put('/api/imports/:id/repairs', json, async (request: Request, response: Response) => {
    const { repairs } = parseBody(repairsBodySchema, request);
    await sendView(desk, { request, response }, await desk.setRepairs(readId(request), repairs, readVersion(request)));
  });
  router.post('/api/imports/:id/check', async (request, response) => {
    const view = await desk.check(readId(request));
    response.status(202);
    await sendView(desk, { request, response }, view);
  });
  router.get('/api/imports/:id/positions', async (request, response) => {
    const place = parseQuery(positionsQuerySchema, request);
    const geojson = await desk.listPositions(parseParams(idParamsSchema, request).id, place);
    response.set('Cache-Control', 'private, no-cache').type('application/geo+json').send(geojson);
  });
  router.post('/api/imports/:id/write', json, async (request: Request, response: Response) => {
    const { ifRevision } = parseBody(writeImportBodySchema, request);
    await sendView(desk, { request, response }, await desk.write(readId(request), ifRevision));
  });
  router.post('/api/imports/:id/undo', async (request, response) => {
    await sendView(desk, { request, response }, await desk.undo(readId(request)));
  });
}

function addTemplates(router: Router, desk: ImportDesk): void {
  router.get('/api/import-templates', async (request, response) => {
    const county = readCounty(parseQuery(countyQuerySchema, request).county);
    response.set('Cache-Control', 'no-store').json({ items: await desk.templates.list(county) });
  });
  router.post('/api/import-templates', express.json({ limit: BODY_LIMIT }), async (request, response) => {
    const county = readCounty(parseQuery(countyQuerySchema, request).county);
    const kept = await desk.templates.keep(county, parseBody(templateBodySchema, request));
    response.status(201).set('Cache-Control', 'no-store').json(kept);
  });
  router.delete('/api/import-templates/:id', async (request, response) => {
    const county = readCounty(parseQuery(countyQuerySchema, request).county);
    await desk.templates.remove(county, parseParams(templateParamsSchema, request).id);
    response.set('Cache-Control', 'no-store').json({ items: await desk.templates.list(county) });
  });
}

/** Imports belong to counties. */
const readCounty = (code: string): string =>
  parseInput(z.object({ county: z.string().regex(/^\d{6}$/, '529901') }), { county: code }, 'invalid_parameter').county;

function readId(request: Request): string {
  return parseParams(idParamsSchema, request).id;
}

/** The version of `If-Match`; null without the header. */
function readVersion(request: Request): number | null {
  const written = readIfMatch(request);
  if (written === undefined) return null;
  const schema = z.object({ 'If-Match': z.coerce.number().int().min(1) });
  return parseInput(schema, { 'If-Match': written }, 'invalid_parameter')['If-Match'];
}

async function sendView(
  desk: ImportDesk,
  { request, response }: { readonly request: Request; readonly response: Response },
  view: ImportView,
): Promise<void> {
  const record = viewToRecord(readLanguage(request), view, await desk.contents.overviews(view.stored));
  // the tag is the version that a change gives back in If-Match
  response.set({ 'Cache-Control': 'no-store', ETag: `"${record.version}"` }).json(record);
}

/** Events until the reader went away. An import that does not exist is a problem like any other. */
async function sendEvents(desk: ImportDesk, request: Request, response: Response): Promise<void> {
  const id = readId(request);
  await desk.get(id);
  const language = readLanguage(request);
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  // no-transform keeps the compression away, which would hold events back
  response.set({ 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' }).type('text/event-stream');
  response.flushHeaders();
  const heartbeat = setInterval(() => response.write(': \n\n'), HEARTBEAT_MS);
  try {
    for await (const view of desk.watch(id, gone.signal)) {
      const record = viewToRecord(language, view, await desk.contents.overviews(view.stored));
      response.write(`id: ${record.version}\ndata: ${JSON.stringify(record)}\n\n`);
    }
  } catch (error) {
    // an import that was forgotten has no more events; the page asks for it and is told
    if (!(error instanceof NotFoundError)) throw error;
  } finally {
    clearInterval(heartbeat);
    response.end();
  }
}
