import { describe, expect, it } from 'vitest';
import { createCountyState, findLatest, NO_CODE } from '#core/county/county-state.ts';
import { PROJECT_STAGES, SITE_STAGES, SURFACES, WORK_STATUSES } from '#core/county/kinds.ts';
import type { SegmentRow } from '#core/county/things.ts';
import { createTinyCounty, createTinyCountyRows } from '#tests/support/tiny-county.ts';

/** The tiny county whose first segment has only these events. */
function createWithSegment(events: SegmentRow['events'], overrides: Partial<SegmentRow> = {}) {
  const [first, ...rest] = createTinyCountyRows().segments;
  if (!first) throw new Error('The tiny county has no segment.');
  return createTinyCounty({ segments: [{ ...first, ...overrides, code: 'aaa', events }, ...rest] });
}

describe('createCountyState', () => {
  it('counts an event from its day, inclusive', () => {
    const county = createWithSegment([
      { kind: 'surface', on: '2024-01-01', value: 'gravel' },
      { kind: 'surface', on: '2025-06-30', value: 'cement_concrete' },
    ]);
    expect(createCountyState(county, '2025-06-29').segments.hardened[0]).toBe(0);
    expect(createCountyState(county, '2025-06-30').segments.hardened[0]).toBe(1);
  });

  it('takes hardened from the latest surface only, never from the state of works', () => {
    const county = createWithSegment([
      { kind: 'surface', on: '2024-01-01', value: 'asphalt_concrete' },
      { kind: 'status', on: '2024-06-01', value: 'accepted' },
      { kind: 'surface', on: '2025-01-01', value: 'worn_asphalt' },
    ]);
    const { segments } = createCountyState(county, '2026-01-01');
    expect(segments.hardened[0]).toBe(0);
    expect(segments.surface[0]).toBe(SURFACES.indexOf('worn_asphalt'));
    expect(segments.status[0]).toBe(WORK_STATUSES.indexOf('accepted'));
  });

  it('follows the switch of hardened surfaces', () => {
    const county = createWithSegment([{ kind: 'surface', on: '2024-01-01', value: 'blocks' }]);
    const switched = { ...county, settings: { ...county.settings, hardenedSurfaces: ['blocks'] as const } };
    expect(createCountyState(county, '2026-01-01').segments.hardened[0]).toBe(0);
    expect(createCountyState(switched, '2026-01-01').segments.hardened[0]).toBe(1);
  });

  it('knows a segment that is not opened yet, and one that was closed', () => {
    const surface = { kind: 'surface', on: '2023-01-01', value: 'cement_concrete' } as const;
    const opened = createWithSegment([surface, { kind: 'opened', on: '2025-03-01' }]);
    const closed = createWithSegment([surface, { kind: 'closed', on: '2025-03-01' }]);
    const existsAt = (county: typeof opened, date: string) => {
      const { exists, hardened, allSeason } = createCountyState(county, date).segments;
      return [exists[0], hardened[0], allSeason[0]];
    };
    expect(existsAt(opened, '2025-02-28')).toEqual([0, 0, 0]);
    expect(existsAt(opened, '2025-03-01')).toEqual([1, 1, 1]);
    expect(existsAt(closed, '2025-02-28')).toEqual([1, 1, 1]);
    expect(existsAt(closed, '2025-03-01')).toEqual([0, 0, 0]);
  });

  it('says that a surface is not known', () => {
    const { segments } = createCountyState(createWithSegment([]), '2026-01-01');
    expect(segments.surface[0]).toBe(NO_CODE);
    expect(segments.hardened[0]).toBe(0);
  });

  it('resolves stages and amounts of projects and sites', () => {
    const county = createTinyCounty();
    const road = county.projects.findIndex(({ code }) => code === 'prj-road-1');
    const before = createCountyState(county, '2025-07-31').projects;
    const after = createCountyState(county, '2025-10-01').projects;
    expect(before.stage[road]).toBe(PROJECT_STAGES.indexOf('begun'));
    expect(before.disbursedYuan[road]).toBe(500_000);
    expect(after.stage[road]).toBe(PROJECT_STAGES.indexOf('completed'));
    expect(after.disbursedYuan[road]).toBe(1_000_000);
    expect(Math.max(...createCountyState(county, '2026-11-22').siteStage)).toBe(SITE_STAGES.indexOf('moved_in'));
    expect(createCountyState(county, '2000-01-01').siteStage).toEqual(Int8Array.of(-1, -1));
  });

  it('moves residents from the old settlement to the settlement of their site, none counted twice', () => {
    const county = createTinyCounty();
    const total = (date: string) =>
      createCountyState(county, date).population.residentPeople.reduce((sum, people) => sum + people, 0);
    const site = county.settlements.findIndex(({ siteCode }) => siteCode === 'site-1');
    const peopleAtSite = (date: string) => createCountyState(county, date).population.residentPeople[site] ?? 0;
    // two households of 3 people move into the site on 2025-10-01
    expect(peopleAtSite('2025-10-01') - peopleAtSite('2025-09-30')).toBe(6);
    expect(total('2025-10-01')).toBe(total('2025-09-30'));
    // one household of 3 buys a house elsewhere on 2025-05-01 and leaves the county's settlements
    expect(total('2025-05-01')).toBe(total('2025-04-30') - 3);
  });

  it('keeps unknown residents unknown', () => {
    const rows = createTinyCountyRows();
    const settlements = rows.settlements.map((row) => ({ ...row, residentPeople: null }));
    const { population } = createCountyState(createTinyCounty({ settlements }), '2026-11-22');
    expect(population.residentPeople.every(Number.isNaN)).toBe(true);
  });
});

describe('findLatest', () => {
  it('finds the last event of a kind at or before a date', () => {
    const events = [
      { kind: 'a', on: '2024-01-01', value: '1' },
      { kind: 'b', on: '2024-02-01', value: '2' },
      { kind: 'a', on: '2024-03-01', value: '3' },
    ];
    expect(findLatest(events, '2024-02-15')?.value).toBe('2');
    expect(findLatest(events, '2024-02-15', 'a')?.value).toBe('1');
    expect(findLatest(events, '2023-12-31')).toBeUndefined();
  });
});
