import { describe, expect, it } from 'vitest';
import { listAreaChanges } from '#core/cartography/sheet/changes/area-changes.ts';
import { composeChangesSheet } from '#core/cartography/sheet/changes/compose-changes-sheet.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { formatFigureValue } from '#core/indicators/format-figure.ts';
import { listTexts, measurePlainly } from '#tests/support/sheets.ts';
import { COUNTY, WEST_TOWN } from '#tests/support/tiny/areas.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const context = createIndicatorContext(createTinyCounty());
const DAYS = { from: '2024-01-02', to: '2026-11-22' } as const;
const compose = (areaCode: string) =>
  composeChangesSheet({ spec: { areaCode, language: 'zh', ...DAYS }, context, measure: measurePlainly });

describe('composeChangesSheet', () => {
  it.each([COUNTY, WEST_TOWN])(
    'prints every figure then and now as it is written elsewhere, inside the page: %s',
    (areaCode) => {
      const { pages, paper } = compose(areaCode);
      const texts = pages.flatMap((items) => listTexts(items));
      const words = texts.map(({ text }) => text);
      const { figures } = listAreaChanges(context.at(DAYS.from), context.at(DAYS.to), areaCode);
      expect(figures.length).toBeGreaterThan(5);
      for (const { before, after } of figures) {
        const at = words.findIndex((text) => text.startsWith(`${after.code} `));
        expect(words.slice(at + 1, at + 3)).toEqual([
          formatFigureValue(before, { language: 'zh' }),
          formatFigureValue(after, { language: 'zh' }),
        ]);
      }
      expect(texts.filter(({ x, y }) => x < 0 || y < 0 || x > paper.width || y > paper.height)).toEqual([]);
      expect(words).toContain(`第 1 页 共 ${pages.length} 页`);
    },
  );

  it('gives the same list for the same spec', () => {
    expect(compose(COUNTY).pages).toEqual(compose(COUNTY).pages);
  });
});
