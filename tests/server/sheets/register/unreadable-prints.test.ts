import { expect, it } from 'vitest';
import { problemSchema } from '#core/api/common.ts';
import {
  hangingListSchema,
  printDetailSchema,
  printListSchema,
  printSchema,
  wallDetailSchema,
} from '#core/api/sheet-register.ts';
import { describeOnBothEngines } from '#tests/support/databases.ts';
import { createRegisterApp } from '#tests/support/register-app.ts';

const COUNTY = '529902';
const PRINTS = `/api/areas/${COUNTY}/prints`;
const WALLS = `/api/counties/${COUNTY}/walls`;

describeOnBothEngines('judgePrint', (open) => {
  it('marks the one sheet that this version cannot read, and tells of the others on its wall', async () => {
    const db = await open();
    const { ask } = await createRegisterApp(db);
    const print = async () => printSchema.parse((await ask('POST', PRINTS, { map: 'targets' })).json()).id;
    const [foreign, own] = [await print(), await print()];
    const asked = { name: '东墙', kind: 'headquarters', area: COUNTY };
    const { id: wall } = wallDetailSchema.parse((await ask('POST', WALLS, asked)).json());
    for (const id of [foreign, own]) await ask('POST', `${WALLS}/${wall}/hangings`, { print: id });
    await db.write((trx) =>
      trx('sheet_print')
        .where({ print_id: foreign })
        .update({ spec: JSON.stringify({ map: 'weather', from: 'another version' }), product_version: '9.0.0' }),
    );
    const { items, outdated } = hangingListSchema.parse((await ask('GET', `/api/counties/${COUNTY}/hangings`)).json());
    expect(outdated).toBe(0);
    expect(items.map((one) => [one.print.id, one.state?.state])).toEqual([
      [foreign, 'unknown'],
      [own, 'current'],
    ]);
    expect(items[0]?.state?.text).toContain('9.0.0');
    expect(wallDetailSchema.parse((await ask('GET', `${WALLS}/${wall}`)).json()).sheets).toHaveLength(2);
    const listed = printListSchema.parse((await ask('GET', `/api/counties/${COUNTY}/prints`)).json()).items;
    expect(listed.map(({ id }) => id).sort()).toEqual([foreign, own].sort());
    for (const path of [`/api/prints/${foreign}`, `/api/prints/${foreign}/file`])
      expect(problemSchema.parse((await ask('GET', path)).json()).code).toBe('print_unreadable');
  });

  it('says of a sheet under a plan that is gone that it cannot be compared', async () => {
    const db = await open();
    const { ask } = await createRegisterApp(db);
    const { id } = printSchema.parse((await ask('POST', PRINTS, { map: 'targets' })).json());
    await db.write((trx) =>
      trx('sheet_print')
        .where({ print_id: id })
        .update({ spec: trx.raw(`jsonb_set(spec, '{options,plan}', '"GONE"')`) }),
    );
    const { state } = printDetailSchema.parse((await ask('GET', `/api/prints/${id}`)).json());
    expect([state.state, state.changes]).toEqual(['unknown', []]);
    expect(state.text).toContain('GONE');
  });

  it('makes a picture again as fine and of the same sheet as it was', async () => {
    const { ask } = await createRegisterApp(await open(), {
      makeSheet: async (spec, file) => ({
        title: 'x',
        bytes: new TextEncoder().encode(JSON.stringify({ spec, file })),
      }),
    });
    const body = { map: 'targets', format: 'tiff', page: 2, dpi: 300 };
    const print = printSchema.parse((await ask('POST', PRINTS, body)).json());
    expect(print).toMatchObject({ format: 'tiff', page: 2, dpi: 300 });
    await ask('POST', PRINTS, { map: 'progress' });
    const again = await ask('GET', `/api/prints/${print.id}/file`);
    expect(JSON.parse(again.text).file).toEqual({ format: 'tiff', page: 2, dotsPerInch: 300 });
    expect(again.headers['content-type']).toContain('image/tiff');
    const whole = printSchema.parse((await ask('POST', PRINTS, { map: 'targets', page: 3, dpi: 600 })).json());
    expect([whole.format, whole.page, whole.dpi]).toEqual(['pdf', null, null]);
    for (const wrong of [{ page: 0 }, { dpi: 71 }, { dpi: 601 }, { page: 1.5 }])
      expect((await ask('POST', PRINTS, { map: 'targets', format: 'png', ...wrong })).status).toBe(400);
  });
});
