import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import { atlasRequestSchema } from '#core/api/atlases.ts';
import { type ChoiceResult, chooseSitesRequestSchema } from '#core/api/choices.ts';
import { InvalidInputError } from '#core/errors.ts';
import { findChunk, findFile, keepFile, keepSpool, removeFile } from '#server/county/file-store.ts';
import type { Database } from '#server/db/database.ts';
import { createSpool } from '#server/jobs/create-spool.ts';
import type { JobHooks, JobKinds, StoredRequest } from '#server/jobs/job-kind.ts';
import { createJobRunner } from '#server/jobs/job-runner.ts';
import { createJobService } from '#server/jobs/job-service.ts';
import * as store from '#server/jobs/job-store.ts';
import { describeOnBothEngines } from '#tests/support/databases.ts';

const REQUEST: StoredRequest = { kind: 'distance_matrix', area: '529902', to: ['school'], mode: 'drive', lang: 'en' };
const CHOICE: StoredRequest = {
  ...chooseSitesRequestSchema.parse({ kind: 'choose_sites', county: '529902', problem: 'p_median', candidates: {} }),
  lang: 'en',
};
const FILES = { keep: keepFile, keepSpool, find: findFile, findChunk, remove: removeFile };

/** Work that ends with a file, that waits for ever, or whatever a test gives. */
interface Setup {
  readonly run?: (request: StoredRequest, hooks: JobHooks) => Promise<string>;
  readonly check?: () => Promise<void>;
  readonly runner?: string;
}

function createJobs(db: Database, { run = async () => 'a,b\r\n', check = async () => undefined, ...rest }: Setup = {}) {
  const faults: unknown[] = [];
  const kinds: JobKinds = {
    distance_matrix: { check, run: async (request, hooks) => createFile(await run(request, hooks)) },
    choose_sites: {
      check,
      run: async (request, hooks) => createFile(await run(request, hooks), 'application/json'),
      keepsBest: true,
      toCsv: (json, language) => ({ fileName: 'a.csv', csv: `${language} ${json}` }),
    },
    road_programme: { check, run: async (request, hooks) => createFile(await run(request, hooks)) },
    atlas: { check, run: async (request, hooks) => createSpooled(await run(request, hooks)) },
    sheets: { check, run: async (request, hooks) => createSpooled(await run(request, hooks)) },
    tiles: { check, run: async (request, hooks) => createSpooled(await run(request, hooks)) },
  };
  const tellFault = (error: unknown): void => void faults.push(error);
  const runner = createJobRunner({ db, kinds, files: FILES, runner: rest.runner ?? 'this process', tellFault });
  onTestFinished(() => runner.stop());
  return { runner, faults, service: createJobService({ db, kinds, files: FILES, runner, account: 'local' }) };
}

const createFile = (content: string, mediaType = 'text/csv') => ({
  fileName: 'a.csv',
  mediaType,
  gzipped: gzipSync(content),
});

/** A spooled file with a report. */
async function createSpooled(content: string) {
  const spool = await createSpool();
  await spool.write(new TextEncoder().encode(content));
  const report = { pages: 2, failed: [{ page: 2, title: 'b', code: 'sheet_failed', reason: 'c' }] };
  return { fileName: 'a.zip', mediaType: 'application/zip', spool: await spool.finish(), report };
}

const createInterim = (objective: number): ChoiceResult => ({
  kind: 'choose_sites',
  basis: { county: '529902', plan: null, version: null, revision: 1 },
  status: 'feasible',
  statusText: '',
  problem: 'p_median',
  unit: '',
  objective,
  bound: null,
  gap: null,
  seed: 1,
  elapsedSeconds: 0,
  sites: [],
  flows: [],
  problems: [],
  commands: [],
  note: '',
});

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const untilAborted = (_request: StoredRequest, { signal }: JobHooks): Promise<string> =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));

async function waitForState(service: ReturnType<typeof createJobs>['service'], id: string, state: store.JobState) {
  for await (const job of service.watchJob(id, AbortSignal.timeout(20_000))) {
    if (job.state === state) return job;
  }
  throw new Error(`Never became ${state}`);
}

