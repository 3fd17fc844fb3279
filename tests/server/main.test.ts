import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ROOT } from '#tests/support/architecture/source-file.ts';
import { type StartedApp, startApp } from '#tests/support/start-app.ts';

/** First starts of the embedded database, one after the other, on a busy machine. */
const START_LIMIT_MS = 300_000;

/** What a program of the project said and how it ended. */
function run(script: string, args: readonly string[], environment: Record<string, string>) {
  const env = { ...process.env, GUATU_LANG: 'en', ...environment };
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, script), ...args], { cwd: ROOT, env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return { child, ended, readOutput: () => output };
}

async function waitForOutput(readOutput: () => string, wanted: string): Promise<void> {
  while (!readOutput().includes(wanted)) await new Promise((resolve) => setTimeout(resolve, 50));
}

describe('startServer', { timeout: START_LIMIT_MS }, () => {
  let app: StartedApp;
  let folder: string;

  beforeAll(async () => {
    app = await startApp({ withPage: false });
    folder = app.config.dataFolder;
  }, START_LIMIT_MS);
  afterAll(() => app?.stop());

  it('says what it did and how long it took, one line each', () => {
    expect(app.lines).toEqual([expect.stringMatching(/^Opened the database \(\d+\.\d s\)$/)]);
  });

  it('answers health, the county and its completion rate', async () => {
    const ask = async (path: string): Promise<unknown> => (await fetch(new URL(path, app.url))).json();
    expect(await ask('health')).toMatchObject({
      name: 'guatu',
      status: expect.stringMatching(/^(ok|busy)$/),
      engine: 'embedded',
    });
    expect(await ask('api/areas')).toMatchObject({ items: [{ code: '529901', origin: 'sample' }] });
    expect(await ask('api/areas/529901/indicators?codes=P1')).toMatchObject({
      items: [{ figures: [{ code: 'P1', numerator: 1421, denominator: 1769 }] }],
    });
  });

  it('describes every address that it answers, and answers every address that it describes', async () => {
    const document = (await (await fetch(new URL('api/openapi.json', app.url))).json()) as { paths: object };
    for (const path of Object.keys(document.paths)) {
      const address = path
        .replace('{code}', '529901')
        .replace('{indicator}', 'P1')
        .replace('{map}', 'progress')
        .replace('{layer}', 'villages');
      const answer = await fetch(new URL(address, app.url), { method: 'OPTIONS' });
      expect(answer.status, path).toBe(200);
    }
  });

  it('refuses a second server on the same folder in one sentence', async () => {
    const second = run('server/main.ts', ['--without-page'], { PORT: '0', GUATU_DATA: folder });
    expect(await second.ended).toBe(1);
    expect(second.readOutput()).toContain(`The data folder ${folder} is in use by another process`);
  });

  it('refuses a second server on the same port in one sentence', async () => {
    const port = new URL(app.url).port;
    const second = run('server/main.ts', ['--without-page'], { PORT: port, GUATU_DATA: folder });
    expect(await second.ended).toBe(1);
    expect(second.readOutput()).toContain(`Port ${port} is taken.`);
  });

  it('does commands of the command line while it holds the folder', async () => {
    const command = run('server/cli/main.ts', ['indicators', '--area', '529901', '--codes', 'P1'], {
      GUATU_DATA: folder,
    });
    expect(await command.ended).toBe(0);
    expect(command.readOutput()).toMatch(/^P1\t.*\t1421\t1769\tgreen/m);
  });
});

describe('runServer', { timeout: START_LIMIT_MS }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'guatu-run-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('loads the sample county into an empty folder, and stops cleanly on a signal', async () => {
    const server = run('server/main.ts', ['--without-page'], { PORT: '0', GUATU_DATA: folder });
    await waitForOutput(server.readOutput, 'Guatu is ready');
    expect(server.readOutput()).toContain('Updated the database structure');
    expect(server.readOutput()).toMatch(/^Loaded the sample county \(\d+\.\d s\)$/m);
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(server.readOutput()).toContain('Stopped.');
    expect(server.readOutput()).not.toContain('Fault');
  });

  it('tells what stands in the way in one sentence with exit code 1', async () => {
    const faults: readonly (readonly [Record<string, string>, RegExp])[] = [
      [{ PORT: '99999' }, /The value "99999" of the environment variable PORT cannot be used/],
      [{ GUATU_DATA: join(ROOT, 'package.json') }, /The folder .*package\.json cannot be written/],
      [{ DATABASE_URL: 'postgresql://127.0.0.1:1/guatu' }, /The database server 127\.0\.0\.1:1 cannot be reached/],
      [{ HOST: '192.0.2.1' }, /This machine has no address 192\.0\.2\.1/],
    ];
    for (const [settings, sentence] of faults) {
      const failed = run('server/main.ts', ['--without-page'], { PORT: '0', GUATU_DATA: folder, ...settings });
      expect(await failed.ended).toBe(1);
      expect(failed.readOutput()).toMatch(sentence);
      expect(failed.readOutput().trim().split('\n').at(-1)).toMatch(/^Not started: /);
    }
  });
});
