import { expect, it } from 'vitest';
import { printSchema, wallDetailSchema } from '#core/api/sheet-register.ts';
import type { Database } from '#server/db/database.ts';
import { describeOnBothEngines } from '#tests/support/databases.ts';
import { createRegisterApp } from '#tests/support/register-app.ts';

const COUNTY = '529902';
const TABLES = ['sheet_template', 'sheet_print', 'wall', 'hanging'] as const;

const readTables = (db: Database) =>
  db.read(async (trx) => {
    const tables: [string, readonly unknown[]][] = [];
    for (const table of TABLES) tables.push([table, await trx(table).orderByRaw('2').select('*')]);
    return tables;
  });

describeOnBothEngines('createSheetRegister, backed up', (open) => {
  it('comes back from a backup with every template, print, wall and hanging as it was', async () => {
    const db = await open();
    const { ask } = await createRegisterApp(db);
    const spec = { map: 'targets', paper: 'A1', orientation: 'landscape', options: { notes: '贴在二楼' } };
    await ask('POST', `/api/counties/${COUNTY}/sheet-templates`, { name: '乡镇通用', level: 'town', spec });
    const body = { map: 'targets', format: 'png', dpi: 300 };
    const { id } = printSchema.parse((await ask('POST', `/api/areas/${COUNTY}/prints`, body)).json());
    const walls = `/api/counties/${COUNTY}/walls`;
    const wall = wallDetailSchema.parse(
      (await ask('POST', walls, { name: '东墙', kind: 'headquarters', area: COUNTY })).json(),
    );
    const hung = wallDetailSchema.parse((await ask('POST', `${walls}/${wall.id}/hangings`, { print: id })).json());
    const before = await readTables(db);
    expect(before.map(([table, rows]) => [table, rows.length])).toEqual(TABLES.map((table) => [table, 1]));
    const [file] = await db.backups.backUp('manual');
    await ask('POST', `${walls}/${wall.id}/hangings/${hung.sheets[0]?.id}/take-down`, {});
    await ask('PATCH', `${walls}/${wall.id}`, { note: '改', ifVersion: 1 });
    expect(await readTables(db)).not.toEqual(before);
    await db.backups.restore(file?.path ?? '', { replace: true });
    expect(await readTables(db)).toEqual(before);
    const again = await ask('GET', `${walls}/${wall.id}`);
    expect(wallDetailSchema.parse(again.json())).toMatchObject({ hanging: 1, note: '', version: 1 });
  }, 240_000);
});
