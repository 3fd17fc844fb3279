import { describe, expect, it } from 'vitest';
import { listAreaChanges } from '#core/cartography/sheet/changes/area-changes.ts';
import { composeChangesSheet } from '#core/cartography/sheet/changes/compose-changes-sheet.ts';
import { nameFigure } from '#core/cartography/sheet/changes/name-figure.ts';
import { computeFigure } from '#core/indicators/compute.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { formatFigureValue } from '#core/indicators/format-figure.ts';
import { labelPart } from '#core/indicators/part-label.ts';
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
        const name = nameFigure({ language: 'zh', county: context.county }, after);
        const at = words.indexOf(`${after.code} ${name}`);
        expect(words.slice(at + 1, at + 3)).toEqual([
          formatFigureValue(before, { language: 'zh' }),
          formatFigureValue(after, { language: 'zh' }),
        ]);
      }
      expect(texts.filter(({ x, y }) => x < 0 || y < 0 || x > paper.width || y > paper.height)).toEqual([]);
      expect(words).toContain(`第 1 页 共 ${pages.length} 页`);
    },
  );

  it('tells main causes one by one, not the count of all households once more', () => {
    const words = compose(COUNTY).pages.flatMap((items) => listTexts(items).map(({ text }) => text));
    const rows = words.filter((text) => text.startsWith('T3 '));
    expect(rows).toContain('T3 主要原因构成：因灾');
    const before = context.at(DAYS.from);
    for (const row of rows) {
      const part = computeFigure(context, 'T3', COUNTY).parts.find(({ part }) =>
        row.endsWith(labelPart('zh', context.county, part ?? '')),
      );
      const was = computeFigure(before, 'T3', COUNTY).parts.find((each) => each.part === part?.part);
      const at = words.indexOf(row);
      expect(words.slice(at + 1, at + 3)).toEqual([`${was?.numerator} 户`, `${part?.numerator} 户`]);
    }
  });

  it('gives the same list for the same spec', () => {
    expect(compose(COUNTY).pages).toEqual(compose(COUNTY).pages);
  });
});
