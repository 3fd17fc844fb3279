import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '#core/api/common.ts';
import {
  differencePageSchema,
  findingPageSchema,
  importListSchema,
  importTemplateListSchema,
  importTemplateSchema,
  tableRowsSchema,
} from '#core/api/import-records.ts';
import { buildCounty } from '#core/county/build-county.ts';
import { readCountyRows } from '#server/county/county-text-store.ts';
import { loadCounty } from '#server/county/load-county.ts';
import { listCountiesOfImports } from '#server/imports/import-record-store.ts';
import { describeOnBothEngines } from '#tests/support/databases.ts';
import { createImportApp } from '#tests/support/import-app.ts';
import { request, type TestAnswer } from '#tests/support/request.ts';
import { sortRows } from '#tests/support/sort-rows.ts';

const COUNTY = '529902';
const HEADER = '户编码,自然村编码,人口,主要原因,姓名';
/** A household of the tiny county with other people, and a new one. */
const GOOD = [
  HEADER,
  '5299021012010010001,529902101201001,2,因灾,张三',
  '5299021012010010099,529902101201001,4,缺资金,李四',
].join('\n');
/** The same, and a row with a fault. */
const FAULTY = `${GOOD}\n5299021012010010098,529902101201001,很多,缺资金,王五`;
/** So many rows that neither reading nor checking ends before somebody can stop it. */
const LONG = [
  GOOD,
  ...Array.from(
    { length: 40_000 },
    (_, row) => `5299021012010011${String(row).padStart(3, '0')},529902101201001,3,因灾,王五`,
  ),
].join('\n');
const LEAVE_OUT = { rule: 'number_unreadable', file: 0, table: 0, row: 4, repair: { kind: 'leave_out' } } as const;

const problemOf = (answer: { readonly json: () => unknown }): Problem => answer.json() as Problem;

