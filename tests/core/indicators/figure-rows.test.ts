import { describe, expect, it } from 'vitest';
import { computeFigures } from '#core/indicators/compute.ts';
import { createIndicatorContext, type IndicatorContext } from '#core/indicators/context.ts';
import type { Figure } from '#core/indicators/figure.ts';
import { listFigureRows } from '#core/indicators/figure-rows.ts';
import { addUpRows, expectPairOfRows } from '#tests/support/add-up-rows.ts';
import { COUNTY, VILLAGES, WEST_TOWN } from '#tests/support/tiny/areas.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';
import { createRoadCounty, createTinyContext } from '#tests/support/worked-worlds.ts';

/** Headline and parts of every indicator. */
const listFigures = (context: IndicatorContext, area: string): readonly Figure[] =>
  computeFigures(context, area).flatMap(({ parts, ...headline }) => [headline, ...parts]);

describe('listFigureRows', () => {
  it('gives rows that add up to the figure and every one of its parts', () => {
    const context = createTinyContext();
    for (const area of [COUNTY, WEST_TOWN, ...VILLAGES]) {
      for (const figure of listFigures(context, area)) {
        const rows = listFigureRows(context, figure.code, area, figure.part);
        const name = `${figure.code} ${figure.part} ${area}`;
        expect(addUpRows(rows, 'numerator'), name).toBeCloseTo(figure.numerator ?? 0, 5);
        // the working days of a pace belong to no row
        if (figure.part !== 'pace')
          expect(addUpRows(rows, 'denominator'), name).toBeCloseTo(figure.denominator ?? 0, 5);
      }
    }
  });

  it('gives rows that add up to the pair of the figure and of every one of its parts', () => {
    const context = createTinyContext();
    for (const area of [COUNTY, WEST_TOWN, ...VILLAGES]) {
      for (const figure of listFigures(context, area)) expectPairOfRows(context, figure);
    }
  });

  it('says that the pair of a row is not known where it is not, and gives none to figures without one', () => {
    const settlements = createTinyCountyRows().settlements.map((settlement, k) =>
      k === 0 ? { ...settlement, registeredHouseholds: null } : settlement,
    );
    const context = createTinyContext({ settlements });
    const [first, second] = listFigureRows(context, 'R4', COUNTY);
    expect([first?.numerator, first?.pairNumerator, first?.pairDenominator]).toEqual([expect.any(Number), null, null]);
    expect(second?.pairDenominator).toEqual(expect.any(Number));
    expect(listFigureRows(context, 'P1', COUNTY)[0]).toMatchObject({ pairNumerator: null, pairDenominator: null });
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
