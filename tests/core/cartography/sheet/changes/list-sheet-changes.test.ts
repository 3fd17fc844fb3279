import { describe, expect, it } from 'vitest';
import { listCountyChanges } from '#core/cartography/sheet/changes/list-county-changes.ts';
import { listSheetChanges } from '#core/cartography/sheet/changes/list-sheet-changes.ts';
import { writeSheetChange } from '#core/cartography/sheet/changes/write-changes.ts';
import { buildCounty } from '#core/county/build-county.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { COUNTY } from '#tests/support/tiny/areas.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

const contextOf = (rows: Partial<CountyRows> = {}, revision = 1) =>
  createIndicatorContext(buildCounty(createTinyCountyRows(rows), revision));
const kindsOf = (...[sheet, before, now]: Parameters<typeof listSheetChanges>) =>
  listSheetChanges(sheet, before, now).changes.map((change) => (change.kind === 'things' ? change.of : change.kind));

/** The tiny county with something done to its first segment that is not hardened on the day before its data date. */
function hardenOne() {
  const { segments } = createTinyCountyRows();
  const first = contextOf();
  const at = first.state.segments.hardened.indexOf(0);
  const code = first.county.segments[at]?.code ?? '';
  const event = { kind: 'surface', on: '2026-11-21', value: 'cement_concrete' } as const;
  return {
    code,
    rows: { segments: segments.map((row) => (row.code === code ? { ...row, events: [...row.events, event] } : row)) },
  };
}

describe('listSheetChanges', () => {
  const progress = { map: 'progress', areaCode: COUNTY } as const;

  it('finds nothing between a county and the same rows at another revision', () => {
    expect(listCountyChanges(contextOf(), contextOf({}, 2))).toEqual([]);
    expect(listSheetChanges(progress, contextOf(), contextOf({}, 2))).toEqual({ changes: [], since: null });
  });

  it('tells of a road that was hardened, with its day, its length and the figures that it moved', () => {
    const { rows, code } = hardenOne();
    const [before, now] = [contextOf(), contextOf(rows, 2)];
    const { changes, since } = listSheetChanges(progress, before.at('2026-11-20'), now);
    const roads = changes.find((change) => change.kind === 'things' && change.of === 'segments_hardened');
    expect(roads).toMatchObject({ changes: [{ code, on: '2026-11-21', count: 1 }] });
    expect(since).toBe('2026-11-21');
    const length = now.county.segments.find((each) => each.code === code)?.lengthMeters ?? 0;
    const words = roads && writeSheetChange({ language: 'zh', county: now.county }, roads);
    expect(words).toBe(`1 条路段完成硬化，共 ${(length / 1000).toFixed(1)} 公里`);
  });

  it('compares a figure as it is printed: digits that stay the same are no change', () => {
    const rows = createTinyCountyRows();
    const now = contextOf({ settings: { ...rows.settings, siteRules: [] } }, 2);
    expect(kindsOf(progress, contextOf(), now)).toEqual([]);
  });

  it('tells of the words of the campaign and of switches that decide what is drawn', () => {
    const rows = createTinyCountyRows();
    const now = contextOf(
      {
        campaign: { ...rows.campaign, targetWordSet: 'consolidation' },
        settings: { ...rows.settings, minimumWidthMeters: 4.5 },
      },
      2,
    );
    expect(kindsOf(progress, contextOf(), now)).toEqual(['campaign', 'settings']);
  });

  it('leaves out what the map does not draw and what lies elsewhere', () => {
    const rows = createTinyCountyRows();
    const [town, other] = rows.areas.filter(({ level }) => level === 'town').map(({ code }) => code);
    const hazards = rows.hazards.map((hazard, i) => (i === 0 ? { ...hazard, name: '改名隐患点' } : hazard));
    const now = contextOf({ hazards }, 2);
    const home = rows.hazards[0]?.areaCode.startsWith(town ?? '-') ? [town, other] : [other, town];
    expect(kindsOf({ map: 'targets', areaCode: home[0] ?? '' }, contextOf(), now)).toEqual(['hazards_changed']);
    expect(kindsOf({ map: 'targets', areaCode: home[1] ?? '' }, contextOf(), now)).toEqual([]);
    expect(kindsOf({ map: 'industry', areaCode: home[0] ?? '' }, contextOf(), now)).toEqual([]);
  });

  it('says that the area of a sheet is no longer there, and refuses one that never was', () => {
    const now = contextOf();
    const before = contextOf({}, 1);
    expect(() => listSheetChanges({ map: 'progress', areaCode: '529902009' }, before, now)).toThrow('529902009');
  });

  it('counts households of a site together and never names one', () => {
    const [early, now] = [contextOf().at('2024-01-02'), contextOf()];
    const moved = listCountyChanges(early, now).filter(({ kind }) => kind === 'households_moved_in');
    const { households } = now.county;
    const expected = [...households.eventDay.moved_in].filter((day) => day > early.day && day <= now.day).length;
    expect(moved.reduce((sum, { count }) => sum + count, 0)).toBe(expected);
    expect(expected).toBeGreaterThan(0);
    for (const { code } of moved) expect(households.codes).not.toContain(code);
  });

  it('tells of tasks from the day after their deadline', () => {
    const late = listCountyChanges(contextOf().at('2024-01-02'), contextOf()).filter(
      ({ kind }) => kind === 'tasks_late',
    );
    const { county } = contextOf();
    for (const { code, on } of late) {
      const task = county.tasks.find((each) => each.code === code);
      expect(on !== null && task !== undefined && on > task.deadline).toBe(true);
    }
    expect(late.length).toBeGreaterThan(0);
  });
});
