import { expect, it } from 'vitest';
import { buildCounty } from '#core/county/build-county.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import { loadCounty } from '#server/county/load-county.ts';
import { writeCounty } from '#server/county/write-county.ts';
import type { Database } from '#server/db/database.ts';
import { describeOnBothEngines } from '#tests/support/databases.ts';
import { createFaultyRoads } from '#tests/support/faulty-roads.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

const write = (db: Database, rows: CountyRows) =>
  db.write((trx) => writeCounty(trx, rows, { account: 'local' }), 'none');

const countRows = (db: Database, table: string) =>
  db.read(async (trx) => Number((await trx(table).count({ count: '*' }).first())?.count ?? 0));

describeOnBothEngines('writeCounty', (open) => {
  it('gives back every row and every derived value', async () => {
    const db = await open();
    const rows = createTinyCountyRows();
    expect(await write(db, rows)).toEqual({ code: '529902', revision: 1, roadFaults: [] });
    expect(await loadCounty(db, { countyCode: '529902', revision: 1 })).toEqual(buildCounty(rows, 1));
  });

  it('stores the links of the roads and what was found, by revision', async () => {
    const db = await open();
    const rows = createFaultyRoads();
    const { roadFaults } = await write(db, rows);
    expect(roadFaults.map(({ kind, segmentCode, otherSegmentCode }) => [kind, segmentCode, otherSegmentCode])).toEqual([
      ['joined_ends', 'seg-98', 'seg-01'],
      ['probable_gap', 'seg-97', 'seg-01'],
      ['crossing', 'seg-04', 'seg-10'],
      // the second route on the pavement of seg-04
      ['crossing', 'seg-10', 'seg-11'],
      ['duplicate', 'seg-99', 'seg-05'],
    ]);
    await write(db, createTinyCountyRows());
    const before = await loadCounty(db, { countyCode: '529902', revision: 1 });
    expect(before).toEqual(buildCounty(rows, 1));
    expect(before.roadFaults).toEqual(roadFaults);
    // seg-01 is split where seg-98 ends on it, and nothing else of the trunk is
    expect(before.links.count).toBe(rows.segments.length + 1);
    const after = await loadCounty(db, { countyCode: '529902', revision: 2 });
    expect(after.links).toEqual(buildCounty(createTinyCountyRows(), 2).links);
    expect(after.roadFaults).toEqual([]);
  });

  it('computes the links of a county that was stored before there were any', async () => {
    const db = await open();
    const rows = createFaultyRoads();
    await write(db, rows);
    await db.write(async (trx) => {
      await trx('segment_link').delete();
      await trx('road_fault').delete();
      await trx('segment').update({ start_node: 0, end_node: 0 });
    }, 'none');
    expect(await loadCounty(db, { countyCode: '529902', revision: 1 })).toEqual(buildCounty(rows, 1));
  });

  it('keeps an old revision readable when the county is replaced', async () => {
    const db = await open();
    const before = createTinyCountyRows();
    const after = createTinyCountyRows({
      dataDate: '2026-12-22',
      segments: before.segments.slice(1),
      tasks: [],
      dem: null,
    });
    await write(db, before);
    expect((await write(db, after)).revision).toBe(2);
    expect(await loadCounty(db, { countyCode: '529902', revision: 1 })).toEqual(buildCounty(before, 1));
    expect(await loadCounty(db, { countyCode: '529902', revision: 2 })).toEqual(buildCounty(after, 2));
  });

  it('leaves nothing behind when a row is refused by the database', async () => {
    const db = await open();
    const [first, ...others] = createTinyCountyRows().segments;
    if (!first) throw new Error('The tiny county has no segment.');
    const broken = createTinyCountyRows({ segments: [{ ...first, widthMeters: -1 }, ...others] });
    await expect(write(db, broken)).rejects.toThrow();
    for (const table of ['revision', 'thing', 'area', 'segment', 'event', 'file']) {
      expect(await countRows(db, table)).toBe(0);
    }
  });

  it('leaves the former revision alone when a second write fails', async () => {
    const db = await open();
    const rows = createTinyCountyRows();
    await write(db, rows);
    const broken = createTinyCountyRows({
      origin: 'again',
      tasks: rows.tasks.map((task) => ({ ...task, plannedAmount: -1 })),
    });
    await expect(write(db, broken)).rejects.toThrow();
    expect(await countRows(db, 'revision')).toBe(1);
    expect(await loadCounty(db, { countyCode: '529902', revision: 1 })).toEqual(buildCounty(rows, 1));
  });

  it('refuses a code that was a thing of another kind in an earlier revision', async () => {
    const db = await open();
    const rows = createTinyCountyRows();
    await write(db, rows);
    const [river] = rows.rivers;
    if (!river) throw new Error('The tiny county has no river.');
    const changed = createTinyCountyRows({ tasks: rows.tasks.slice(1), rivers: [{ ...river, code: 'task-1' }] });
    await expect(write(db, changed)).rejects.toMatchObject({
      code: 'county_rows_invalid',
      details: { where: 'river task-1', count: 1 },
    });
  });

  it('keeps elevations once, however often they are written', async () => {
    const db = await open();
    await write(db, createTinyCountyRows());
    await write(db, createTinyCountyRows({ origin: 'again' }));
    expect(await countRows(db, 'file')).toBe(1);
    expect(await countRows(db, 'dem')).toBe(2);
  });

  it('answers unknown_revision for a revision that is not there', async () => {
    const db = await open();
    await expect(loadCounty(db, { countyCode: '529902', revision: 7 })).rejects.toMatchObject({
      code: 'unknown_revision',
    });
  });
});