describeOnBothEngines('createImportDeskRoutes', (open, engine) => {
  it('reads, maps, checks, repairs, writes and takes back a ledger', async () => {
    const db = await open();
    const app = await createImportApp(db);
    expect(await db.read(listCountiesOfImports)).toEqual([]);
    const read = await app.upload({ name: '户台账.csv', bytes: FAULTY });
    expect(await db.read(listCountiesOfImports)).toEqual([COUNTY]);
    expect(read).toMatchObject({ state: 'read', errorText: null, summary: null, version: 2 });
    expect(read.mappings).toMatchObject([{ ledger: 'households', columns: { code: 0, people: 2 } }]);
    expect(read.files[0]?.tables[0]?.leftOut).toMatchObject([{ header: '姓名', kind: 'name', by: 'header' }]);
    expect(JSON.stringify(read)).not.toContain('张三');
    const checked = await app.check(read.id);
    expect(checked).toMatchObject({ state: 'checked', checkedRevision: 1 });
    expect(checked.summary).toMatchObject({ rowsRead: 3, rowsHeld: 1, canWrite: false });
    expect(checked.summary?.whyNot).toMatch(/^1 rows still have errors/);
    const early = await app.ask('POST', `/api/imports/${read.id}/write`, { body: { ifRevision: 1 } });
    expect([early.status, problemOf(early).code]).toEqual([409, 'import_rows_held']);
    const put = await app.ask('PUT', `/api/imports/${read.id}/repairs`, { body: { repairs: [LEAVE_OUT] } });
    expect(app.read(put)).toMatchObject({ state: 'read', repairs: [LEAVE_OUT] });
    const repaired = await app.check(read.id);
    expect(repaired.summary).toMatchObject({ rowsHeld: 0, rowsLeftOut: 1, canWrite: true, whyNot: null });
    expect(repaired.summary?.ledgers).toMatchObject([{ ledger: 'households', new: 1, changed: 1 }]);
    const written = app.read(await app.ask('POST', `/api/imports/${read.id}/write`, { body: { ifRevision: 1 } }));
    expect(written).toMatchObject({ state: 'written', writtenRevision: 2, undo: { isPossible: true, whyNot: null } });
    const list = importListSchema.parse((await app.ask('GET', `/api/imports?county=${COUNTY}&limit=1`)).json());
    expect(list).toMatchObject({ items: [{ id: read.id, state: 'written' }], next: null });
    const households = (await readCountyRows(db, { countyCode: COUNTY, revision: 2 })).households;
    expect(households.find(({ code }) => code === '5299021012010010001')?.people).toBe(2);
    expect(households.length).toBe(app.rows.households.length + 1);
    expect((await app.counties.getCounty(COUNTY)).households.count).toBe(households.length);
    const undone = app.read(await app.ask('POST', `/api/imports/${read.id}/undo`));
    expect(undone).toMatchObject({ state: 'undone', undoneRevision: 3, undo: { isPossible: false } });
    const rows = await readCountyRows(db, { countyCode: COUNTY, revision: 3 });
    expect(sortRows(rows)).toEqual(sortRows(app.rows));
    expect(await loadCounty(db, { countyCode: COUNTY, revision: 3 })).toEqual(buildCounty(app.rows, 3));
    expect([app.faults, await readdir(app.cacheFolder)]).toEqual([[], []]);
    await app.close();
  }, 60_000);

  it('keeps mappings as templates by name', async () => {
    const app = await createImportApp(await open());
    const address = `/api/import-templates?county=${COUNTY}`;
    const template = {
      name: '搬迁户台账',
      ledger: 'households',
      headers: { code: '户编码' },
      constants: {},
      position: { kind: 'none' },
      crs: null,
      mode: 'add',
    };
    const made = importTemplateSchema.parse((await app.ask('POST', address, { body: template })).json());
    const again = await app.ask('POST', address, { body: { ...template, mode: 'replace' } });
    expect(importTemplateSchema.parse(again.json())).toEqual({ ...made, mode: 'replace' });
    const list = importTemplateListSchema.parse((await app.ask('GET', address)).json());
    expect(list.items).toEqual([{ ...made, mode: 'replace' }]);
    expect((await app.ask('DELETE', `/api/import-templates/${made.id}?county=${COUNTY}`)).json()).toEqual({
      items: [],
    });
    expect((await app.ask('DELETE', `/api/import-templates/${made.id}?county=${COUNTY}`)).status).toBe(404);
    await app.close();
  });

  // what follows asks nothing more of the database than what is asked above
  if (engine === 'server') return;

  it('recognises a file that was written, and importing it again changes nothing', async () => {
    const app = await createImportApp(await open());
    const first = await app.upload({ name: 'a.csv', bytes: GOOD });
    await app.check(first.id);
    await app.ask('POST', `/api/imports/${first.id}/write`, { body: { ifRevision: 1 } });
    const again = await app.upload({ name: 'b.csv', bytes: GOOD });
    expect(again.files[0]?.sameAs).toBe(first.id);
    const checked = await app.check(again.id);
    expect(checked.summary).toMatchObject({ canWrite: false });
    const refused = await app.ask('POST', `/api/imports/${again.id}/write`, { body: { ifRevision: 2 } });
    expect(refused.status).toBe(409);
    expect((await app.counties.getCounty(COUNTY)).revision).toBe(2);
    const list = importListSchema.parse((await app.ask('GET', `/api/imports?county=${COUNTY}&limit=1`)).json());
    expect([list.items.map(({ id }) => id), list.next]).toEqual([[again.id], again.id]);
    const rest = importListSchema.parse(
      (await app.ask('GET', `/api/imports?county=${COUNTY}&after=${list.next}`)).json(),
    );
    expect(rest.items.map(({ id, state }) => [id, state])).toEqual([[first.id, 'written']]);
    const written = await app.ask('DELETE', `/api/imports/${first.id}`);
    expect([written.status, problemOf(written).code]).toEqual([409, 'import_written']);
    await app.close();
  }, 60_000);

  it('says in one sentence what stands against an upload, and keeps nothing', async () => {
    const app = await createImportApp(await open(), { settings: { maxMegabytes: 1, maxFiles: 2 } });
    const file = { name: 'a.csv', bytes: GOOD };
    const refusals = [
      await app.ask('POST', `/api/imports?county=${COUNTY}`, { body: {} }),
      await app.send([]),
      await app.send([{ name: 'a.csv', bytes: Buffer.alloc(2_000_000, 'a') }]),
      await app.send([file, file, file]),
      await app.send([file], '529999'),
      await app.send([file], '529902101'),
      await request(app.app, `/api/imports?county=${COUNTY}`, {
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
        body: '--x\r\nContent-Disposition: form-data; name="files"; filename="a.csv"\r\n\r\nhalf a fi',
      }),
    ];
    expect(refusals.map((answer) => [answer.status, problemOf(answer).code])).toEqual([
      [400, 'multipart_expected'],
      [400, 'upload_without_files'],
      [400, 'import_file_too_large'],
      [400, 'import_too_many_files'],
      [404, 'unknown_county'],
      [400, 'invalid_parameter'],
      [400, 'upload_broken'],
    ]);
    expect(await readdir(app.cacheFolder)).toEqual([]);
    const html = await app.upload({ name: '../../etc/a.shp', bytes: '<html><body>no</body></html>' });
    expect(html).toMatchObject({ state: 'failed', files: [] });
    expect(html.errorText).toContain('a.shp');
    expect(html.errorText).not.toContain('..');
    const check = await app.ask('POST', `/api/imports/${html.id}/check`);
    expect([check.status, problemOf(check).code]).toEqual([409, 'import_not_read']);
    expect((await app.ask('DELETE', `/api/imports/${html.id}`)).status).toBe(204);
    expect((await app.ask('GET', `/api/imports/${html.id}`)).status).toBe(404);
    expect([await readdir(app.cacheFolder), app.faults]).toEqual([[], []]);
    await app.close();
  }, 60_000);

  it('ends in a sentence when the thread dies, and goes on with the next', async () => {
    const app = await createImportApp(await open());
    /** Does something while the thread is ended as often as it starts. */
    const breaking = async (work: () => Promise<TestAnswer>): Promise<TestAnswer> => {
      const timer = setInterval(() => void app.desk.breakThread(), 1);
      const answer = await work();
      await app.desk.settle();
      clearInterval(timer);
      return answer;
    };
    const { id } = app.read(await breaking(() => app.send([{ name: 'a.csv', bytes: GOOD }])));
    expect(await app.get(id)).toMatchObject({ state: 'failed', progress: null });
    expect((await app.get(id)).errorText).toMatch(/^The thread that reads and checks ended/);
    const next = await app.upload({ name: 'a.csv', bytes: GOOD });
    await breaking(() => app.ask('POST', `/api/imports/${next.id}/check`));
    expect(await app.get(next.id)).toMatchObject({ state: 'failed' });
    // what was read is kept: a check may begin again, in a new thread
    expect(await app.check(next.id)).toMatchObject({ state: 'checked', errorText: null });
    expect(await readdir(app.cacheFolder)).toEqual([]);
    await app.close();
  }, 60_000);

  it('stops what is cancelled, and takes no more at a time than it may', async () => {
    const app = await createImportApp(await open(), { settings: { maxWaiting: 1 } });
    const { id } = app.read(await app.send([{ name: 'a.csv', bytes: LONG }]));
    const tooMany = await app.send([{ name: 'a.csv', bytes: GOOD }]);
    expect([tooMany.status, problemOf(tooMany).code]).toEqual([429, 'import_too_many_waiting']);
    const cancelled = app.read(await app.ask('DELETE', `/api/imports/${id}`));
    expect(cancelled).toMatchObject({ state: 'cancelled', errorText: null });
    const next = await app.upload({ name: 'a.csv', bytes: LONG });
    await app.ask('POST', `/api/imports/${next.id}/check`);
    const busy = await app.ask('PUT', `/api/imports/${next.id}/repairs`, { body: { repairs: [] } });
    expect([busy.status, problemOf(busy).code]).toEqual([409, 'import_busy']);
    expect(app.read(await app.ask('DELETE', `/api/imports/${next.id}`))).toMatchObject({
      state: 'read',
      summary: null,
    });
    await app.desk.settle();
    expect(await readdir(app.cacheFolder)).toEqual([]);
    await app.close();
  }, 60_000);

  it('refuses to write over another revision, and to take back what was changed again', async () => {
    const app = await createImportApp(await open());
    const first = await app.upload({ name: 'a.csv', bytes: GOOD });
    await app.check(first.id);
    const second = await app.upload({ name: 'b.csv', bytes: GOOD.replace(',4,', ',5,') });
    await app.check(second.id);
    const write = (id: string, ifRevision: number) =>
      app.ask('POST', `/api/imports/${id}/write`, { body: { ifRevision } });
    expect((await write(first.id, 1)).status).toBe(200);
    const late = await write(second.id, 1);
    expect([late.status, problemOf(late).code]).toEqual([409, 'import_other_revision']);
    expect((await app.get(second.id)).summary?.whyNot).toContain('revision 2');
    expect((await app.check(second.id)).summary?.canWrite).toBe(true);
    expect((await write(second.id, 1)).status).toBe(409);
    expect((await write(second.id, 2)).status).toBe(200);
    const known = await app.get(first.id);
    expect(known.undo.isPossible).toBe(false);
    expect(known.undo.whyNot).toContain('data revision 3');
    const undo = await app.ask('POST', `/api/imports/${first.id}/undo`);
    expect([undo.status, problemOf(undo).code]).toEqual([409, 'import_changed_since']);
    expect(problemOf(undo).detail).toContain('5299021012010010099');
    expect(app.read(await app.ask('POST', `/api/imports/${second.id}/undo`))).toMatchObject({ undoneRevision: 4 });
    // a change of settings in between is none of the same things
    await app.counties.changeSettings({ countyCode: COUNTY, account: 'local', change: { joinDistanceMeters: 150 } });
    await app.close();
  }, 60_000);

  it('is closed while other machines are served', async () => {
    const app = await createImportApp(await open(), { servesOnlySample: true });
    const answers = [
      await app.send([{ name: 'a.csv', bytes: GOOD }]),
      await app.ask('GET', `/api/imports?county=${COUNTY}`),
      await app.ask('GET', `/api/import-templates?county=${COUNTY}`),
    ];
    expect(answers.map((answer) => [answer.status, problemOf(answer).code])).toEqual(
      answers.map(() => [403, 'imports_closed']),
    );
    expect((await app.ask('GET', '/api/imports/limits')).json()).toEqual(app.limits);
    await app.close();
  });

  describe('over one county', () => {
    let db: Awaited<ReturnType<typeof open>>;
    let app: Awaited<ReturnType<typeof createImportApp>>;
    beforeAll(async () => {
      db = await open();
      app = await createImportApp(db);
    }, 60_000);
    afterAll(() => app.close());

    it('pages what was read, found and changed, and gives the report as a file', async () => {
      const { id, files } = await app.upload({ name: '户台账.csv', bytes: FAULTY });
      await app.check(id);
      const rows = tableRowsSchema.parse((await app.ask('GET', `/api/imports/${id}/tables/0/0?from=1&limit=1`)).json());
      expect(rows).toMatchObject({
        total: 3,
        next: '2',
        items: [{ row: 3, cells: ['5299021012010010099', expect.anything(), '4', '缺资金'] }],
      });
      const report = (query: string) => app.ask('GET', `/api/imports/${id}/report?${query}`);
      const found = findingPageSchema.parse((await report('rule=number_unreadable')).json());
      expect(found).toMatchObject({
        total: 1,
        next: null,
        items: [{ row: 4, fileName: '户台账.csv', got: '很多', fieldName: 'People' }],
      });
      const csv = await report('format=csv&lang=zh');
      expect([csv.headers['content-type'], csv.text.slice(0, 6)]).toEqual([
        'text/csv; charset=utf-8',
        '\uFEFF程度,规则',
      ]);
      expect(csv.text).toContain('很多');
      const { sheets } = await readXlsx((await report('format=xlsx&lang=en')).bytes);
      expect(sheets[0]?.rows[0]?.slice(0, 3)).toEqual(['Severity', 'Rule', 'File']);
      const changed = await app.ask('GET', `/api/imports/${id}/difference?kind=changed`);
      expect(differencePageSchema.parse(changed.json())).toMatchObject({
        total: 1,
        items: [{ code: '5299021012010010001', fields: [{ field: 'people', before: 3, after: 2 }] }],
      });
      const features = await app.ask('GET', `/api/imports/${id}/difference/features`);
      expect(features.json()).toMatchObject({ type: 'FeatureCollection', total: 2 });
      const kept = await app.ask('GET', `/api/imports/${id}/files/0`);
      expect(kept.text).toContain('5299021012010010001');
      expect(kept.text).not.toContain('张三');
      expect(createHash('sha256').update(kept.bytes).digest('hex')).toBe(files[0]?.keptSha256);
      expect(createHash('sha256').update(FAULTY).digest('hex')).toBe(files[0]?.sha256);
      expect((await app.ask('GET', `/api/imports/${id}/files/1`)).status).toBe(404);
      expect((await app.ask('GET', `/api/imports/${id}/tables/0/1`)).status).toBe(404);
    }, 60_000);

    it('leaves out where households live when a person says that a layer lists them', async () => {
      const layer = JSON.stringify({
        type: 'FeatureCollection',
        features: ['5299021012010010001', '5299021012010010099'].map((code, index) => ({
          type: 'Feature',
          properties: { a: code, b: 3, 经度: 107.51234, 纬度: 27.51234 },
          geometry: { type: 'Point', coordinates: [107.51234 + index / 1000, 27.51234] },
        })),
      });
      const { id, files, mappings } = await app.upload({ name: 'points.geojson', bytes: layer });
      expect(files[0]).toMatchObject({ keptName: 'points.geojson', tables: [{ hasGeometry: true, leftOut: [] }] });
      const asked = mappings.map((mapping) => ({ ...mapping, ledger: 'households', columns: { code: 0, people: 1 } }));
      const record = app.read(await app.ask('PUT', `/api/imports/${id}/mappings`, { body: { mappings: asked } }));
      expect(record).toMatchObject({ state: 'read', mappings: [{ ledger: 'households', position: { kind: 'none' } }] });
      const [table] = record.files[0]?.tables ?? [];
      expect(table).toMatchObject({ hasGeometry: false, columns: ['a', 'b', '经度', '纬度'], crsGuesses: [] });
      expect(table?.leftOut.map(({ header, kind }) => [header, kind])).toEqual(
        ['geometry', '经度', '纬度'].map((header) => [header, 'house_point']),
      );
      const kept = await app.ask('GET', `/api/imports/${id}/files/0`);
      const rows = await app.ask('GET', `/api/imports/${id}/tables/0/0`);
      expect(kept.text).toContain('5299021012010010099');
      expect([kept.text, rows.text].join()).not.toContain('.5123');
      expect(createHash('sha256').update(kept.bytes).digest('hex')).toBe(record.files[0]?.keptSha256);
      const former = db.read((trx) =>
        trx('file')
          .where({ sha256: files[0]?.keptSha256 ?? '' })
          .pluck('sha256'),
      );
      expect(await former).toEqual([]);
      expect((await app.check(id)).summary).toMatchObject({ rowsRead: 2 });
      // saying it again finds nothing more
      const again = app.read(
        await app.ask('PUT', `/api/imports/${id}/mappings`, {
          body: { mappings: asked.map((mapping) => ({ ...mapping, columns: { code: 0 } })) },
        }),
      );
      expect(again.files[0]?.tables[0]?.leftOut).toHaveLength(3);
      expect(app.faults).toEqual([]);
    }, 60_000);

    it('keeps a change of somebody else from being overwritten', async () => {
      const { id, version, mappings } = await app.upload({ name: 'a.csv', bytes: GOOD });
      const put = (ifMatch: number) =>
        app.ask('PUT', `/api/imports/${id}/mappings`, {
          body: { mappings: mappings.map((mapping) => ({ ...mapping, ledger: null })) },
          headers: { 'if-match': `"${ifMatch}"` },
        });
      const changed = app.read(await put(version));
      expect([changed.version, changed.mappings[0]?.ledger]).toEqual([version + 1, null]);
      const late = await put(version);
      expect([late.status, problemOf(late).code]).toEqual([409, 'import_conflict']);
      expect((await app.check(id)).summary).toMatchObject({ rowsRead: 0, canWrite: false });
    }, 60_000);

    it('tells whoever follows how it goes on, up to its end', async () => {
      const { id } = app.read(await app.send([{ name: 'a.csv', bytes: GOOD }]));
      const states = new Set<string>();
      const stop = new AbortController();
      for await (const { stored, progress } of app.desk.watch(id, stop.signal)) {
        states.add(stored.state);
        if (stored.state === 'read' && progress === null) stop.abort();
      }
      // it may be read before anybody follows: import-registry.test.ts holds it back
      expect([['reading', 'read'], ['read']]).toContainEqual([...states]);
    }, 60_000);
  });
});
