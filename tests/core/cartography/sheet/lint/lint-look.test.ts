import { describe, expect, it } from 'vitest';
import { composeSheetSet } from '#core/cartography/sheet/compose-sheet-set.ts';
import { lintSheet } from '#core/cartography/sheet/lint/lint-sheet.ts';
import { paperDimensions } from '#core/cartography/sheet/paper.ts';
import { textItem } from '#core/cartography/sheet/shapes.ts';
import { buildCounty } from '#core/county/build-county.ts';
import { MAP_KINDS } from '#core/county/kinds.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';
import { composeTinySheet, createSheetSpec, measurePlainly } from '#tests/support/sheets.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const sample = createIndicatorContext(buildCounty(await loadSampleCounty(), 1));

/** What hangs where nothing else is chosen. */
const USUAL = MAP_KINDS.flatMap((map) =>
  [
    { areaCode: '529901', paper: 'A0' },
    { areaCode: '529901007', paper: 'A2' },
    { areaCode: '529901017009', paper: 'A3' },
  ].map((sheet) => ({ map, ...sheet })),
);

describe('lintLook', () => {
  it.each(USUAL)(
    'finds every text high enough on the usual sheets of a county: $map $areaCode $paper',
    (asked) => {
      const spec = createSheetSpec({ ...asked, relief: false });
      const pages = composeSheetSet({
        spec,
        context: sample,
        measure: measurePlainly,
        hasGlyph: () => true,
        liveCode: [[true]],
      });
      const rules = lintSheet({ spec, context: sample, pages }).map(({ rule }) => rule);
      expect(rules).not.toContain('text_small');
    },
    30_000,
  );

  it('measures a page by its own paper: what may be on A4 is too small on the A0 before it', () => {
    const spec = createSheetSpec();
    const context = createIndicatorContext(createTinyCounty());
    const sheet = composeTinySheet();
    const items = [textItem('见续表', [10, 10], { size: 1.8 })];
    const rulesOn = (size: string): readonly string[] =>
      lintSheet({ spec, context, pages: [sheet, { ...sheet, items, paper: paperDimensions(size, 'landscape') }] }).map(
        ({ rule }) => rule,
      );
    expect(rulesOn('A4')).not.toContain('text_small');
    expect(rulesOn('A3')).toContain('text_small');
  });

  it('allows digits of 2 mm, and only hints at letters of symbols under it', () => {
    const spec = createSheetSpec();
    const context = createIndicatorContext(createTinyCounty());
    const sheet = composeTinySheet();
    const findingsWith = (text: string, height: number) =>
      lintSheet({
        spec,
        context,
        pages: [{ ...sheet, items: [textItem(text, [10, 10], { size: height / 0.92 })] }],
      }).filter(({ rule }) => rule === 'text_small' || rule === 'marks_small');
    expect(findingsWith('2026-11-22', 2)).toEqual([]);
    expect(findingsWith('2026-11-22', 1.5)).toMatchObject([{ rule: 'text_small', severity: 'warning' }]);
    expect(findingsWith('医', 1.5)).toMatchObject([{ rule: 'marks_small', severity: 'hint' }]);
  });
});
