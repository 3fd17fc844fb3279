import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '#server/db/open-database.ts';
import { createTestPlace } from '#tests/support/databases.ts';
import { importLine, startSideProcess } from '#tests/support/processes.ts';
import { TOWN_MIGRATIONS } from '#tests/support/towns.ts';

/** Code that opens the database of `dataFolder`, in another process. */
function openingCode(dataFolder: string): string[] {
  const options = JSON.stringify({ dataFolder, migrationsFolder: TOWN_MIGRATIONS });
  return [
    importLine('openDatabase', 'server/db/open-database.ts'),
    "console.log('opening');",
    `const database = await openDatabase(${options});`,
    "console.log('open');",
  ];
}

/** About the time until the engine makes its tables on a quiet machine; the bench kills starts at many moments. */
const TABLES_MILLISECONDS = 2_500;

const later = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('the embedded database of a killed process', () => {
  it('opens again when its first start was killed', async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'guatu-kill-'));
    onTestFinished(() => rm(dataFolder, { recursive: true, force: true }));
    const start = startSideProcess(openingCode(dataFolder).join('\n'));
    await start.nextLine();
    await later(TABLES_MILLISECONDS);
    await start.kill();
    const database = await openDatabase({ dataFolder, migrationsFolder: TOWN_MIGRATIONS });
    await database.migrate();
    expect(await database.read((trx) => trx('town').select('code'))).toEqual([]);
    await database.close();
    expect((await readdir(dataFolder)).filter((name) => name.includes('making'))).toEqual([]);
  }, 240_000);

  it('is refused to a second process while the first lives; then has every row that was acknowledged, and no half transaction', async () => {
    const place = await createTestPlace('embedded', { migrationsFolder: TOWN_MIGRATIONS });
    const writer = startSideProcess(
      [
        ...openingCode(place.options.dataFolder),
        "await database.write((trx) => trx.raw('CREATE TABLE pair (id INT PRIMARY KEY, half INT)'));",
        'for (let id = 0; ; id += 2) {',
        '  await database.write(async (trx) => {',
        "    await trx('pair').insert({ id, half: 1 });",
        "    await trx('pair').insert({ id: id + 1, half: 2 });",
        '  });',
        "  console.log('row ' + (id + 1));",
        '}',
      ].join('\n'),
    );
    let last = '';
    while (last !== 'row 199') last = await writer.nextLine();
    await expect(openDatabase(place.options)).rejects.toMatchObject({
      code: 'folder_locked',
      details: { pid: writer.pid },
    });
    await writer.kill();
    const database = await openDatabase(place.options);
    const ids = await database.read((trx) => trx('pair').orderBy('id').pluck<number[]>('id'));
    expect(ids.length).toBeGreaterThanOrEqual(200);
    expect(ids.length % 2).toBe(0);
    await database.close();
    await place.remove();
  }, 120_000);
});
