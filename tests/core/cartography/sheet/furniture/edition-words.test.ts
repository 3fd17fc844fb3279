import { describe, expect, it } from 'vitest';
import { writeEdition } from '#core/cartography/sheet/furniture/edition-words.ts';
import { DEFAULT_SHEET_OPTIONS } from '#core/cartography/sheet/sheet-spec.ts';
import { text } from '#core/texts/text.ts';
import { createSheetSpec } from '#tests/support/sheets.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

describe('writeEdition', () => {
  const kit = { say: (key: Parameters<typeof text<'sheets'>>[2], values = {}) => text('zh', 'sheets', key, values) };
  const write = (plan: string | null): string =>
    writeEdition(kit, createSheetSpec({ options: { ...DEFAULT_SHEET_OPTIONS, plan } }), createTinyCounty());

  it('names the edition alone when the sheet shows what is in force', () => {
    expect(write(null)).toBe('内部使用');
  });

  it('says of a draft that it is one', () => {
    expect(write('FA0003')).toBe('方案草案 FA0003 · 内部使用');
  });

  it('names a published plan', () => {
    expect(write('plan-1')).toBe('方案 plan-1 · 内部使用');
  });
});
