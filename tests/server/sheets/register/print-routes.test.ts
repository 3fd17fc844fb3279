import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { problemSchema } from '#core/api/common.ts';
import { type PrintAnswer, printDetailSchema, printListSchema, printSchema } from '#core/api/sheet-register.ts';
import { InvalidInputError } from '#core/errors.ts';
import { describeOnBothEngines } from '#tests/support/databases.ts';
import { createRegisterApp } from '#tests/support/register-app.ts';
import { WEST_TOWN } from '#tests/support/tiny/areas.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

const COUNTY = '529902';
const PRINTS = `/api/areas/${COUNTY}/prints`;
const LIST = `/api/counties/${COUNTY}/prints`;
const APPROVAL = { number: '黔S(2026)001号', date: '2026-11-01' };

describeOnBothEngines('createPrintRoutes', (open) => {
  it('remembers a print under an id that stands in the code of the sheet, with the checksum of its file', async () => {
    const { ask } = await createRegisterApp(await open());
    const made = await ask('POST', PRINTS, { map: 'progress', paper: 'A0', batch: 'b1' }, { host: 'guatu.local:8080' });
    expect(made.status).toBe(201);
    const print = printSchema.parse(made.json());
    expect(print).toMatchObject({
      county: COUNTY,
      area: COUNTY,
      map: 'progress',
      edition: 'internal',
      format: 'pdf',
      paper: 'A0',
      title: `${COUNTY} progress`,
      revision: 1,
      dataDate: '2026-11-22',
      asOf: '2026-11-22',
      productVersion: '0.4.0',
      batch: 'b1',
      printedBy: 'local',
      liveUrl: `/w/${print.id}`,
      hangsAt: [],
    });
    const file = await ask('GET', `/api/prints/${print.id}/file`);
    expect(file.text).toContain(`http://guatu.local:8080/w/${print.id}`);
    expect(createHash('sha256').update(file.bytes).digest('hex')).toBe(print.sha256);
    expect(file.bytes.length).toBe(print.byteCount);
  });

  it('makes the same file again from spec and revision when it is no longer at hand', async () => {
    const { ask } = await createRegisterApp(await open());
    const [first, second] = [
      await ask('POST', PRINTS, { map: 'progress' }),
      await ask('POST', PRINTS, { map: 'targets' }),
    ];
    const { id, sha256 } = printSchema.parse(first.json());
    expect(second.status).toBe(201);
    const file = await ask('GET', `/api/prints/${id}/file`);
    expect(createHash('sha256').update(file.bytes).digest('hex')).toBe(sha256);
  });

  it('leads a scanned code to the map with the print, and one of a public edition nowhere', async () => {
    const { ask } = await createRegisterApp(await open());
    const { id } = printSchema.parse((await ask('POST', PRINTS, { map: 'targets' })).json());
    const scanned = await ask('GET', `/w/${id}`);
    expect([scanned.status, scanned.headers.location]).toEqual([302, `/${COUNTY}/targets?print=${id}`]);
    const asked = { map: 'targets', edition: 'public', options: { approval: APPROVAL } };
    const shown = printSchema.parse((await ask('POST', PRINTS, asked)).json());
    expect([shown.liveUrl, shown.approvalNumber]).toEqual([null, APPROVAL.number]);
    const { spec } = printDetailSchema.parse((await ask('GET', `/api/prints/${shown.id}`)).json());
    expect(spec.liveUrl).toBeNull();
    for (const path of [`/w/${shown.id}`, `/w/${COUNTY}-ZZZZZZZZ`, '/w/529999-ZZZZZZZZ']) {
      const answer = await ask('GET', path);
      expect([answer.status, problemSchema.parse(answer.json()).code]).toEqual([404, 'unknown_print']);
    }
  });

  it('tells that a sheet is current, and after other data came what changed since when', async () => {
    const { ask, counties } = await createRegisterApp(await open());
    const { id } = printSchema.parse((await ask('POST', PRINTS, { map: 'targets' })).json());
    const read = async () => printDetailSchema.parse((await ask('GET', `/api/prints/${id}`)).json()).state;
    expect(await read()).toEqual({
      state: 'current',
      since: null,
      revision: 1,
      dataDate: '2026-11-22',
      text: 'This sheet shows what the newest data say (data date 22 November 2026, data revision 1).',
      changes: [],
    });
    const rows = createTinyCountyRows();
    const areas = rows.areas.map((area) =>
      area.level === 'village' && area.events.length === 0
        ? { ...area, events: [{ kind: 'exit' as const, on: '2026-11-25' }] }
        : area,
    );
    await counties.writeCounty({ ...rows, dataDate: '2026-11-30', areas }, { account: 'local' });
    const state = await read();
    expect(state).toMatchObject({ state: 'outdated', revision: 2, dataDate: '2026-11-30' });
    expect(state.text).toContain(`out of date since`);
    const exits = state.changes.find(({ kind }) => kind === 'villages_exited');
    const count = areas.filter(({ events }) => events.some(({ on }) => on === '2026-11-25')).length;
    expect(exits).toMatchObject({ count, indicator: null });
    expect(exits?.names.length).toBe(count);
  });

  it('lists prints newest first, page by page, by area, map, edition, batch and day', async () => {
    const { ask, clock } = await createRegisterApp(await open());
    const ids: string[] = [];
    for (const [day, map, area] of [
      ['20', 'progress', COUNTY],
      ['21', 'targets', WEST_TOWN],
      ['22', 'progress', WEST_TOWN],
    ] as const) {
      clock.now = new Date(`2026-11-${day}T16:30:00Z`);
      ids.unshift(printSchema.parse((await ask('POST', `/api/areas/${area}/prints`, { map })).json()).id);
    }
    const list = async (query: string) => printListSchema.parse((await ask('GET', `${LIST}?${query}`)).json());
    const idsOf = async (query: string) => (await list(query)).items.map(({ id }: PrintAnswer) => id);
    expect(await idsOf('')).toEqual(ids);
    expect(await idsOf(`area=${WEST_TOWN}`)).toEqual(ids.slice(0, 2));
    expect(await idsOf('map=progress')).toEqual([ids[0], ids[2]]);
    expect(await idsOf('edition=public')).toEqual([]);
    // 16:30 in UTC is the next day in Shanghai
    expect(await idsOf('from=2026-11-22&to=2026-11-22')).toEqual([ids[1]]);
    const first = await list('limit=2');
    expect(first.items.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    const second = await list(`limit=2&cursor=${first.next ?? ''}`);
    expect([second.items.map(({ id }) => id), second.next]).toEqual([ids.slice(2), null]);
  });

  it('refuses a public edition without approval number and leaves nothing behind of a sheet that cannot be made', async () => {
    const { ask } = await createRegisterApp(await open(), {
      makeSheet: () => Promise.reject(new InvalidInputError('scale_does_not_fit', 'too small', {})),
    });
    const codeOf = async (body: object) => problemSchema.parse((await ask('POST', PRINTS, body)).json()).code;
    expect(await codeOf({ map: 'targets', edition: 'public' })).toBe('approval_missing');
    expect(await codeOf({ map: 'targets' })).toBe('scale_does_not_fit');
    expect(await codeOf({ map: 'targets', options: { plan: 'x y' } })).toBe('invalid_body');
    expect(await codeOf({ map: 'nothing' })).toBe('invalid_body');
    expect(printListSchema.parse((await ask('GET', LIST)).json()).items).toEqual([]);
  });
});
