import { describe, expect, it } from 'vitest';
import { buildCounty } from '#core/county/build-county.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { INDICATOR_CODES } from '#core/indicators/figure.ts';
import { listFigureRows } from '#core/indicators/figure-rows.ts';
import { computeRollUp } from '#core/indicators/roll-up.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';
import { COUNTY, VILLAGES, WEST_TOWN } from '#tests/support/tiny/areas.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';
import { createTinyContext } from '#tests/support/worked-worlds.ts';

describe('computeRollUp', () => {
  it('adds up the areas below and says what is left', () => {
    expect(computeRollUp(createTinyContext(), 'P1', { areaCode: COUNTY, part: null })).toEqual({
      children: 2,
      numerator: 3,
      denominator: 4,
      differenceNumerator: 0,
      differenceDenominator: 0,
      inNoChild: 0,
    });
  });

  it('names what lies in the area and in none of those below', () => {
    const [project] = createTinyCountyRows().projects;
    if (!project) throw new Error('The tiny county has no project.');
    const context = createTinyContext({ projects: [{ ...project, areaCode: WEST_TOWN }] });
    expect(computeRollUp(context, 'P1', { areaCode: WEST_TOWN, part: null })).toMatchObject({
      numerator: 0,
      denominator: 0,
      differenceNumerator: 1,
      differenceDenominator: 1,
      inNoChild: 1,
    });
  });

  it('is null for a village, for means and for paces', () => {
    const context = createTinyContext();
    expect(computeRollUp(context, 'P1', { areaCode: VILLAGES[0], part: null })).toBeNull();
    expect(computeRollUp(context, 'D1', { areaCode: COUNTY, part: 'straight:school' })).toBeNull();
    expect(computeRollUp(context, 'R5', { areaCode: COUNTY, part: 'pace' })).toBeNull();
  });

  it('leaves no difference in the sample county that rows in no child do not explain', async () => {
    const context = createIndicatorContext(buildCounty(await loadSampleCounty(), 1));
    const parents = context.county.areas.filter(({ level }) => level !== 'village').map(({ code }) => code);
    for (const code of INDICATOR_CODES) {
      for (const areaCode of parents) {
        const rollUp = computeRollUp(context, code, { areaCode, part: null });
        if (rollUp === null) continue;
        const own = listFigureRows(context, code, areaCode).filter((row) => row.counts && row.areaCode === areaCode);
        const sum = (side: 'numerator' | 'denominator') => own.reduce((total, row) => total + row[side], 0);
        const name = `${code} ${areaCode}`;
        expect(rollUp.differenceNumerator ?? 0, name).toBeCloseTo(sum('numerator'), 2);
        // a count that is part of nothing has no denominator to compare
        if (rollUp.differenceDenominator !== null)
          expect(rollUp.differenceDenominator, name).toBeCloseTo(sum('denominator'), 2);
      }
    }
  });
});
