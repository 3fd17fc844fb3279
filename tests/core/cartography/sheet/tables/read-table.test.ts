import { describe, expect, it } from 'vitest';
import { createEditionView } from '#core/cartography/sheet/edition/create-edition-view.ts';
import { DEFAULT_SHEET_OPTIONS as options } from '#core/cartography/sheet/sheet-spec.ts';
import { readTable } from '#core/cartography/sheet/tables/read-table.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import type { Language } from '#core/texts/language.ts';
import { COUNTY, VILLAGES } from '#tests/support/tiny/areas.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const context = createIndicatorContext(createTinyCounty());
const read = (areaCode: string, language: Language) =>
  readTable('struck_off', {
    scope: { context, area: context.scope(areaCode).area, language },
    edition: createEditionView(context, { edition: 'internal', language, options }),
    options,
    rankedBy: 'P1',
  });

describe('readTable', () => {
  it('says in English where texts of the data stand in Chinese, as they were entered', () => {
    const withFinding = VILLAGES.find((code) => read(code, 'zh')?.rows.some(([kind]) => kind === '问题'));
    expect(withFinding).toBeDefined();
    expect(read(withFinding ?? '', 'en')?.remark).toBe('Chinese as entered');
    expect(read(withFinding ?? '', 'zh')?.remark).toBeUndefined();
    // a county lists villages and hazard points, which have English names
    expect(read(COUNTY, 'en')?.remark).toBeUndefined();
  });
});
