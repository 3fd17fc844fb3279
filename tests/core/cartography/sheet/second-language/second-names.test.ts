import { describe, expect, it } from 'vitest';
import { DEFAULT_SHEET_OPTIONS } from '#core/cartography/sheet/sheet-spec.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { composeTinySheet, listTexts } from '#tests/support/sheets.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const context = createIndicatorContext(createTinyCounty());
const compose = (secondLanguage: 'zh' | 'en' | null, language: 'zh' | 'en' = 'zh') =>
  composeTinySheet({ language, options: { ...DEFAULT_SHEET_OPTIONS, secondLanguage } }, context);
const textsOf = (sheet: ReturnType<typeof compose>): string[] => listTexts(sheet.items).map(({ text }) => text);

describe('a sheet in two languages', () => {
  it('says title, headings, legend and names in both', () => {
    const texts = textsOf(compose('en'));
    expect(texts).toEqual(expect.arrayContaining(['主要指标', 'Main figures', '图例', 'Legend']));
    expect(texts.join(' ')).toMatch(/Map of Progress/);
    const town = context.county.areas.find(({ level }) => level === 'town');
    expect(texts.join(' ')).toContain(town?.name);
    expect(texts.join(' ')).toContain(town?.nameEn);
  });

  it('sets every line of a name as a text of its own', () => {
    expect(textsOf(compose('en')).filter((text) => text.includes('\n'))).toEqual([]);
    expect(compose('en').report.missingGlyphs).toEqual([]);
  });

  it('is the sheet in one language when the second is the first', () => {
    expect(compose('zh').items).toEqual(compose(null).items);
  });

  it('says what a reader of the second language must know of data and boundaries', () => {
    const words = textsOf(compose('en')).join(' ');
    expect(words).toContain('data revision');
    expect(words).toContain('no basis for delimitation');
  });
});
