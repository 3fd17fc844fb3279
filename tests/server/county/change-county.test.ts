import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { applyCountyChange } from '#core/county/apply-county-change.ts';
import { buildCounty } from '#core/county/build-county.ts';
import { type CountyChange, NO_CHANGE } from '#core/county/county-change.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import { createCountyService } from '#server/county/county-service.ts';
import { readCountyRows } from '#server/county/county-text-store.ts';
import { loadCounty } from '#server/county/load-county.ts';
import type { Database } from '#server/db/database.ts';
import { letReadsIn } from '#server/db/let-reads-in.ts';
import { describeOnBothEngines } from '#tests/support/databases.ts';
import { sortRows } from '#tests/support/sort-rows.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

const CODE = '529902';
/** A write lets reads in every 50 ms; of a tiny county some fifty of them are asked. */
const READ_LIMIT_MS = 30_000;
const pack = (change: Partial<CountyChange>): Uint8Array =>
  gzipSync(JSON.stringify({ ...NO_CHANGE, ...change } satisfies CountyChange));
const note = { countyCode: CODE, account: 'local', description: 'test' };

/** The tiny county as revision 1, read into memory. */
async function openTiny(db: Database, rows: CountyRows = createTinyCountyRows()) {
  const service = createCountyService({ db });
  await service.writeCounty(rows, { account: 'local' });
  await service.getCounty(CODE);
  return { service, rows };
}

const countBegun = (db: Database, revision: number) =>
  db.read(async (trx) => {
    const counts: [string, number][] = [];
    for (const table of [
      'household',
      'arrangement',
      'event',
      'segment',
      'segment_link',
      'segment_piece',
      'area',
      'site',
    ]) {
      const row = await trx(table).where({ county_code: CODE, revision_from: revision }).count({ count: '*' }).first();
      counts.push([table, Number(row?.count)]);
    }
    return Object.fromEntries(counts.filter(([, count]) => count > 0));
  });

