import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findLiveServer, removeLiveServer, writeLiveServer } from '#server/cli/live-server.ts';
import { isLive } from '#server/cli/send-command.ts';

function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guatu-live-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

const LIVE = { url: 'http://127.0.0.1:8470/', token: 'c'.repeat(64), instance: 'one' };

describe('writeLiveServer', () => {
  it('keeps the token readable by the owner only, also over an older file', () => {
    const folder = createFolder();
    writeFileSync(join(folder, 'server.json'), '{}', { mode: 0o644 });
    writeLiveServer(folder, LIVE);
    expect(findLiveServer(folder)).toEqual(LIVE);
    if (process.platform !== 'win32') expect(statSync(join(folder, 'server.json')).mode & 0o777).toBe(0o600);
  });
});

describe('findLiveServer', () => {
  it('finds nothing where there is no file, or half of one', () => {
    const folder = createFolder();
    expect(findLiveServer(folder)).toBeUndefined();
    writeFileSync(join(folder, 'server.json'), '{"url":"http://127.0.0.1:84');
    expect(findLiveServer(folder)).toBeUndefined();
    writeLiveServer(folder, LIVE);
    removeLiveServer(folder);
    expect(findLiveServer(folder)).toBeUndefined();
  });
});

describe('isLive', () => {
  it('tells the server of the file from another program at its port and from none', async () => {
    const server = createServer((_request, response) => response.end('{"name":"guatu","instance":"one"}'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    expect(await isLive({ ...LIVE, url })).toBe(true);
    expect(await isLive({ ...LIVE, url, instance: 'two' })).toBe(false);
    await new Promise((resolve) => server.close(resolve));
    expect(await isLive({ ...LIVE, url })).toBe(false);
  });
});
