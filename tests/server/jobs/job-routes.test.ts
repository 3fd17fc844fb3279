import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '#core/api/common.ts';
import { type Job, type JobRequest, jobSchema } from '#core/api/jobs.ts';
import { type StartedApp, startApp } from '#tests/support/start-app.ts';

/** First starts of the embedded database, one after the other, on a busy machine. */
const LIMIT_MS = 300_000;

let app: StartedApp;
beforeAll(async () => {
  app = await startApp({ withPage: false });
}, LIMIT_MS);
afterAll(async () => {
  await app?.stop();
});

const SHORT = { kind: 'distance_matrix', area: '529901001001', to: ['school'], mode: 'drive' } satisfies JobRequest;
/** 698,464 pairs: some seconds, never waited for. */
const LONG = { ...SHORT, area: '529901', to: ['school', 'clinic', 'park'] } satisfies JobRequest;

const post = (body: unknown, url = app.url): Promise<Response> =>
  fetch(new URL('api/jobs?lang=en', url), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

const begin = async (request: JobRequest, url = app.url): Promise<Job> =>
  jobSchema.parse(await (await post(request, url)).json());

const get = (path: string, url = app.url): Promise<Response> => fetch(new URL(path, url));

/** Every event until the stream ends, or until `isEnough`. */
async function readEvents(id: string, isEnough: (job: Job) => boolean = () => false): Promise<readonly Job[]> {
  const answer = await get(`api/jobs/${id}/events`);
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  const events: Job[] = [];
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of answer.body ?? []) {
    rest += decoder.decode(chunk as Uint8Array, { stream: true });
    const parts = rest.split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const data = /^data: (.*)$/m.exec(part)?.[1];
      if (data !== undefined) events.push(jobSchema.parse(JSON.parse(data)));
    }
    const last = events.at(-1);
    if (last !== undefined && isEnough(last)) return events;
  }
  return events;
}

