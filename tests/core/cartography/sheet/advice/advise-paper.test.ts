import { describe, expect, it } from 'vitest';
import { advisePaper } from '#core/cartography/sheet/advice/advise-paper.ts';
import { countSheetsNeeded } from '#core/cartography/sheet/advice/count-sheets-needed.ts';
import { describeAdvice } from '#core/cartography/sheet/advice/describe-advice.ts';
import { PAPER_NAMES } from '#core/cartography/sheet/paper.ts';
import { buildCounty } from '#core/county/build-county.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';
import { composeTinySheet } from '#tests/support/sheets.ts';
import { COUNTY } from '#tests/support/tiny/areas.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const context = createIndicatorContext(buildCounty(await loadSampleCounty(), 1));

describe('advisePaper', () => {
  it('advises every paper both ways and recommends one', () => {
    const advice = advisePaper(context, { areaCode: '529901' });
    expect(advice).toHaveLength(PAPER_NAMES.length * 2);
    expect(advice.filter(({ isRecommended }) => isRecommended)).toEqual([advice[0]]);
    for (const { share, scale } of advice) {
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThan(1);
      expect(scale).toBeGreaterThan(0);
    }
  });

  it('recommends paper for the wall to a county, and office paper to a village', () => {
    const [county] = advisePaper(context, { areaCode: '529901' });
    expect(county?.reading).toBe('wall');
    const [village] = advisePaper(context, { areaCode: '529901001001' });
    expect(['A2', 'A3']).toContain(village?.paper);
  });

  it('gives the scale that the sheet then has', () => {
    const tiny = createIndicatorContext(createTinyCounty());
    for (const { paper, orientation, scale } of advisePaper(tiny, { areaCode: COUNTY, papers: ['A0', 'A3', 'R914'] }))
      expect(composeTinySheet({ paper, orientation, relief: false }).layout.scale).toBe(scale);
  });

  it('says why in both languages', () => {
    const [best] = advisePaper(context, { areaCode: '529901', papers: ['A0'] });
    if (!best) throw new RangeError('Got no advice');
    expect(describeAdvice(best, 'zh').join('；')).toContain('A0横幅可印 1:80 000');
    expect(describeAdvice(best, 'en').join('; ')).toContain('A0 landscape holds 1:80 000');
  });
});

describe('countSheetsNeeded', () => {
  it('takes one sheet where the area fits, and more as the scale grows', () => {
    const box = [0, 0, 50_000, 70_000] as const;
    expect(countSheetsNeeded({ box, scale: 200_000, paper: 'A0' }).sheets).toBe(1);
    const counts = [100_000, 50_000, 25_000, 10_000].map(
      (scale) => countSheetsNeeded({ box, scale, paper: 'A0' }).sheets,
    );
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    // 50 x 70 km at 1:50 000 are 1,000 x 1,400 mm; a lying A0 holds 1,120 x 660 mm of map, and sheets overlap by 20 mm
    expect(countSheetsNeeded({ box, scale: 50_000, paper: 'A0' })).toMatchObject({
      across: 1,
      down: 3,
      orientation: 'landscape',
    });
  });
});

describe('composeSheet at a scale that does not fit', () => {
  it('says how many sheets it would take', () => {
    expect(() => composeTinySheet({ paper: 'A4', scale: 5000 })).toThrow(
      expect.objectContaining({
        code: 'scale_does_not_fit',
        details: expect.objectContaining({ sheets: expect.any(Number), across: expect.any(Number) }),
      }),
    );
  });
});
