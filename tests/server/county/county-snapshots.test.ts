import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createCountySnapshots } from '#server/county/county-snapshots.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const folders: string[] = [];

async function createFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'guatu-snapshots-'));
  folders.push(folder);
  return join(folder, 'cache');
}

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

const createKey = (revision = 1, recordedAt = new Date('2026-11-22T08:00:00Z')) => ({
  countyCode: '529902',
  revision,
  recordedAt,
});

describe('createCountySnapshots', () => {
  it('gives back the county that was kept, column by column', async () => {
    const snapshots = createCountySnapshots(await createFolder(), 'a');
    const county = createTinyCounty();
    await snapshots.keep(createKey(), county);
    expect(await snapshots.find(createKey())).toEqual(county);
  });

  it('knows nothing of another revision, another recording or another program', async () => {
    const folder = await createFolder();
    await createCountySnapshots(folder, 'a').keep(createKey(), createTinyCounty());
    const same = createCountySnapshots(folder, 'a');
    expect(await same.find(createKey(2))).toBeUndefined();
    expect(await same.find(createKey(1, new Date('2026-11-22T08:00:01Z')))).toBeUndefined();
    expect(await createCountySnapshots(folder, 'b').find(createKey())).toBeUndefined();
  });

  it('gives what was read in advance, once', async () => {
    const folder = await createFolder();
    await createCountySnapshots(folder, 'a').keep(createKey(), createTinyCounty());
    const snapshots = createCountySnapshots(folder, 'a');
    await snapshots.preload();
    await rm(folder, { recursive: true });
    expect(await snapshots.find(createKey())).toEqual(createTinyCounty());
    expect(await snapshots.find(createKey())).toBeUndefined();
  });

  it('has nothing to read in advance in a folder that does not exist', async () => {
    const snapshots = createCountySnapshots(await createFolder(), 'a');
    await snapshots.preload();
    expect(await snapshots.find(createKey())).toBeUndefined();
  });

  it('passes over a damaged file', async () => {
    const folder = await createFolder();
    const snapshots = createCountySnapshots(folder, 'a');
    await snapshots.keep(createKey(), createTinyCounty());
    const [name = ''] = await readdir(folder);
    const kept = await readFile(join(folder, name));
    kept[kept.length - 5] = (kept.at(-5) ?? 0) ^ 1;
    await writeFile(join(folder, name), kept);
    expect(await snapshots.find(createKey())).toBeUndefined();
  });

  it('keeps one state of a county and leaves other counties alone', async () => {
    const folder = await createFolder();
    const snapshots = createCountySnapshots(folder, 'a');
    await snapshots.keep({ ...createKey(), countyCode: '529901' }, createTinyCounty());
    await snapshots.keep(createKey(1), createTinyCounty());
    await snapshots.keep(createKey(2), createTinyCounty());
    expect(await readdir(folder)).toHaveLength(2);
    expect(await snapshots.find(createKey(1))).toBeUndefined();
  });
});
