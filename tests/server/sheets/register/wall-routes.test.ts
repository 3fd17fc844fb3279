import { expect, it } from 'vitest';
import { problemSchema } from '#core/api/common.ts';
import { hangingListSchema, printSchema, wallDetailSchema, wallListSchema } from '#core/api/sheet-register.ts';
import type { Database } from '#server/db/database.ts';
import { describeOnBothEngines } from '#tests/support/databases.ts';
import { createRegisterApp } from '#tests/support/register-app.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

const COUNTY = '529902';
const WALLS = `/api/counties/${COUNTY}/walls`;

async function createWallApp(db: Database) {
  const world = await createRegisterApp(db);
  const { ask } = world;
  const wall = async (body: object = {}) =>
    wallDetailSchema.parse(
      (await ask('POST', WALLS, { name: '指挥部东墙', kind: 'headquarters', area: COUNTY, ...body })).json(),
    );
  const print = async (body: object = {}) =>
    printSchema.parse((await ask('POST', `/api/areas/${COUNTY}/prints`, { map: 'targets', ...body })).json()).id;
  const refusal = async (...asked: Parameters<typeof ask>) => {
    const answer = await ask(...asked);
    return [answer.status, problemSchema.parse(answer.json()).code];
  };
  return { ...world, wall, print, refusal };
}

const PUBLIC = { edition: 'public', options: { approval: { number: '黔S(2026)001号', date: '2026-11-01' } } };