describe('createJobRoutes', { timeout: LIMIT_MS }, () => {
  it('begins a job, tells its progress until it is done, and hands out the file', async () => {
    const answer = await post(SHORT);
    expect(answer.status).toBe(202);
    const job = jobSchema.parse(await answer.json());
    expect(answer.headers.get('location')).toBe(`/api/jobs/${job.id}`);
    expect(job).toMatchObject({ kind: 'distance_matrix', county: '529901', resultUrl: null, errorText: null });
    const events = await readEvents(job.id);
    expect(events.at(-1)).toMatchObject({ state: 'done', progress: 1, resultUrl: `/api/jobs/${job.id}/result` });
    const file = await get(`api/jobs/${job.id}/result`);
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(file.headers.get('content-disposition')).toContain('529901001001-distances-drive-2026-11-22.csv');
    const csv = await file.text();
    expect(csv).toContain('Minutes (Motor vehicle)');
    const plain = await fetch(new URL(`api/jobs/${job.id}/result`, app.url), {
      headers: { 'Accept-Encoding': 'identity' },
    });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe(csv);
    const ended = await fetch(new URL(`api/jobs/${job.id}/events`, app.url), { headers: { 'Last-Event-ID': 'done' } });
    expect(ended.status).toBe(204);
  });

  it('answers others while it works, and ends when it is cancelled', async () => {
    const { id } = await begin(LONG);
    await readEvents(id, ({ progress }) => progress > 0);
    const waits: number[] = [];
    for (let i = 0; i < 20; i++) {
      const startedAt = performance.now();
      expect((await get('api/openapi.json')).status).toBe(200);
      waits.push(performance.now() - startedAt);
    }
    // a turn is 10 ms; the rest is what the machine takes besides
    expect(waits.toSorted((a, b) => a - b)[10]).toBeLessThan(200);
    const cancelled = await fetch(new URL(`api/jobs/${id}?lang=en`, app.url), { method: 'DELETE' });
    expect(jobSchema.parse(await cancelled.json())).toMatchObject({ state: 'cancelled', resultUrl: null });
    expect((await readEvents(id)).map(({ state }) => state)).toEqual(['cancelled']);
    const result = await get(`api/jobs/${id}/result?lang=en`);
    expect(problemSchema.parse(await result.json())).toMatchObject({
      status: 409,
      code: 'job_not_done',
      detail: `Job ${id} has no result to download: it has not ended, was cancelled or failed.`,
    });
  });

  it('refuses jobs that cannot be done and jobs that do not exist', async () => {
    const problemOf = async (body: unknown) => problemSchema.parse(await (await post(body)).json());
    expect(await problemOf({ ...SHORT, kind: 'bake' })).toMatchObject({
      status: 400,
      detail:
        'Field kind of the request cannot be used ("bake"); expected: distance_matrix | choose_sites | road_programme | atlas | sheets | tiles.',
    });
    expect(await problemOf({ ...SHORT, area: undefined })).toMatchObject({ status: 400, code: 'missing_field' });
    expect(await problemOf({ ...SHORT, area: '529901999' })).toMatchObject({ status: 404, code: 'unknown_area' });
    expect(await problemOf({ ...SHORT, to: ['castle'] })).toMatchObject({ status: 400, code: 'invalid_body' });
    expect(await problemOf({ ...SHORT, mode: 'fly' })).toMatchObject({ status: 400 });
    expect(await problemOf({ ...SHORT, asOf: '2027-01-01' })).toMatchObject({ status: 400, code: 'invalid_date' });
    const many = await problemOf({ ...LONG, to: ['settlement'] });
    expect(many).toMatchObject({ status: 400, code: 'too_many_job_pairs' });
    expect(many.detail).toContain('1000000');
    for (const path of ['api/jobs/529901-x', 'api/jobs/529901-x/events', 'api/jobs/529901-x/result']) {
      expect(problemSchema.parse(await (await get(path)).json())).toMatchObject({ status: 404, code: 'unknown_job' });
    }
    for (const path of ['api/jobs/529901-%00', 'api/jobs/529901-%00/events', 'api/jobs/529901-%00/result']) {
      expect(problemSchema.parse(await (await get(path)).json())).toMatchObject({ status: 400 });
    }
    const plain = await fetch(new URL('api/jobs?lang=en', app.url), { method: 'POST', body: 'kind=distance_matrix' });
    expect(problemSchema.parse(await plain.json())).toMatchObject({
      status: 400,
      detail: 'The request needs a body of type application/json.',
    });
  });

  it('makes an atlas and a remembered batch of sheets, and refuses what has no area', async () => {
    const send = (path: string, body: unknown) =>
      fetch(new URL(`${path}?lang=en`, app.url), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
    const fileOf = async (answer: Response): Promise<Buffer> => {
      expect(answer.status).toBe(202);
      const { id } = jobSchema.parse(await answer.json());
      const last = (await readEvents(id)).at(-1);
      expect(last).toMatchObject({ state: 'done', progress: 1, errorText: null });
      return Buffer.from(await (await get(`api/jobs/${id}/result`)).arrayBuffer());
    };
    const village = '529901001001';
    const book = await fileOf(await send('api/atlases', { area: village, maps: ['progress'], paper: 'A4' }));
    expect(book.subarray(0, 8).toString()).toMatch(/^%PDF-1\.\d/);
    expect(book.subarray(-6).toString()).toContain('%%EOF');
    const batch = { areas: [village], maps: ['targets'], paper: 'A4', remember: true };
    const archive = await fileOf(await send('api/sheet-batches', batch));
    expect(archive.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
    const prints = (await (await get('api/counties/529901/prints')).json()) as { items: readonly object[] };
    expect(prints.items).toEqual([expect.objectContaining({ area: village, map: 'targets' })]);
    const unknown = await send('api/tiled-sheets', { area: '529901999', map: 'progress' });
    expect(problemSchema.parse(await unknown.json())).toMatchObject({ status: 404, code: 'unknown_area' });
  });
});
