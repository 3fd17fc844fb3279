import { describe, expect, it } from 'vitest';
import type { County } from '#core/county/county.ts';
import { createCountyService } from '#server/county/county-service.ts';
import type { CountySnapshots } from '#server/county/county-snapshots.ts';
import { createNewestRevisions } from '#server/county/newest-revisions.ts';
import { describeOnBothEngines } from '#tests/support/databases.ts';
import { createFaultyRoads } from '#tests/support/faulty-roads.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

const LOCAL = { account: 'local' };

describeOnBothEngines('createCountyService', (open) => {
  it('lists the counties with their newest revision', async () => {
    const service = createCountyService({ db: await open() });
    expect(await service.listCounties()).toEqual([]);
    await service.writeCounty(createTinyCountyRows(), LOCAL);
    await service.writeCounty(createTinyCountyRows({ dataDate: '2026-12-01' }), LOCAL);
    expect(await service.listCounties()).toEqual([
      {
        code: '529902',
        level: 'county',
        name: '小石县',
        nameEn: 'Xiaoshi County',
        parentCode: null,
        bbox: [107.5, 27, 107.54, 27.02],
        seat: [107.51, 27.005],
        priority: false,
        dataDate: '2026-12-01',
        revision: 2,
        origin: 'tiny',
      },
    ]);
  });

  it('reads a county once per revision and serves the newest by default', async () => {
    const service = createCountyService({ db: await open() });
    await service.writeCounty(createTinyCountyRows(), LOCAL);
    const first = await service.getCounty('529902');
    expect(await service.getCounty('529902', 1)).toBe(first);
    await service.writeCounty(createTinyCountyRows({ dataDate: '2026-12-01' }), LOCAL);
    expect((await service.getCounty('529902')).dataDate).toBe('2026-12-01');
    expect(await service.getCounty('529902', 1)).toBe(first);
  });

  it('keeps no more counties than it may', async () => {
    const service = createCountyService({ db: await open(), keptCounties: 1 });
    await service.writeCounty(createTinyCountyRows(), LOCAL);
    await service.writeCounty(createTinyCountyRows({ dataDate: '2026-12-01' }), LOCAL);
    const first = await service.getCounty('529902', 1);
    await service.getCounty('529902', 2);
    const again = await service.getCounty('529902', 1);
    expect(again).not.toBe(first);
    expect(again).toEqual(first);
  });

  it('makes the county after a change of settings of the one before, without reading it again', async () => {
    const db = await open();
    const service = createCountyService({ db });
    await service.writeCounty(createTinyCountyRows(), LOCAL);
    const before = await service.getCounty('529902');
    const request = { countyCode: '529902', change: { joinHouseholds: 20 }, ...LOCAL };
    expect(await service.changeSettings(request)).toMatchObject({ revision: 2, isChanged: true });
    const after = await service.getCounty('529902');
    expect(after).toEqual({ ...before, revision: 2, settings: { ...before.settings, joinHouseholds: 20 } });
    expect(after.segments).toBe(before.segments);
    expect(after.links).toBe(before.links);
    expect(after.households).toBe(before.households);
    expect(await service.getCounty('529902', 1)).toBe(before);
    expect((await service.listCounties())[0]?.revision).toBe(2);
    // another process reads the same from the rows
    const elsewhere = createCountyService({ db });
    expect(await elsewhere.getCounty('529902')).toEqual(after);
    expect(await elsewhere.getCounty('529902', 1)).toEqual(before);
  });

  it('changes settings of a county that nobody has read yet', async () => {
    const db = await open();
    await createCountyService({ db }).writeCounty(createTinyCountyRows(), LOCAL);
    const service = createCountyService({ db });
    await service.changeSettings({ countyCode: '529902', change: { joinDistanceMeters: 300 }, ...LOCAL });
    expect(await service.getCounty('529902')).toMatchObject({ revision: 2, settings: { joinDistanceMeters: 300 } });
  });

  it('stores one new row for a change of settings', async () => {
    const db = await open();
    const service = createCountyService({ db });
    await service.writeCounty(createTinyCountyRows(), LOCAL);
    await service.changeSettings({ countyCode: '529902', change: { joinHouseholds: 20 }, ...LOCAL });
    await service.changeSettings({ countyCode: '529902', change: { joinHouseholds: 20 }, ...LOCAL });
    const rows = await db.read((trx) => trx('county').orderBy('revision_from').select('revision_from', 'revision_to'));
    expect(rows).toEqual([
      { revision_from: 1, revision_to: 2 },
      { revision_from: 2, revision_to: null },
    ]);
    const segments = await db.read((trx) => trx('segment').distinct('revision_from', 'revision_to'));
    expect(segments).toEqual([{ revision_from: 1, revision_to: null }]);
    const notes = await db.read((trx) => trx('revision').orderBy('revision').pluck<string[]>('description'));
    expect(notes).toEqual(['tiny', 'settings: joinHouseholds']);
  });

  it('reads a county anew after it was forgotten', async () => {
    const service = createCountyService({ db: await open() });
    await service.writeCounty(createTinyCountyRows(), LOCAL);
    const first = await service.getCounty('529902');
    service.forgetCounty('529902');
    const again = await service.getCounty('529902');
    expect(again).not.toBe(first);
    expect(again).toEqual(first);
  });

  it('starts from the snapshot of the newest revision, and only of that', async () => {
    const db = await open();
    const kept = new Map<number, County>();
    const snapshots: CountySnapshots = {
      preload: async () => undefined,
      find: async ({ revision }) => kept.get(revision),
      keep: async ({ revision }, county) => {
        kept.set(revision, county);
      },
    };
    const writer = createCountyService({ db });
    await writer.writeCounty(createTinyCountyRows(), LOCAL);
    await writer.writeCounty(createTinyCountyRows({ dataDate: '2026-12-01' }), LOCAL);
    const first = createCountyService({ db, snapshots });
    await first.getCounty('529902', 1);
    const newest = await first.getCounty('529902');
    expect([...kept.keys()]).toEqual([2]);
    expect(await createCountyService({ db, snapshots }).getCounty('529902')).toBe(newest);
  });

  it('reads the same roads, findings and settings of every revision after a backup was restored', async () => {
    const db = await open();
    const service = createCountyService({ db });
    await service.writeCounty(createFaultyRoads(), LOCAL);
    await service.changeSettings({ countyCode: '529902', change: { joinHouseholds: 20 }, ...LOCAL });
    const before = [await service.getCounty('529902', 1), await service.getCounty('529902', 2)];
    const [file] = await db.backups.backUp('manual', '529902');
    await service.writeCounty(createTinyCountyRows(), LOCAL);
    await db.backups.restore(file?.path ?? '', { replace: true });
    service.forgetCounty('529902');
    expect(before[1]?.roadFaults).toHaveLength(5);
    expect([await service.getCounty('529902', 1), await service.getCounty('529902')]).toEqual(before);
  });

  it('does not take the snapshot of a former revision for the county after a change of settings', async () => {
    const db = await open();
    const kept = new Map<number, County>();
    const snapshots: CountySnapshots = {
      preload: async () => undefined,
      find: async ({ revision }) => kept.get(revision),
      keep: async ({ revision }, county) => {
        kept.set(revision, county);
      },
    };
    const service = createCountyService({ db, snapshots });
    await service.writeCounty(createTinyCountyRows(), LOCAL);
    await service.getCounty('529902');
    await service.changeSettings({ countyCode: '529902', change: { joinHouseholds: 20 }, ...LOCAL });
    const after = await service.getCounty('529902');
    expect(await createCountyService({ db, snapshots }).getCounty('529902')).toEqual(after);
    expect(kept.get(1)?.settings.joinHouseholds).toBe(30);
    expect(kept.get(2)?.settings.joinHouseholds).toBe(20);
  });

  it('answers unknown_county and unknown_revision', async () => {
    const service = createCountyService({ db: await open() });
    await expect(service.getCounty('529902')).rejects.toMatchObject({ code: 'unknown_county' });
    await service.writeCounty(createTinyCountyRows(), LOCAL);
    await expect(service.getCounty('529902', 2)).rejects.toMatchObject({ code: 'unknown_revision' });
    await expect(service.getCounty('529902', 0)).rejects.toMatchObject({ code: 'unknown_revision' });
  });
});

describe('createNewestRevisions', () => {
  it('asks once for several requests and believes the answer for a second', async () => {
    let asked = 0;
    let time = 0;
    const newest = createNewestRevisions(
      async () => ++asked,
      () => time,
    );
    expect(await Promise.all([newest.find('529902'), newest.find('529902')])).toEqual([1, 1]);
    time = 999;
    expect(await newest.find('529902')).toBe(1);
    time = 1000;
    expect(await newest.find('529902')).toBe(2);
  });

  it('serves what it knows while the database is busy', async () => {
    let time = 0;
    let answer: (revision: number) => void = () => undefined;
    const newest = createNewestRevisions(
      () => new Promise((resolve) => (answer = resolve)),
      () => time,
    );
    newest.set('529902', 3);
    time = 5000;
    expect(await newest.find('529902')).toBe(3);
    answer(4);
    await Promise.resolve();
    expect(await newest.find('529902')).toBe(4);
  });

  it('fails when nothing is known and the database fails', async () => {
    const newest = createNewestRevisions(async () => {
      throw new Error('lost');
    });
    await expect(newest.find('529902')).rejects.toThrow('lost');
  });
});