describeOnBothEngines('createWallRoutes', (open) => {
  it('hangs a print, tells where it hangs, takes it down and keeps the history', async () => {
    const { ask, wall, print } = await createWallApp(await open());
    const { id: wallId, kindName } = await wall();
    expect(kindName).toBe('Headquarters');
    const id = await print();
    const hung = wallDetailSchema.parse((await ask('POST', `${WALLS}/${wallId}/hangings`, { print: id })).json());
    expect(hung).toMatchObject({ hanging: 1, outdated: 0, history: [] });
    expect(hung.sheets[0]).toMatchObject({
      hungOn: '2026-11-23',
      hungBy: 'local',
      print: { id },
      state: { state: 'current' },
    });
    const where = printSchema.parse((await ask('GET', `/api/prints/${id}`)).json()).hangsAt;
    expect(where).toEqual([
      { hanging: hung.sheets[0]?.id, wall: wallId, wallName: '指挥部东墙', hungOn: '2026-11-23' },
    ]);
    const down = `${WALLS}/${wallId}/hangings/${hung.sheets[0]?.id}/take-down`;
    const after = wallDetailSchema.parse((await ask('POST', down, {})).json());
    expect(after).toMatchObject({
      hanging: 0,
      sheets: [],
      history: [{ takenDownOn: '2026-11-23', takenDownBy: 'local', state: null }],
    });
  });

  it('lets only public editions with an approval number hang on a public board, and no wall with others become one', async () => {
    const { ask, wall, print, refusal } = await createWallApp(await open());
    const [board, room] = [await wall({ kind: 'public_board', name: '公示栏' }), await wall()];
    const [internal, review, shown] = [await print(), await print({ edition: 'review' }), await print(PUBLIC)];
    const hangOn = (id: string) => `${WALLS}/${id}/hangings`;
    expect(await refusal('POST', hangOn(board.id), { print: internal })).toEqual([409, 'public_board_only']);
    expect(await refusal('POST', hangOn(board.id), { print: review })).toEqual([409, 'public_board_only']);
    expect((await ask('POST', hangOn(board.id), { print: shown })).status).toBe(201);
    await ask('POST', hangOn(room.id), { print: internal });
    expect(await refusal('PATCH', `${WALLS}/${room.id}`, { kind: 'public_board', ifVersion: 1 })).toEqual([
      409,
      'board_has_internal',
    ]);
    expect((await ask('GET', `${WALLS}/${room.id}`)).json()).toMatchObject({ kind: 'headquarters', version: 1 });
  });

  it('refuses what is not there, twice, elsewhere, at an impossible day, or upon another version, and writes nothing', async () => {
    const { ask, wall, print, refusal } = await createWallApp(await open());
    const { id: wallId } = await wall();
    const id = await print();
    const hangings = `${WALLS}/${wallId}/hangings`;
    expect(await refusal('POST', WALLS, { name: 'X', kind: 'town_room', area: '529901001' })).toEqual([
      400,
      'wall_outside_county',
    ]);
    expect(await refusal('GET', `${WALLS}/NOBODY`)).toEqual([404, 'unknown_wall']);
    expect(await refusal('POST', hangings, { print: `${COUNTY}-ZZZZZZZZ` })).toEqual([404, 'unknown_print']);
    expect(await refusal('POST', hangings, { print: id, hungOn: '2026-11-22' })).toEqual([400, 'hung_on_range']);
    expect(await refusal('POST', hangings, { print: id, hungOn: '2026-11-24' })).toEqual([400, 'hung_on_range']);
    const hung = wallDetailSchema.parse((await ask('POST', hangings, { print: id })).json()).sheets[0]?.id ?? '';
    expect(await refusal('POST', hangings, { print: id })).toEqual([409, 'already_hanging']);
    expect(await refusal('DELETE', `${WALLS}/${wallId}?ifVersion=1`)).toEqual([409, 'wall_in_use']);
    expect(await refusal('POST', `${hangings}/NOTHING/take-down`, {})).toEqual([404, 'unknown_hanging']);
    expect(await refusal('POST', `${hangings}/${hung}/take-down`, { takenDownOn: '2026-11-20' })).toEqual([
      400,
      'taken_down_range',
    ]);
    expect((await ask('POST', `${hangings}/${hung}/take-down`, {})).status).toBe(200);
    expect(await refusal('POST', `${hangings}/${hung}/take-down`, {})).toEqual([409, 'taken_down_already']);
    expect((await ask('PATCH', `${WALLS}/${wallId}`, { note: '二楼', ifVersion: 1 })).status).toBe(200);
    expect(await refusal('PATCH', `${WALLS}/${wallId}`, { note: '三楼', ifVersion: 1 })).toEqual([409, 'wall_changed']);
    expect(await refusal('DELETE', `${WALLS}/${wallId}?ifVersion=1`)).toEqual([409, 'wall_changed']);
    expect(wallListSchema.parse((await ask('DELETE', `${WALLS}/${wallId}?ifVersion=2`)).json()).items).toEqual([]);
    expect(await refusal('GET', `${WALLS}/${wallId}`)).toEqual([404, 'unknown_wall']);
  });

  it('lists what hangs with what is out of date first', async () => {
    const { ask, wall, print, counties } = await createWallApp(await open());
    const { id: wallId } = await wall();
    const old = await print();
    await ask('POST', `${WALLS}/${wallId}/hangings`, { print: old });
    const rows = createTinyCountyRows();
    const hazards = rows.hazards.map((hazard, i) => (i === 0 ? { ...hazard, name: '改名隐患点' } : hazard));
    await counties.writeCounty({ ...rows, hazards }, { account: 'local' });
    const fresh = await print();
    await ask('POST', `${WALLS}/${wallId}/hangings`, { print: fresh });
    const list = hangingListSchema.parse((await ask('GET', `/api/counties/${COUNTY}/hangings`)).json());
    expect(list.outdated).toBe(1);
    expect(list.items.map((one) => [one.print.id, one.state?.state, one.wall.id])).toEqual([
      [old, 'outdated', wallId],
      [fresh, 'current', wallId],
    ]);
    expect(list.items[0]?.state?.changes.map(({ kind, count }) => [kind, count])).toEqual([['hazards_changed', 1]]);
    const walls = wallListSchema.parse((await ask('GET', WALLS)).json()).items;
    expect(walls).toMatchObject([{ hanging: 2, outdated: 1 }]);
  });
});
