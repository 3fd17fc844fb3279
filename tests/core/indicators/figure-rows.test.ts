import { describe, expect, it } from 'vitest';
import { computeFigures } from '#core/indicators/compute.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { listFigureRows } from '#core/indicators/figure-rows.ts';
import { COUNTY, VILLAGES, WEST_TOWN } from '#tests/support/tiny/areas.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';
import { createRoadCounty, createTinyContext } from '#tests/support/worked-worlds.ts';

describe('listFigureRows', () => {
  it('gives rows that add up to the figure and every one of its parts', () => {
    const context = createTinyContext();
    for (const area of [COUNTY, WEST_TOWN, ...VILLAGES]) {
      for (const figure of computeFigures(context, area).flatMap(({ parts, ...headline }) => [headline, ...parts])) {
        const rows = listFigureRows(context, figure.code, area, figure.part);
        const sum = (field: 'numerator' | 'denominator') =>
          rows.reduce((total, row) => total + (row.counts ? row[field] : 0), 0);
        const name = `${figure.code} ${figure.part} ${area}`;
        expect(sum('numerator'), name).toBeCloseTo(figure.numerator ?? 0, 5);
        // the working days of a pace belong to no row
        if (figure.part !== 'pace') expect(sum('denominator'), name).toBeCloseTo(figure.denominator ?? 0, 5);
      }
    }
  });

  it('gives each row a position and its area, and those left out a reason and no weight', () => {
    const context = createTinyContext();
    for (const code of ['S6', 'P1', 'S7', 'R6', 'T1', 'P4'] as const) {
      for (const row of listFigureRows(context, code, COUNTY)) {
        expect(row.position, `${code} ${row.code}`).not.toBeNull();
        expect(row.areaCode.startsWith(COUNTY)).toBe(true);
        if (!row.counts) expect([row.numerator, row.denominator, typeof row.note]).toEqual([0, 0, 'string']);
      }
    }
  });

  it('lists retained houses without counting them', () => {
    const retained = listFigureRows(createTinyContext(), 'S6', COUNTY).filter(({ note }) => note === 'retained');
    expect(retained.map(({ code, counts }) => [code, counts])).toEqual([['5299021012020010001', false]]);
  });

  it('joins the pieces of one segment in one area to one row and counts shared pavement once', () => {
    const [village = ''] = VILLAGES;
    const access = { roadFunction: 'village_access' } as const;
    const county = createRoadCounty(village, [
      { lengthMeters: 600, segment: access },
      { lengthMeters: 400, segment: access },
      { lengthMeters: 500, segment: { ...access, sharesPavementWith: 'road-000' } },
    ]);
    const pieces = { ...county.pieces, segment: Int32Array.of(0, 0, 2) };
    const rows = listFigureRows(createIndicatorContext({ ...county, pieces }), 'R1', village);
    expect(rows.map(({ code, denominator, counts, note }) => [code, denominator, counts, note])).toEqual([
      ['road-000', 1000, true, null],
      ['road-002', 0, false, 'pavement_shared'],
    ]);
  });

  it('marks what lies in the area and in none of its children', () => {
    const [project] = createTinyCountyRows().projects;
    if (!project) throw new Error('The tiny county has no project.');
    const context = createTinyContext({ projects: [{ ...project, areaCode: WEST_TOWN }] });
    const notes = (area: string) => listFigureRows(context, 'P1', area).map(({ note }) => note);
    expect(notes(WEST_TOWN)).toEqual(['in_no_child']);
    expect(notes(COUNTY)).toEqual([null]);
  });

  it('refuses a part that does not exist', () => {
    const context = createTinyContext();
    expect(() => listFigureRows(context, 'P1', COUNTY, 'kind:castle')).toThrow(
      expect.objectContaining({ code: 'unknown_part' }),
    );
  });
});
