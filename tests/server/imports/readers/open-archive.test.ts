import { existsSync, readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ImportFileError } from '#server/imports/readers/import-file-error.ts';
import { type Archive, openArchive } from '#server/imports/readers/open-archive.ts';
import { type CraftedEntry, craftZip } from '#tests/support/crafted-zip.ts';
import { USUAL_LIMITS } from '#tests/support/usual-limits.ts';

const MEGABYTE = 1024 * 1024;
const open = (bytes: Uint8Array): Archive => openArchive(Buffer.from(bytes), 'a.zip', USUAL_LIMITS);

/** Code and details of the refusal. */
function refusal(act: () => unknown): Readonly<Record<string, unknown>> {
  try {
    act();
  } catch (error) {
    if (error instanceof ImportFileError) return { code: error.code, ...error.details };
    throw error;
  }
  return { code: 'was read' };
}

const refuse = (...entries: readonly CraftedEntry[]) => refusal(() => open(craftZip(entries)));

describe('openArchive', () => {
  it('lists and unpacks entries of any depth, without folders and what a Macintosh adds', () => {
    const contents = new TextEncoder().encode('roads');
    const { entries } = open(
      zipSync({
        'a/roads.shp': contents,
        'a/': new Uint8Array(),
        '__MACOSX/a/._roads.shp': contents,
        'a/.DS_Store': contents,
      }),
    );
    expect(entries.map(({ path, byteCount, read }) => [path, byteCount, read().toString()])).toEqual([
      ['a/roads.shp', 5, 'roads'],
    ]);
  });

  it('decodes names in GBK where they are not UTF-8', () => {
    const bytes = Buffer.from(zipSync({ ABCD: new Uint8Array([1]) }));
    const gbk = Buffer.from([0xb5, 0xc0, 0xc2, 0xb7]);
    for (let at = bytes.indexOf('ABCD'); at !== -1; at = bytes.indexOf('ABCD')) gbk.copy(bytes, at);
    expect(open(bytes).entries.map(({ path }) => path)).toEqual(['\u9053\u8def']);
  });

  it('refuses paths that lead outside, absolute ones and those with control characters', () => {
    for (const path of ['../evil.shp', 'a/../../evil.shp', '/evil.shp', '..\\evil.shp', 'C:\\evil.shp', 'a\0.shp'])
      expect(refuse({ path }), path).toMatchObject({ code: 'import_archive_path' });
  });

  it('refuses symbolic links, names that stand twice, and encrypted entries', () => {
    expect(refuse({ path: 'link.shp', mode: 0o120777 })).toMatchObject({
      code: 'import_archive_link',
      entry: 'link.shp',
    });
    expect(refuse({ path: 'a.shp' }, { path: 'a.shp' })).toMatchObject({
      code: 'import_archive_duplicate',
      entry: 'a.shp',
    });
    expect(refuse({ path: 'a.shp', flags: 1 })).toMatchObject({ code: 'import_file_encrypted' });
  });

  it('refuses an archive that states a gigabyte without unpacking it', () => {
    expect(refuse({ path: 'a.shp', statedBytes: 1024 * MEGABYTE })).toMatchObject({
      code: 'import_archive_too_large',
      got: 1024,
      limit: 400,
    });
  });

  it('refuses many entries that only together are too large', () => {
    const half = new Uint8Array(6 * MEGABYTE);
    const entries = Array.from({ length: 80 }, (_, index) => ({
      path: `${index}.shp`,
      contents: half.subarray(0, 100),
      statedBytes: half.length,
    }));
    expect(refuse(...entries)).toMatchObject({ code: 'import_archive_too_large' });
  });

  it('refuses an implausible ratio: 100 MB of the same byte', () => {
    expect(refuse({ path: 'a.shp', contents: new Uint8Array(100), statedBytes: 100 * MEGABYTE })).toMatchObject({
      code: 'import_archive_too_large',
      got: 100,
    });
  });

  it('stops unpacking where an entry goes beyond what the directory states', () => {
    const bomb = craftZip([{ path: 'a.shp', contents: new Uint8Array(64 * MEGABYTE), statedBytes: MEGABYTE }]);
    const before = process.memoryUsage().arrayBuffers;
    expect(refusal(() => open(bomb).entries[0]?.read())).toMatchObject({ code: 'import_file_damaged', where: 'a.shp' });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * MEGABYTE);
  });

  it('refuses 100,000 entries by the count alone, and counts that lie', () => {
    const many = Array.from({ length: 100_000 }, (_, index) => ({ path: `${index}` }));
    expect(refusal(() => open(craftZip(many)))).toMatchObject({ code: 'import_archive_entries', limit: 2000 });
    expect(refusal(() => open(craftZip(many.slice(0, 3), 1)))).toMatchObject({ code: 'import_file_damaged' });
    expect(refusal(() => open(craftZip(many.slice(0, 1), 3)))).toMatchObject({ code: 'import_file_damaged' });
  });

  it('refuses archives that end early, wherever they end', () => {
    const whole = Buffer.from(zipSync({ 'a.shp': new Uint8Array(2000).map((_, index) => (index * 7919) % 251) }));
    for (const length of [10, 60, whole.length / 2, whole.length - 30, whole.length - 1].map(Math.floor))
      expect(
        refusal(() => open(whole.subarray(0, length))),
        `${length}`,
      ).toMatchObject({ code: 'import_file_cut' });
  });
});

const SLIP = '../shared/data/sec-zip-slip';
describe.skipIf(!existsSync(SLIP))(`openArchive on hostile archives of others (skipped without ${SLIP})`, () => {
  it('refuses every one of them', () => {
    for (const name of ['zip-slip.zip', 'zip-slip-win.zip', 'names.zip'])
      expect(
        refusal(() => open(readFileSync(`${SLIP}/${name}`))),
        name,
      ).toMatchObject({ code: 'import_archive_path' });
  });
});
