import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DEADLINE_LIMITS } from '#server/db/deadlines.ts';
import { createEngineFault } from '#server/db/embedded/engine-process.ts';
import { type EmbeddedDatabase, openEmbeddedDatabase } from '#server/db/embedded/open-embedded-database.ts';
import { createTestPlace } from '#tests/support/databases.ts';
import { TOWN_MIGRATIONS } from '#tests/support/towns.ts';

/** A disk so small that it becomes full. Only root on Linux may make one; elsewhere the operating system's words are put in the engine's mouth. */
interface SmallDisk {
  readonly folder: string;
  readonly isReal: boolean;
  grow(): void;
}

async function createSmallDisk(megabytes: number): Promise<SmallDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'guatu-disk-'));
  const isReal = process.platform === 'linux' && process.getuid?.() === 0;
  const mount = (options: string): unknown =>
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  if (isReal) mount(`size=${megabytes}m`);
  onTestFinished(async () => {
    if (isReal) execFileSync('/bin/umount', ['-l', folder]);
    await rm(folder, { recursive: true, force: true });
  });
  return { folder, isReal, grow: () => void (isReal && mount('remount,size=512m')) };
}

const open = (dataFolder: string): Promise<EmbeddedDatabase> =>
  openEmbeddedDatabase({ dataFolder, limits: DEADLINE_LIMITS });

/** Writes half a megabyte a transaction until one is refused; gives the number acknowledged and the refusal. */
async function writeUntilRefused(database: EmbeddedDatabase, disk: SmallDisk): Promise<[number, unknown]> {
  for (let id = 0; id < 1_000; id += 1) {
    const write = database.write(async (trx) => {
      await trx.raw("INSERT INTO filler SELECT ?, string_agg(md5(random()::text), '') FROM generate_series(1, 16000)", [
        id,
      ]);
      if (!disk.isReal && id === 3) await database.embedded.discard(createEngineFault('No space left on device'));
    });
    const refusal = await write.then(
      () => undefined,
      (error: unknown) => error,
    );
    if (refusal !== undefined) return [id, refusal];
  }
  throw new Error('Got 1,000 writes on a full disk, expected a refusal');
}

describe('the embedded database on a full disk', () => {
  it('says so, keeps what was acknowledged, and goes on when there is room again', async () => {
    const place = await createTestPlace('embedded', { migrationsFolder: TOWN_MIGRATIONS });
    onTestFinished(() => place.remove());
    const disk = await createSmallDisk(110);
    await cp(place.options.dataFolder, disk.folder, { recursive: true });
    const database = await open(disk.folder);
    await database.write((trx) => trx.raw('CREATE TABLE filler (id INT PRIMARY KEY, text TEXT)'));
    const [acknowledged, refusal] = await writeUntilRefused(database, disk);
    expect(acknowledged).toBeGreaterThan(0);
    expect(refusal).toMatchObject({ code: 'disk_full', details: { reason: expect.stringContaining('space') } });
    disk.grow();
    const count = await database.read((trx) => trx('filler').count<{ count: number }[]>('* as count'), 'job');
    expect(count).toEqual([{ count: acknowledged }]);
    await database.close();
  }, 240_000);

  it('is not begun', async () => {
    const disk = await createSmallDisk(20);
    if (!disk.isReal) {
      expect(createEngineFault('No space left on device')).toMatchObject({ code: 'disk_full' });
      return;
    }
    await expect(open(disk.folder)).rejects.toMatchObject({ code: 'disk_full' });
    // What is left has the name of a folder in the making, which the next start removes.
    expect(await readdir(disk.folder)).not.toContain('database');
  }, 120_000);
});
