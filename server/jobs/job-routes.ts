import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import express, { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { atlasCreateSchema, sheetBatchCreateSchema, tilesCreateSchema } from '#core/api/atlases.ts';
import { languageSchema } from '#core/api/common.ts';
import { type Job, jobParamsSchema, jobRequestSchema, jobResultQuerySchema, jobSchema } from '#core/api/jobs.ts';
import type { Language } from '#core/texts/language.ts';
import { hasText, text } from '#core/texts/text.ts';
import type { ApiPath } from '../http/api-path.ts';
import { parseBody, parseParams, parseQuery } from '../http/parse-request.ts';
import { readLanguage } from '../http/reader-language.ts';
import { hasEnded, type JobService, type PlainResult } from './job-service.ts';
import type { JobRecord } from './job-store.ts';

/** Proxies close a connection on which nothing comes. */
const HEARTBEAT_MS = 15_000;

const jobQuerySchema = z.object({ lang: languageSchema.optional() });

const tag = 'jobs';

/** Pages to print, each kind at an address of its own. */
const PAGE_JOBS = [
  {
    path: '/api/atlases',
    kind: 'atlas',
    body: atlasCreateSchema,
    summary: 'Begins an atlas: an area and what lies in it as one PDF or a ZIP, with the papers that go with the maps.',
  },
  {
    path: '/api/sheet-batches',
    kind: 'sheets',
    body: sheetBatchCreateSchema,
    summary: 'Begins a batch: sheets of many areas as a ZIP; what cannot be made is reported, the others are made.',
  },
  {
    path: '/api/tiled-sheets',
    kind: 'tiles',
    body: tilesCreateSchema,
    summary: 'Begins a large sheet on pages of an office printer, with overlaps, cut marks and an assembly diagram.',
  },
] as const;

/** The addresses of this router. */
export const jobPaths: readonly ApiPath[] = [
  ...PAGE_JOBS.map(
    ({ path, body, summary }): ApiPath => ({
      method: 'post',
      path,
      summary,
      tag,
      query: jobQuerySchema,
      body,
      answer: jobSchema,
      status: 202,
    }),
  ),
  {
    method: 'post',
    path: '/api/jobs',
    summary: 'Begins long work; answers 202 with the job, whose address is in Location.',
    tag,
    query: jobQuerySchema,
    body: jobRequestSchema,
    answer: jobSchema,
    status: 202,
  },
  {
    method: 'get',
    path: '/api/jobs/{id}',
    summary: 'A job: its state, its progress, the address of its result.',
    tag,
    params: jobParamsSchema,
    query: jobQuerySchema,
    answer: jobSchema,
  },
  {
    method: 'delete',
    path: '/api/jobs/{id}',
    summary: 'Cancels a job; one that has ended stays as it is.',
    tag,
    params: jobParamsSchema,
    query: jobQuerySchema,
    answer: jobSchema,
  },
  {
    method: 'get',
    path: '/api/jobs/{id}/events',
    summary: 'The job as it is and at each change, as server-sent events of the same object, until it has ended.',
    tag,
    params: jobParamsSchema,
    query: jobQuerySchema,
    answer: 'text/event-stream',
  },
  {
    method: 'get',
    path: '/api/jobs/{id}/result',
    summary:
      'The file that a job made; kept for seven days. A cancelled choice or programme has the best that was found.',
    tag,
    params: jobParamsSchema,
    query: jobResultQuerySchema,
    answer: 'text/csv',
  },
];

/** Routes of long work. */
export function createJobRoutes(service: JobService): Router {
  const router = Router();
  for (const { path, kind, body } of PAGE_JOBS)
    router.post(path, express.json({ limit: '1mb' }), async (request, response) => {
      parseQuery(jobQuerySchema, request);
      const server =
        kind === 'sheets' ? { origin: `${request.protocol}://${request.get('host') ?? ''}`, batch: randomUUID() } : {};
      const asked = jobRequestSchema.parse({ ...parseBody(body, request), ...server, kind });
      const job = await service.createJob({ ...asked, lang: asked.lang ?? readLanguage(request) });
      response.status(202).location(`/api/jobs/${job.id}`);
      sendJob(request, response, job);
    });
  router.post('/api/jobs', express.json({ limit: '100kb' }), async (request, response) => {
    parseQuery(jobQuerySchema, request);
    const asked = parseBody(jobRequestSchema, request);
    const job = await service.createJob({ ...asked, lang: asked.lang ?? readLanguage(request) });
    response.status(202).location(`/api/jobs/${job.id}`);
    sendJob(request, response, job);
  });
  router.get('/api/jobs/:id', async (request, response) => {
    sendJob(request, response, await service.getJob(readId(request)));
  });
  router.delete('/api/jobs/:id', async (request, response) => {
    sendJob(request, response, await service.cancelJob(readId(request)));
  });
  router.get('/api/jobs/:id/events', (request, response) => sendEvents(service, request, response));
  router.get('/api/jobs/:id/result', async (request, response) => {
    const { format } = parseQuery(jobResultQuerySchema, request);
    const { id } = parseParams(jobParamsSchema, request);
    const plain = await service.findPlain(id);
    if (plain !== undefined) return sendPlain(request, response, plain);
    const isMadeCsv = format === 'csv' && (await service.getJob(id)).result?.mediaType === 'application/json';
    const { result, gzipped } = isMadeCsv
      ? await service.getCsv(id, readLanguage(request))
      : await service.getResult(id);
    response.set({
      ETag: `W/"${result.sha256.slice(0, 27)}${isMadeCsv ? `-${readLanguage(request)}` : ''}"`,
      'Cache-Control': 'private, no-cache',
    });
    if (request.fresh) {
      response.status(304).end();
      return;
    }
    response.attachment(result.fileName).type(result.mediaType).vary('Accept-Encoding');
    await sendGzipped(request, response, gzipped);
  });
  return router;
}

/** As it is stored, or unpacked for a reader that cannot: piece by piece, because it may be large. */
async function sendGzipped(request: Request, response: Response, gzipped: Uint8Array): Promise<void> {
  if (request.acceptsEncodings('gzip') === 'gzip') {
    response.set('Content-Encoding', 'gzip').send(Buffer.from(gzipped));
    return;
  }
  response.set('Cache-Control', 'private, no-cache, no-transform');
  // a reader that goes away ends it
  await pipeline(Readable.from([Buffer.from(gzipped)]), createGunzip(), response).catch(() => response.destroy());
}

/** A file that may be large, piece by piece from the database. */
async function sendPlain(request: Request, response: Response, { result, chunks }: PlainResult): Promise<void> {
  response.set({ ETag: `"${result.sha256.slice(0, 27)}"`, 'Cache-Control': 'private, no-cache, no-transform' });
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  response.attachment(result.fileName).type(result.mediaType).set('Content-Length', String(result.byteCount));
  // a reader that goes away ends it
  await pipeline(Readable.from(chunks()), response).catch(() => response.destroy());
}

function readId(request: Request): string {
  parseQuery(jobQuerySchema, request);
  return parseParams(jobParamsSchema, request).id;
}

function sendJob(request: Request, response: Response, job: JobRecord): void {
  response.set('Cache-Control', 'no-store').json(jobToAnswer(readLanguage(request), job));
}

/** Events until the job has ended or the reader went away. A job that does not exist is a problem like any other. */
async function sendEvents(service: JobService, request: Request, response: Response): Promise<void> {
  const id = readId(request);
  const known = await service.getJob(id);
  // a browser that asks again after the end is told to stay away
  if (request.get('Last-Event-ID') === known.state && hasEnded(known)) {
    response.status(204).end();
    return;
  }
  const language = readLanguage(request);
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  // no-transform keeps the compression away, which would hold events back
  response.set({ 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' }).type('text/event-stream');
  response.flushHeaders();
  const heartbeat = setInterval(() => response.write(': \n\n'), HEARTBEAT_MS);
  try {
    for await (const job of service.watchJob(id, gone.signal)) {
      response.write(`id: ${job.state}\ndata: ${JSON.stringify(jobToAnswer(language, job))}\n\n`);
    }
  } finally {
    clearInterval(heartbeat);
    response.end();
  }
}

/** A job as the interface tells it. */
function jobToAnswer(language: Language, job: JobRecord): Job {
  return {
    id: job.id,
    kind: job.kind,
    county: job.countyCode,
    state: job.state,
    progress: job.progress,
    interim: job.interim ?? null,
    createdAt: job.createdAt.toISOString(),
    finishedAt: job.finishedAt?.toISOString() ?? null,
    report: job.result?.report ?? null,
    resultUrl: job.result === null ? null : `/api/jobs/${job.id}/result`,
    errorText: describeError(language, job),
  };
}

function describeError(language: Language, { error, id }: JobRecord): string | null {
  if (error === null) return null;
  if (hasText('errors', error.code)) return text(language, 'errors', error.code, error.details);
  return text(language, 'errors', 'internal_error', { request: id });
}