describeOnBothEngines('createJobRunner', (open) => {
  it('does waiting jobs one after the other and keeps what they made', async () => {
    const db = await open();
    let atOnce = 0;
    let most = 0;
    const { runner, service } = createJobs(db, {
      run: async () => {
        most = Math.max(most, ++atOnce);
        await new Promise((resolve) => setTimeout(resolve, 30));
        atOnce--;
        return '代码\r\n';
      },
    });
    const first = await service.createJob(REQUEST);
    const second = await service.createJob(REQUEST);
    expect([first.state, first.progress, first.id.slice(0, 7)]).toEqual(['waiting', 0, '529902-']);
    runner.start();
    const done = await waitForState(service, second.id, 'done');
    expect([done.progress, done.error, most]).toEqual([1, null, 1]);
    const { result, gzipped } = await service.getResult(first.id);
    expect([result.fileName, gunzipSync(gzipped).toString('utf8')]).toEqual(['a.csv', '代码\r\n']);
  });

  it('keeps a large file in pieces, and what could not be made beside it', async () => {
    const db = await open();
    const content = 'wall map '.repeat(300_000);
    const { runner, service } = createJobs(db, { run: async () => content });
    const request = { ...atlasRequestSchema.parse({ kind: 'atlas', area: '529902' }), lang: 'en' } as const;
    const { id } = await service.createJob(request);
    runner.start();
    const { result } = await waitForState(service, id, 'done');
    expect([result?.byteCount, result?.report?.failed.length]).toEqual([content.length, 1]);
    const plain = await service.findPlain(id);
    const pieces: Uint8Array[] = [];
    for await (const piece of plain?.chunks() ?? []) pieces.push(piece);
    expect(pieces.map(({ length }) => length)).toEqual([1_048_576, 1_048_576, content.length - 2 * 1_048_576]);
    expect(Buffer.concat(pieces).toString('utf8')).toBe(content);
  });

  it('tells progress at most four times a second, and at least the end', async () => {
    const db = await open();
    const { runner, service } = createJobs(db, {
      run: async (_request, { tellProgress }) => {
        for (let step = 0; step < 100; step++) {
          tellProgress(step / 100);
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
        return '';
      },
    });
    runner.start();
    const { id } = await service.createJob(REQUEST);
    const startedAt = performance.now();
    const told: number[] = [];
    for await (const job of service.watchJob(id, AbortSignal.timeout(20_000))) told.push(job.progress);
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.length).toBeGreaterThan(2);
    expect(told.length).toBeLessThan(((performance.now() - startedAt) / 1000) * 4 + 4);
  });

  it('cancels a job that waits and one that runs, which ends within 200 ms', async () => {
    const db = await open();
    let endedAt = 0;
    const { runner, service } = createJobs(db, {
      run: (request, hooks) =>
        untilAborted(request, hooks).finally(() => {
          endedAt = performance.now();
        }),
    });
    const running = await service.createJob(REQUEST);
    const waiting = await service.createJob(REQUEST);
    expect((await service.cancelJob(waiting.id)).state).toBe('cancelled');
    runner.start();
    await waitForState(service, running.id, 'running');
    const askedAt = performance.now();
    const cancelled = await service.cancelJob(running.id);
    expect([cancelled.state, cancelled.result, cancelled.error]).toEqual(['cancelled', null, null]);
    expect(endedAt - askedAt).toBeLessThan(200);
    expect((await service.cancelJob(running.id)).state).toBe('cancelled');
    await expect(service.getResult(running.id)).rejects.toMatchObject({ code: 'job_not_done' });
  });

  it('keeps the best that a cancelled choice had found', async () => {
    const db = await open();
    const { runner, service } = createJobs(db, {
      run: async (_request, { signal, tellInterim }) => {
        tellInterim(createInterim(7));
        while (!signal.aborted) await pause(10);
        // the last words take a moment
        await pause(100);
        return '{"best":7}';
      },
    });
    const { id } = await service.createJob(CHOICE);
    runner.start();
    await waitForState(service, id, 'running');
    const watched = (async () => {
      const states: string[] = [];
      for await (const job of service.watchJob(id, AbortSignal.timeout(20_000))) states.push(job.state);
      return states;
    })();
    const cancelled = await service.cancelJob(id);
    expect([cancelled.state, cancelled.result?.fileName, cancelled.error]).toEqual(['cancelled', 'a.csv', null]);
    // who watches hears of the end when there is something to fetch
    expect((await watched).filter((state) => state === 'cancelled')).toHaveLength(1);
    expect(gunzipSync((await service.getResult(id)).gzipped).toString('utf8')).toBe('{"best":7}');
    const csv = await service.getCsv(id, 'zh');
    expect([csv.result.fileName, gunzipSync(csv.gzipped).toString('utf8')]).toEqual(['a.csv', 'zh {"best":7}']);
  });

  it('cancels a choice that has found nothing yet without a result', async () => {
    const db = await open();
    const { runner, service } = createJobs(db, { run: untilAborted });
    const { id } = await service.createJob(CHOICE);
    runner.start();
    await waitForState(service, id, 'running');
    expect(await service.cancelJob(id)).toMatchObject({ state: 'cancelled', result: null });
    const other = await service.createJob(REQUEST);
    await service.cancelJob(other.id);
    await expect(service.getCsv(other.id, 'zh')).rejects.toMatchObject({ code: 'job_not_done' });
  });

  it('tells the best answer so far at most twice a second', async () => {
    const db = await open();
    const { runner, service } = createJobs(db, {
      run: async (_request, { tellInterim }) => {
        for (let step = 0; step < 120; step++) {
          tellInterim(createInterim(120 - step));
          await pause(10);
        }
        return '{}';
      },
    });
    runner.start();
    const { id } = await service.createJob(CHOICE);
    const startedAt = performance.now();
    const told = new Set<number>();
    for await (const { interim } of service.watchJob(id, AbortSignal.timeout(20_000))) {
      if (interim?.kind === 'choose_sites' && interim.objective !== null) told.add(interim.objective);
    }
    expect(told.size).toBeGreaterThan(1);
    expect(told.size).toBeLessThanOrEqual((performance.now() - startedAt) / 500 + 1);
  });

  it('gives up a job that another process cancelled', async () => {
    const db = await open();
    const { runner, service } = createJobs(db, { run: untilAborted });
    const { id } = await service.createJob(REQUEST);
    runner.start();
    await waitForState(service, id, 'running');
    await db.write((trx) => store.cancelJob(trx, id));
    await waitForState(service, id, 'cancelled');
  });

  it('tells why a job failed; what is no answer to anybody is told as a fault', async () => {
    const db = await open();
    let turn = 0;
    const { runner, service, faults } = createJobs(db, {
      run: async () => {
        if (turn++ === 0) throw new InvalidInputError('unknown_plan', 'No plan', { plan: 'x' });
        throw new TypeError('a mistake');
      },
    });
    const first = await service.createJob(REQUEST);
    const second = await service.createJob(REQUEST);
    runner.start();
    const failed = await waitForState(service, second.id, 'failed');
    expect(failed.error).toEqual({ code: 'internal_error', details: { request: second.id } });
    expect((await service.getJob(first.id)).error).toEqual({ code: 'unknown_plan', details: { plan: 'x' } });
    expect(faults).toEqual([new TypeError('a mistake')]);
  });

  it('puts the job back into the queue when it is stopped, and the next start does it', async () => {
    const db = await open();
    const before = createJobs(db, { run: untilAborted });
    const { id } = await before.service.createJob(REQUEST);
    before.runner.start();
    await waitForState(before.service, id, 'running');
    await before.runner.stop();
    expect(await db.read((trx) => store.findJob(trx, id))).toMatchObject({ state: 'waiting', progress: 0 });
    const after = createJobs(db);
    after.runner.start();
    await waitForState(after.service, id, 'done');
  });

  it('leaves the queue as it is when it is stopped while it takes a job', async () => {
    const db = await open();
    const { runner, service } = createJobs(db, { run: untilAborted });
    const { id } = await service.createJob(REQUEST);
    runner.start();
    await runner.stop();
    expect((await service.getJob(id)).state).toBe('waiting');
  });

  it('begins a job of a dead process again, once, and then gives it up', async () => {
    const db = await open();
    const { service } = createJobs(db);
    const { id } = await service.createJob(REQUEST);
    const die = async (): Promise<void> => {
      const claimed = await db.write((trx) => store.claimJob(trx, 'dead process'));
      expect(claimed?.id).toBe(id);
      // silent for a minute
      await db.write((trx) => trx('job').update({ beat_at: trx.raw(`now() - interval '60 seconds'`) }));
    };
    await die();
    const next = createJobs(db, { runner: 'next' });
    next.runner.start();
    await waitForState(next.service, id, 'done');

    const other = await service.createJob(REQUEST);
    await next.runner.stop();
    const claimTwice = async (): Promise<void> => {
      await db.write((trx) => store.claimJob(trx, 'dead process'));
      await db.write((trx) => trx('job').where({ state: 'running' }).update({ beat_at: null }));
      await db.write((trx) => store.recoverJobs(trx, 30));
    };
    await claimTwice();
    expect((await service.getJob(other.id)).state).toBe('waiting');
    await claimTwice();
    expect(await service.getJob(other.id)).toMatchObject({ state: 'failed', error: { code: 'job_interrupted' } });
  });

  it('leaves a file alone that another job made too when one is cancelled at its very end', async () => {
    const db = await open();
    let turn = 0;
    const { runner, service } = createJobs(db, {
      run: async () => {
        if (turn++ > 0) await db.write((trx) => store.cancelJob(trx, second.id));
        return 'the same\r\n';
      },
    });
    const first = await service.createJob(REQUEST);
    const second = await service.createJob(REQUEST);
    runner.start();
    await waitForState(service, second.id, 'cancelled');
    await runner.stop();
    const { gzipped } = await service.getResult(first.id);
    expect(gunzipSync(gzipped).toString('utf8')).toBe('the same\r\n');
    expect((await service.getJob(second.id)).result).toBeNull();
  });

  it('removes jobs and their files after seven days', async () => {
    const db = await open();
    const first = createJobs(db);
    const { id } = await first.service.createJob(REQUEST);
    first.runner.start();
    await waitForState(first.service, id, 'done');
    await first.runner.stop();
    await db.write((trx) => trx('job').update({ finished_at: trx.raw(`now() - interval '8 days'`) }));
    const second = createJobs(db);
    second.runner.start();
    const next = await second.service.createJob({ ...REQUEST, mode: 'walk' });
    await waitForState(second.service, next.id, 'done');
    await expect(second.service.getJob(id)).rejects.toMatchObject({ code: 'unknown_job' });
    const { count } = await db.read(async (trx) => (await trx('file').count<{ count: number }[]>())[0] ?? { count: 0 });
    expect(Number(count)).toBe(1);
  });

  it('keeps the last hundred jobs of a county', async () => {
    const db = await open();
    const { runner, service } = createJobs(db);
    const insert = (id: string) =>
      db.write((trx) => store.insertJob(trx, { countyCode: '529902', id, kind: 'x', input: {}, account: 'local' }));
    for (let i = 0; i < 101; i++) await insert(`529902-${i}`);
    await db.write((trx) =>
      trx.raw(
        `UPDATE job SET state = 'failed', finished_at = now() - interval '1 hour' * split_part(job_id, '-', 2)::int`,
      ),
    );
    runner.start();
    const { id } = await service.createJob(REQUEST);
    await waitForState(service, id, 'done');
    await runner.stop();
    const left = await db.read((trx) => trx('job').pluck<string[]>('job_id'));
    expect(left).toHaveLength(100);
    expect(left).toContain(id);
    expect(left).not.toContain('529902-100');
  });

  it('refuses what the kind of work refuses, and more than twenty waiting jobs', async () => {
    const db = await open();
    const refusing = createJobs(db, {
      check: async () => {
        throw new InvalidInputError('unknown_plan', 'No plan', { plan: 'x' });
      },
    });
    await expect(refusing.service.createJob(REQUEST)).rejects.toMatchObject({ code: 'unknown_plan' });
    const { service } = createJobs(db);
    for (let i = 0; i < 20; i++) await service.createJob(REQUEST);
    await expect(service.createJob(REQUEST)).rejects.toMatchObject({ code: 'too_many_jobs' });
    await expect(service.getJob('529902-x')).rejects.toMatchObject({ code: 'unknown_job' });
  });
});
