import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ROOT } from '#tests/support/architecture/source-file.ts';

/** Stands in for npm: `ci` writes the packages of the lockfile, or fails after a part of them. */
const FAKE_NPM = `
const fs = require('fs'); const path = require('path');
fs.appendFileSync('npm.log', process.argv.slice(2).join(' ') + '\\n');
const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'));
fs.rmSync('node_modules', { recursive: true, force: true });
for (const place of Object.keys(lock.packages).filter(Boolean)) {
  if (process.env.FAKE_NPM_FAILS) process.exit(7);
  fs.mkdirSync(place, { recursive: true });
  fs.writeFileSync(path.join(place, 'package.json'), JSON.stringify({ version: lock.packages[place].version, exports: './index.mjs' }));
  fs.writeFileSync(path.join(place, 'index.mjs'), '');
}
`;

interface Project {
  readonly folder: string;
  readonly countInstalls: () => number;
  readonly run: (
    environment?: Record<string, string>,
    nodeArgs?: readonly string[],
  ) => { code: number | null; output: string };
}

function writeLockfile(folder: string, version: string): void {
  const packages = {
    '': {},
    'node_modules/tsx': { version },
    'node_modules/express': { version },
    'node_modules/only-windows': { version, optional: true },
  };
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, packages }));
}

/** A project of three packages in a folder whose name has spaces and Chinese characters. */
function createProject(): Project {
  const parent = mkdtempSync(join(tmpdir(), 'guatu-bootstrap-'));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  const folder = join(parent, '挂图 a b');
  mkdirSync(join(folder, 'scripts'), { recursive: true });
  cpSync(join(ROOT, 'scripts', 'bootstrap.mjs'), join(folder, 'scripts', 'bootstrap.mjs'));
  writeFileSync(join(folder, 'npm-cli.js'), FAKE_NPM);
  writeFileSync(join(folder, 'job.mjs'), 'console.log("ran", process.argv.slice(2).join()); process.exitCode = 3;');
  writeLockfile(folder, '1.0.0');
  return {
    folder,
    countInstalls: () =>
      existsSync(join(folder, 'npm.log')) ? readFileSync(join(folder, 'npm.log'), 'utf8').trim().split('\n').length : 0,
    run(environment = {}, nodeArgs = []) {
      const args = [...nodeArgs, join(folder, 'scripts', 'bootstrap.mjs'), 'job.mjs', 'a', 'b'];
      const env = { ...process.env, npm_execpath: join(folder, 'npm-cli.js'), ...environment };
      const ended = spawnSync(process.execPath, args, { cwd: parent, encoding: 'utf8', env });
      return { code: ended.status, output: ended.stdout + ended.stderr };
    },
  };
}

describe('bootstrap', () => {
  it('installs once, then runs the script with its arguments and ends with its code', () => {
    const project = createProject();
    const first = project.run();
    expect(first.output).toContain('安装依赖');
    expect(first.output).toContain('ran a,b');
    expect(first.code).toBe(3);
    const second = project.run();
    expect(second.output).toBe('ran a,b\n');
    expect(project.countInstalls()).toBe(1);
  });

  it('installs again when the lockfile changed', () => {
    const project = createProject();
    project.run();
    writeLockfile(project.folder, '1.0.1');
    expect(project.run().code).toBe(3);
    expect(project.countInstalls()).toBe(2);
  });

  it('installs again when a package is missing or of another version', () => {
    const project = createProject();
    project.run();
    rmSync(join(project.folder, 'node_modules', 'express'), { recursive: true });
    expect(project.run().code).toBe(3);
    writeFileSync(join(project.folder, 'node_modules', 'express', 'package.json'), '{"version":"0.9.0"}');
    expect(project.run().code).toBe(3);
    expect(project.countInstalls()).toBe(3);
  });

  it('says in one sentence a language that the installation failed, and repairs it the next time', () => {
    const project = createProject();
    const failed = project.run({ FAKE_NPM_FAILS: '1' });
    expect(failed.code).toBe(1);
    expect(failed.output).toContain('依赖没有装好（npm 退出码 7');
    expect(failed.output).toContain('The dependencies were not installed (npm exit code 7');
    expect(failed.output).not.toContain('ran');
    expect(project.run().code).toBe(3);
  });

  it('accepts an installation that npm made by hand', () => {
    const project = createProject();
    project.run();
    rmSync(join(project.folder, 'node_modules', '.guatu-installed'));
    const lock = readFileSync(join(project.folder, 'package-lock.json'), 'utf8');
    writeFileSync(join(project.folder, 'node_modules', '.package-lock.json'), lock);
    expect(project.run().code).toBe(3);
    expect(project.countInstalls()).toBe(1);
  });

  it('names the wanted and the present version on an old Node, and touches nothing', () => {
    const project = createProject();
    for (const version of ['18.20.8', '20.19.5', '12.22.12']) {
      const pretend = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'${version}'})`;
      const ended = project.run({}, ['--import', pretend]);
      expect(ended.code).toBe(1);
      expect(ended.output).toContain(`需要 Node.js 20.20 或更新版本，现在是 ${version}`);
      expect(ended.output).toContain(`Node.js 20.20 or newer is needed, this is ${version}`);
    }
    expect(project.countInstalls()).toBe(0);
  });

  it('uses no syntax that an old Node cannot parse', () => {
    const text = readFileSync(join(ROOT, 'scripts', 'bootstrap.mjs'), 'utf8');
    const code = text.replace(/^\s*\/\/.*$/gm, '');
    expect(code).not.toMatch(/\?\.[a-z[(]|\?\?|node:|#\w+\s*[;=(]|^await /m);
  });

  it.skipIf(process.platform === 'win32')('passes signals on to the script and ends the way it ended', async () => {
    const project = createProject();
    project.run();
    writeFileSync(
      join(project.folder, 'job.mjs'),
      `process.on('SIGTERM', () => { console.log('told to stop'); process.exit(5); }); setInterval(() => {}, 1000); console.log('up');`,
    );
    const child = spawn(process.execPath, [join(project.folder, 'scripts', 'bootstrap.mjs'), 'job.mjs']);
    let output = '';
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      if (chunk.includes('up')) child.kill('SIGTERM');
    });
    expect(await ended).toBe(5);
    expect(output).toContain('told to stop');
  });
});
