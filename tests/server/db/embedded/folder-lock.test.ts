import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lockFolder } from '#server/db/embedded/folder-lock.ts';

async function makeFolder(...parts: string[]): Promise<string> {
  const top = await mkdtemp(join(tmpdir(), 'guatu-lock-'));
  onTestFinished(() => rm(top, { recursive: true, force: true }));
  const folder = join(top, ...parts);
  await mkdir(folder, { recursive: true });
  return folder;
}

/** Another process that locks `folder` and says so. */
async function startOwner(folder: string): Promise<ChildProcess> {
  const file = new URL('../../../../server/db/embedded/folder-lock.ts', import.meta.url).href;
  const code = [
    `import { lockFolder } from ${JSON.stringify(file)};`,
    `await lockFolder(${JSON.stringify(folder)});`,
    "console.log('locked');",
    'setInterval(() => undefined, 1000);',
  ].join('\n');
  const owner = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code]);
  onTestFinished(() => void owner.kill('SIGKILL'));
  await new Promise<void>((resolve, reject) => {
    owner.stdout.once('data', () => resolve());
    owner.once('exit', () => reject(new Error('Got no lock in the other process, expected one')));
  });
  return owner;
}

describe('lockFolder', () => {
  it('refuses a second owner with process id and time of the first', async () => {
    const folder = await makeFolder();
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toMatchObject({
      code: 'folder_locked',
      details: { folder, pid: process.pid, since: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) },
    });
    await lock.release();
  });

  it('can be taken again after it was released', async () => {
    const folder = await makeFolder();
    await (await lockFolder(folder)).release();
    await (await lockFolder(folder)).release();
  });

  it('sees through another path to the same folder', async () => {
    const folder = await makeFolder();
    const link = `${folder}-link`;
    await symlink(folder, link);
    onTestFinished(() => rm(link));
    const lock = await lockFolder(folder);
    await expect(lockFolder(link)).rejects.toMatchObject({ code: 'folder_locked' });
    await lock.release();
  });

  it('holds in a folder whose path is longer than a socket address may be', async () => {
    const folder = await makeFolder('地图'.repeat(20), 'x'.repeat(60));
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'folder_locked' });
    await lock.release();
    await (await lockFolder(folder)).release();
  });

  it('refuses while another process owns the folder and takes over after it was killed', async () => {
    const folder = await makeFolder();
    const owner = await startOwner(folder);
    await expect(lockFolder(folder)).rejects.toMatchObject({ details: { pid: owner.pid } });
    const ended = new Promise((resolve) => owner.once('exit', resolve));
    owner.kill('SIGKILL');
    await ended;
    await (await lockFolder(folder)).release();
  });

  it('gives the folder of a killed owner to one of several who ask at once', async () => {
    const folder = await makeFolder();
    const owner = await startOwner(folder);
    const ended = new Promise((resolve) => owner.once('exit', resolve));
    owner.kill('SIGKILL');
    await ended;
    const asked = await Promise.allSettled(Array.from({ length: 5 }, () => lockFolder(folder)));
    const owners = asked.filter((answer) => answer.status === 'fulfilled');
    expect(owners.length).toBeLessThanOrEqual(1);
    for (const { value } of owners) await value.release();
  });
});
