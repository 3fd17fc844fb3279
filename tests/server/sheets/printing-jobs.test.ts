import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Job, jobSchema } from '#core/api/jobs.ts';
import { ROOT } from '#tests/support/architecture/source-file.ts';
import { copySampleFolder } from '#tests/support/databases.ts';
import { type StartedApp, startApp } from '#tests/support/start-app.ts';

/** First starts of the embedded database, one after the other, on a busy machine. */
const LIMIT_MS = 300_000;

const folder = mkdtempSync(join(tmpdir(), 'guatu-printing-'));
let app: StartedApp;
beforeAll(async () => {
  await copySampleFolder(folder);
  app = await startApp({ withPage: false, dataFolder: folder });
}, LIMIT_MS);
afterAll(async () => {
  await app?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** More sheets than are made while a test looks. */
const TOWNS = Array.from({ length: 18 }, (_, i) => `529901${String(i + 1).padStart(3, '0')}`);
const SOME_TOWNS = TOWNS.slice(0, 6);
const LONG = { areas: TOWNS, paper: 'A0', format: 'pdf' };
const SHORT = { areas: ['529901001001'], maps: ['progress'], paper: 'A4' };

const send = async (body: object, url = app.url): Promise<Job> => {
  const answer = await fetch(new URL('api/sheet-batches?lang=en', url), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return jobSchema.parse(await answer.json());
};
const read = async (id: string, url = app.url): Promise<Job> =>
  jobSchema.parse(await (await fetch(new URL(`api/jobs/${id}?lang=en`, url))).json());

async function waitFor<Value>(find: () => Promise<Value | undefined> | Value | undefined): Promise<Value> {
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
const waitForState = (id: string, state: Job['state']): Promise<Job> =>
  waitFor(async () => {
    const job = await read(id);
    return job.state === state ? job : undefined;
  });

/** Results that a process has begun on the disk. */
const listSpools = (pid: number | undefined): readonly string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`guatu-result-${pid}-`));

/** A program of the product over the folder, with what it says. */
function startProgram(...args: readonly string[]): {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly end: Promise<number | null>;
} {
  const env = { ...process.env, PORT: '0', GUATU_DATA: folder, GUATU_LANG: 'en', INIT_CWD: folder };
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], { cwd: ROOT, env });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
    });
  return { child, said: () => said, end: new Promise((resolve) => child.once('exit', resolve)) };
}

describe('sheet batches of a live server', { timeout: LIMIT_MS }, () => {
  it('ends a batch that is cancelled, leaves no half file and makes the next one', async () => {
    const { id } = await send(LONG);
    await waitFor(async () => ((await read(id)).progress > 0 ? true : undefined));
    expect(listSpools(process.pid)).toHaveLength(1);
    await fetch(new URL(`api/jobs/${id}`, app.url), { method: 'DELETE' });
    expect(await read(id)).toMatchObject({ state: 'cancelled', resultUrl: null });
    const next = await waitForState((await send(SHORT)).id, 'done');
    expect(next.report).toEqual({ pages: 1, failed: [] });
    expect(listSpools(process.pid)).toEqual([]);
  });
});

describe('guatu atlas', { timeout: LIMIT_MS }, () => {
  const out = join(folder, 'out', 'atlas.pdf');
  const ATLAS = ['server/cli/main.ts', 'atlas', '529901', '--paper', 'A4', '--relief', 'off', '--out', out];
  const listOut = (): readonly string[] => readdirSync(join(folder, 'out'));

  it('leaves nothing behind when Ctrl-C ends it, by itself or through the live server', async () => {
    for (const isLive of [true, false]) {
      if (!isLive) await app.stop();
      const { child, said, end } = startProgram(...ATLAS);
      await waitFor(() => (said().includes('Page ') ? true : undefined));
      expect(listOut()).toEqual(['atlas.pdf.part']);
      child.kill('SIGINT');
      expect(await end).not.toBe(0);
      // a live server hears of it when the connection closes
      await waitFor(() => (listOut().length === 0 ? true : undefined));
      if (!isLive) expect(said()).toContain('The batch of sheets was cancelled.');
    }
  });
});

// the last: it needs the folder after the server over it was stopped
describe('sheet batches of a killed server', { timeout: LIMIT_MS }, () => {
  it('goes on with a batch whose server was killed, and clears away its half file', async () => {
    const { child, said } = startProgram('server/main.ts', '--without-page');
    const url = await waitFor(() => (said().includes('Guatu is ready') ? /http:\S+\//.exec(said())?.[0] : undefined));
    const { id } = await send({ ...SHORT, areas: SOME_TOWNS, maps: ['progress'] }, url);
    await waitFor(async () => ((await read(id, url)).progress > 0 ? true : undefined));
    expect(listSpools(child.pid)).toHaveLength(1);
    const dead = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await dead;
    app = await startApp({ withPage: false, dataFolder: folder });
    const done = await waitForState(id, 'done');
    expect(done.report).toEqual({ pages: SOME_TOWNS.length, failed: [] });
    expect(listSpools(child.pid)).toEqual([]);
    const file = await (await fetch(new URL(`api/jobs/${id}/result`, app.url))).arrayBuffer();
    expect(Buffer.from(file).subarray(-22, -18).toString('latin1')).toBe('PK\u0005\u0006');
  });
});
