import { describe, expect, it } from 'vitest';
import { findAreaRange } from '#core/county/area-range.ts';
import { buildCounty } from '#core/county/build-county.ts';
import type { County } from '#core/county/county.ts';
import { dateToDay, NEVER } from '#core/county/dates.ts';
import { ARRANGEMENT_KINDS, TARGET_CATEGORIES } from '#core/county/kinds.ts';
import { createTinyCounty, createTinyCountyRows } from '#tests/support/tiny-county.ts';

const NORTH_WEST_HOUSEHOLD = '5299021012010010001';

const piecesOf = (county: County, segmentCode: string) =>
  Array.from({ length: county.pieces.count }, (_, i) => i)
    .filter((i) => county.segments[county.pieces.segment[i] ?? -1]?.code === segmentCode)
    .map((i) => ({ areaCode: county.pieces.areaCodes[i], lengthMeters: county.pieces.lengthMeters[i] ?? 0 }));

const segmentOf = (county: County, code: string) => {
  const segment = county.segments.find((each) => each.code === code);
  if (!segment) throw new Error(`No segment ${code} in the tiny county.`);
  return segment;
};

describe('buildCounty', () => {
  it('measures segments to the millimetre: 0.01 degrees along 27.005 N are 992.505 m', () => {
    // one degree of the parallel = a cos(phi) / sqrt(1 - e2 sin2(phi)) * pi / 180 = 99,250.5 m
    expect(segmentOf(createTinyCounty(), 'seg-01').lengthMeters).toBe(992.505);
  });

  it('cuts a segment at the village boundary by planar share, pieces adding up exactly', () => {
    const county = createTinyCounty();
    const pieces = piecesOf(county, 'seg-02');
    const total = segmentOf(county, 'seg-02').lengthMeters;
    expect(pieces.map((piece) => piece.areaCode)).toEqual(['529902101201', '529902102201']);
    expect(pieces.reduce((sum, piece) => sum + Math.round(piece.lengthMeters * 1000), 0)).toBe(
      Math.round(total * 1000),
    );
    expect(Math.abs((pieces[0]?.lengthMeters ?? 0) - total / 2)).toBeLessThanOrEqual(0.0006);
  });

  it('gives a piece on a common boundary to the lower code', () => {
    expect(piecesOf(createTinyCounty(), 'seg-10').map((piece) => piece.areaCode)).toEqual(['529902101201']);
  });

  it('leaves a piece in no village to its town, and in no town to the county', () => {
    const rows = createTinyCountyRows();
    const outside = { ...rows, areas: rows.areas.filter((area) => area.code !== '529902101201') };
    expect(piecesOf(buildCounty(outside, 1), 'seg-02').map((piece) => piece.areaCode)).toEqual([
      '529902101',
      '529902102201',
    ]);
    const countyOnly = { ...rows, areas: rows.areas.filter((area) => area.level === 'county') };
    expect(piecesOf(buildCounty(countyOnly, 1), 'seg-02').map((piece) => piece.areaCode)).toEqual(['529902']);
  });

  it('joins ends that meet in one node', () => {
    const county = createTinyCounty();
    const trunk = segmentOf(county, 'seg-02');
    expect(segmentOf(county, 'seg-01').endNode).toBe(trunk.startNode);
    expect(segmentOf(county, 'seg-04').startNode).toBe(trunk.startNode);
    expect(segmentOf(county, 'seg-05').startNode).toBe(trunk.endNode);
    expect(segmentOf(county, 'seg-10').startNode).not.toBe(trunk.startNode);
  });

  it('sorts lists so that an area is one contiguous range', () => {
    const shuffled = createTinyCountyRows();
    const county = buildCounty(
      { ...shuffled, households: [...shuffled.households].reverse(), tasks: [...shuffled.tasks].reverse() },
      1,
    );
    const range = findAreaRange(county.households.count, (i) => county.households.codes[i] ?? '', '529902101202');
    expect(range.end - range.start).toBe(6);
    expect(county.tasks.map((task) => task.code)).toEqual(['task-4', 'task-1', 'task-2', 'task-3']);
    expect(county.areas.map((area) => area.code).slice(0, 3)).toEqual(['529902', '529902101', '529902101201']);
  });

  it('puts households into columns with days', () => {
    const { households, settlements, sites, hazards } = createTinyCounty();
    const i = households.codes.indexOf(NORTH_WEST_HOUSEHOLD);
    expect(settlements[households.settlement[i] ?? -1]?.code).toBe('529902101201001');
    expect(TARGET_CATEGORIES[households.category[i] ?? -1]).toBe('relocation');
    expect(ARRANGEMENT_KINDS[households.arrangement[i] ?? -1]).toBe('centralised');
    expect(sites[households.site[i] ?? -1]?.code).toBe('site-1');
    expect(hazards[households.hazard[i] ?? -1]?.code).toBe('hz-1');
    expect(households.eventDay.moved_in[i]).toBe(dateToDay('2025-10-01'));
    expect(households.eventDay.risk_removed_naturally[i]).toBe(NEVER);
    expect(households.measures[i]).toBe(1 << TARGET_CATEGORIES.indexOf('relocation'));
  });

  it('marks what a household does not have', () => {
    const { households } = createTinyCounty();
    const i = households.codes.indexOf('5299021012010010005');
    expect([households.category[i], households.arrangement[i], households.mainCause[i]]).toEqual([255, 255, 255]);
    expect([households.site[i], households.hazard[i], households.plannedMoveYear[i]]).toEqual([-1, -1, 0]);
    expect(households.fundsYuan[i]).toBeNaN();
  });

  it('takes the first event of a kind, whatever the order in which events are given', () => {
    const rows = createTinyCountyRows();
    const [first, ...others] = rows.households;
    if (!first) throw new Error('The tiny county has no household.');
    const twice = [{ kind: 'in_work', on: '2026-02-01' } as const, { kind: 'in_work', on: '2025-03-01' } as const];
    const county = buildCounty({ ...rows, households: [{ ...first, events: twice }, ...others] }, 1);
    expect(county.households.eventDay.in_work[0]).toBe(dateToDay('2025-03-01'));
  });

  it('adds up the areas of the villages to the area of the county', () => {
    const { areas } = createTinyCounty();
    const sum = areas.filter((area) => area.level === 'village').reduce((m2, area) => m2 + area.areaSquareMeters, 0);
    expect(sum / (areas[0]?.areaSquareMeters ?? 0)).toBeCloseTo(1, 4);
  });
});