describeOnBothEngines('changeCounty', (open, engine) => {
  it('writes new, changed and removed rows as a revision and leaves the one before as it was', async () => {
    const db = await open();
    const { service, rows } = await openTiny(db);
    const [first, second, third] = rows.households;
    if (!first || !second || !third) throw new Error('The tiny county has no households.');
    const change: CountyChange = {
      ...NO_CHANGE,
      upserts: {
        households: [
          { ...first, people: first.people + 1, relocation: null },
          { ...second, events: [...second.events, { kind: 'in_work', on: '2026-11-20' }] },
          { ...first, code: `${first.settlementCode}0999`, relocation: null },
        ],
        hazards: rows.hazards.map((hazard) => ({ ...hazard, sizeClass: 'very_large' })),
      },
      removed: { homesteads: rows.homesteads.map(({ code }) => code), households: [third.code] },
      ledgerRows: [
        {
          source: 'new.xlsx',
          rowNumber: 2,
          villageCode: first.code.slice(0, 12),
          householdCode: null,
          values: { a: 1 },
        },
      ],
      removedLedgerRows: rows.ledgerRows.slice(0, 1),
      dataDate: '2026-12-01',
    };
    const { revision, roadFaults } = await service.changeCounty({
      ...note,
      ifRevision: 1,
      undoes: null,
      change: pack(change),
    });
    expect([revision, roadFaults]).toEqual([2, null]);
    const after = applyCountyChange(rows, change);
    const expected = buildCounty(after, 2);
    expect(await loadCounty(db, { countyCode: CODE, revision: 2 })).toEqual(expected);
    expect(await service.getCounty(CODE)).toEqual(expected);
    expect(await loadCounty(db, { countyCode: CODE, revision: 1 })).toEqual(buildCounty(rows, 1));
    const read = await readCountyRows(db, { countyCode: CODE, revision: 2 });
    expect(sortRows(read)).toEqual(sortRows(after));
  });

  it('lets everything of the revisions before be read while it is written, as it was', async () => {
    const db = await open();
    const { service, rows } = await openTiny(db);
    const [first] = rows.households;
    const [benchmark] = rows.benchmarks;
    if (!first || !benchmark) throw new Error('The tiny county has no households.');
    const more = pack({ upserts: { households: [{ ...first, people: first.people + 1 }] } });
    await service.changeCounty({ ...note, ifRevision: 1, undoes: null, change: more });
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const reads = begun.then(() =>
      Promise.all([
        loadCounty(db, { countyCode: CODE, revision: 1 }),
        readCountyRows(db, { countyCode: CODE, revision: 1 }),
        service.findLaterChange({ countyCode: CODE, revision: 1 }),
        service.findLaterChange({ countyCode: CODE, revision: 2 }),
        service.findRevisionTime({ countyCode: CODE, revision: 2 }),
      ]),
    );
    let isRead = false;
    const change = pack({
      upserts: { households: [{ ...first, people: first.people + 2 }] },
      removed: { benchmarks: [benchmark.code] },
    });
    await service.changeCounty({
      ...{ ...note, ifRevision: 2, undoes: null, change },
      async alongside(trx) {
        void reads.finally(() => {
          isRead = true;
        });
        begin();
        const deadline = performance.now() + READ_LIMIT_MS;
        while (!isRead && performance.now() < deadline) {
          await letReadsIn(trx);
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
        expect(isRead).toBe(true);
      },
    });
    const [county, read, ofFirst, ofSecond, time] = await reads;
    expect(county).toEqual(buildCounty(rows, 1));
    expect(sortRows(read)).toEqual(sortRows(rows));
    expect(ofFirst).toMatchObject({ code: first.code, revision: 2 });
    expect(ofSecond).toBeUndefined();
    expect(time).toBeInstanceOf(Date);
    expect(await service.findLaterChange({ countyCode: CODE, revision: 2 })).toMatchObject({ revision: 3 });
  });

  it('keeps the order of what happened on one day', async () => {
    const db = await open();
    const { service, rows } = await openTiny(db);
    const [item] = rows.items;
    if (!item) throw new Error('The tiny county has no item.');
    const on = '2026-11-20';
    const write = async (ifRevision: number, kinds: readonly ('closed' | 'reopened')[]) => {
      const events = kinds.map((kind) => ({ kind, on }));
      const change = pack({ upserts: { items: [{ ...item, events }] } });
      await service.changeCounty({ ...note, ifRevision, undoes: null, change });
      const read = await readCountyRows(db, { countyCode: CODE, revision: ifRevision + 1 });
      expect(read.items.find(({ code }) => code === item.code)?.events).toEqual(events);
    };
    await write(1, ['closed', 'reopened']);
    await write(2, ['reopened', 'closed']);
    await write(3, ['reopened', 'closed', 'reopened']);
    await write(4, ['reopened']);
  });

  it('takes a change back, and leaves a data date that moved on', async () => {
    const db = await open();
    const { service, rows } = await openTiny(db);
    const [first] = rows.households;
    const [site] = rows.sites;
    if (!first || !site) throw new Error('The tiny county is empty.');
    const change: CountyChange = {
      ...NO_CHANGE,
      upserts: {
        households: [{ ...first, code: `${first.settlementCode}0998`, people: 9 }],
        sites: [{ ...site, facilities: [], capacityHouseholds: 7 }],
      },
      removed: { homesteads: rows.homesteads.map(({ code }) => code) },
      dataDate: '2026-12-01',
    };
    await service.changeCounty({ ...note, ifRevision: 1, undoes: null, change: pack(change) });
    await service.changeCounty({ ...note, ifRevision: 2, undoes: 2, change: pack(change) });
    expect(await loadCounty(db, { countyCode: CODE, revision: 3 })).toEqual(buildCounty(rows, 3));
    await service.changeCounty({ ...note, ifRevision: 3, undoes: null, change: pack(change) });
    await service.changeCounty({ ...note, ifRevision: 4, undoes: null, change: pack({ dataDate: '2027-01-01' }) });
    await service.changeCounty({ ...note, ifRevision: 5, undoes: 4, change: pack(change) });
    const expected = buildCounty({ ...rows, dataDate: '2027-01-01' }, 6);
    expect(await service.getCounty(CODE)).toEqual(expected);
    expect(await loadCounty(db, { countyCode: CODE, revision: 6 })).toEqual(expected);
  });

  it('answers reads while thousands of rows are written, and takes those back', async () => {
    const db = await open();
    const { rows } = await openTiny(db);
    let isWriting = false;
    const write: Database['write'] = (work, deadline) =>
      db.write(async (trx) => {
        isWriting = true;
        return work(trx).finally(() => {
          isWriting = false;
        });
      }, deadline);
    const service = createCountyService({ db: { ...db, write } });
    const [first] = rows.households;
    if (!first) throw new Error('The tiny county has no household.');
    const households = Array.from({ length: 3000 }, (_, place) => ({
      ...first,
      code: `${first.settlementCode}${5000 + place}`,
      relocation: null,
    }));
    const change = pack({ upserts: { households } });
    /** Reads one after the other while a change is made; how many began and ended inside its transaction. */
    const countReadsDuring = async (changed: Promise<unknown>): Promise<number> => {
      let isOver = false;
      const ended = changed.finally(() => {
        isOver = true;
      });
      let count = 0;
      while (!isOver) {
        const began = isWriting;
        await db.read((trx) => trx('import').select('import_id'));
        if (began && isWriting) count += 1;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      await ended;
      return count;
    };
    for (const undoes of [null, 2]) {
      const ifRevision = undoes ?? 1;
      const reads = await countReadsDuring(service.changeCounty({ ...note, ifRevision, undoes, change }));
      expect(reads).toBeGreaterThan(0);
      const { households: columns } = await loadCounty(db, { countyCode: CODE, revision: ifRevision + 1 });
      expect(columns.codes.length).toBe(rows.households.length + (undoes === null ? households.length : 0));
    }
  });

  // what follows is computed before anything is written
  if (engine === 'server') return;

  it('begins only the versions that differ, and keeps the rows of events that stay', async () => {
    const db = await open();
    const { service, rows } = await openTiny(db);
    const before = await service.getCounty(CODE);
    const [first] = rows.households.filter(({ events }) => events.length > 0);
    if (!first) throw new Error('The tiny county has no household with events.');
    const changed = { ...first, events: [...first.events, { kind: 'linked' as const, on: '2026-11-21' }] };
    const change = { upserts: { households: [changed, ...rows.households.filter(({ code }) => code !== first.code)] } };
    await service.changeCounty({ ...note, ifRevision: 1, undoes: null, change: pack(change) });
    expect(await countBegun(db, 2)).toEqual({ event: 1 });
    const after = await service.getCounty(CODE);
    expect(after.revision).toBe(2);
    expect(after.segments).toBe(before.segments);
    expect(after.settlements).toBe(before.settlements);
    expect(after.households).not.toBe(before.households);
  });

  it('computes the roads anew when a segment comes, and begins only what differs', async () => {
    const db = await open();
    const { service, rows } = await openTiny(db);
    const [first] = rows.segments;
    const end = first?.line.coordinates[0];
    if (!first || !end) throw new Error('The tiny county has no segment.');
    const added = {
      ...first,
      code: 'seg-new',
      line: { ...first.line, coordinates: [end, [end[0] - 0.001, end[1] - 0.001]] as const },
      sharesPavementWith: null,
    };
    const change: CountyChange = { ...NO_CHANGE, upserts: { segments: [added] } };
    const { roadFaults } = await service.changeCounty({ ...note, ifRevision: 1, undoes: null, change: pack(change) });
    const expected = buildCounty(applyCountyChange(rows, change), 2);
    expect(await loadCounty(db, { countyCode: CODE, revision: 2 })).toEqual(expected);
    expect(await service.getCounty(CODE)).toEqual(expected);
    expect(roadFaults).toEqual(expected.roadFaults);
    expect((await countBegun(db, 2)).area).toBeUndefined();
    await service.changeCounty({ ...note, ifRevision: 2, undoes: 2, change: pack(change) });
    expect(await loadCounty(db, { countyCode: CODE, revision: 3 })).toEqual(buildCounty(rows, 3));
    expect(await service.getCounty(CODE)).toEqual(buildCounty(rows, 3));
  });

  it('refuses what is stale, changes nothing or breaks a rule, and writes nothing', async () => {
    const db = await open();
    const { service, rows } = await openTiny(db);
    const [first] = rows.households;
    const [settlement] = rows.settlements;
    if (!first || !settlement) throw new Error('The tiny county is empty.');
    const attempt = (ifRevision: number, change: Partial<CountyChange>) =>
      service.changeCounty({ ...note, ifRevision, undoes: null, change: pack(change) });
    await expect(attempt(2, { dataDate: '2026-12-01' })).rejects.toMatchObject({ code: 'county_changed' });
    await expect(attempt(1, { upserts: { households: [first] } })).rejects.toMatchObject({ code: 'county_unchanged' });
    await expect(attempt(1, { removed: { settlements: [first.settlementCode] } })).rejects.toMatchObject({
      code: 'county_rows_invalid',
    });
    const service1 = { code: rows.services[0]?.code ?? '', thing: rows.services[0] };
    if (!service1.thing) throw new Error('The tiny county has no service.');
    await attempt(1, { removed: { services: [service1.code] } });
    const [park] = rows.parks;
    if (!park) throw new Error('The tiny county has no park.');
    await expect(attempt(2, { upserts: { parks: [{ ...park, code: service1.code }] } })).rejects.toMatchObject({
      code: 'county_rows_invalid',
    });
    const told = service.changeCounty({
      ...note,
      ifRevision: 2,
      undoes: null,
      change: pack({ dataDate: '2026-12-01' }),
      alongside: () => Promise.reject(new Error('no')),
    });
    await expect(told).rejects.toThrow('no');
    expect((await service.getCounty(CODE)).revision).toBe(2);
  });
});
