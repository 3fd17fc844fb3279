import { describe, expect, it } from 'vitest';
import type { ComposedSheet } from '#core/cartography/sheet/composed-sheet.ts';
import type { DrawItem } from '#core/cartography/sheet/drawing.ts';
import { assertPrintable } from '#core/cartography/sheet/lint/assert-printable.ts';
import { lintSheet } from '#core/cartography/sheet/lint/lint-sheet.ts';
import { describeFinding, type LintPage, type LintRule } from '#core/cartography/sheet/lint/sheet-finding.ts';
import { textItem } from '#core/cartography/sheet/shapes.ts';
import { DEFAULT_SHEET_OPTIONS, type SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import { createIndicatorContext, type IndicatorContext } from '#core/indicators/context.ts';
import { composeTinySheet, createSheetSpec } from '../../../../support/sheets.ts';
import { COUNTY } from '../../../../support/tiny/areas.ts';
import { createTinyCounty, createTinyCountyRows } from '../../../../support/tiny-county.ts';

const tiny = createIndicatorContext(createTinyCounty());
const APPROVAL = { number: '黔S（2026）001号', date: '2026-11-20' } as const;
const withApproval = { ...DEFAULT_SHEET_OPTIONS, approval: APPROVAL };

const composed = new Map<string, ComposedSheet>();

/** The sheet of a spec, composed once. */
function compose(overrides: Partial<SheetSpec>, context = tiny): ComposedSheet {
  const key = JSON.stringify(overrides);
  const sheet = (context === tiny ? composed.get(key) : undefined) ?? composeTinySheet(overrides, context);
  if (context === tiny) composed.set(key, sheet);
  return sheet;
}

/** Rules that a sheet of the tiny county breaks, with texts added to its page. */
function rulesOf(
  overrides: Partial<SheetSpec>,
  {
    context = tiny,
    added = [],
    page = {},
  }: { context?: IndicatorContext; added?: string[]; page?: Partial<LintPage> } = {},
): readonly LintRule[] {
  const spec = createSheetSpec(overrides);
  const sheet = compose(overrides, context);
  const items: DrawItem[] = [...sheet.items, ...added.map((text) => textItem(text, [100, 100], { size: 4 }))];
  return lintSheet({ spec, context, pages: [{ ...sheet, items, ...page }] }).map(({ rule }) => rule);
}

const internal = { map: 'targets' } as const;
const open = { map: 'targets', edition: 'public', options: withApproval } as const;

describe('lintSheet', () => {
  it('finds no error on an internal sheet, on a review copy and on a public edition as they come', () => {
    for (const overrides of [internal, { ...internal, edition: 'review' }, open] as const)
      for (const map of ['targets', 'measures', 'industry', 'progress'] as const)
        for (const language of ['zh', 'en'] as const) {
          const spec = createSheetSpec({ ...overrides, map, language });
          const found = lintSheet({ spec, context: tiny, pages: [compose({ ...overrides, map, language })] });
          expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
        }
  });

  it.each([
    ['identity_numbers', '520102199001011234'],
    ['identity_numbers', '52010219900101123X'],
    ['telephones', '13800138000'],
    ['telephones', '0851-8888888'],
  ] as const)('finds %s on every edition: %s', (rule, added) => {
    expect(rulesOf(internal, { added: [added] })).toContain(rule);
    expect(rulesOf(open, { added: [added] })).toContain(rule);
  });

  it.each([
    ['local_codes', `${COUNTY}1012010010001`],
    ['masked_names', '张**'],
    ['masked_names', '户主张××'],
    ['small_counts', '2 户'],
    ['small_counts', '9 人'],
    ['small_counts', '40 / 41 户'],
    ['small_counts', '1 households'],
    ['small_counts', '120 / 125 people'],
    ['coordinates', '106°30′'],
  ] as const)('finds %s on a public edition: %s', (rule, added) => {
    expect(rulesOf(open, { added: [added] })).toContain(rule);
    expect(rulesOf(internal, { added: [added] })).not.toContain(rule);
  });

  it.each(['1,421 / 1,769 户', '3 户', '10 人', '<3 户', '0 户', '12 个村', '铺装×0.9', '2 公里'])(
    'lets %s pass',
    (added) => {
      expect(rulesOf(open, { added: [added] })).toEqual(rulesOf(open));
    },
  );

  it('finds names of settlements and panels that the public does not see', () => {
    // 滩头 is a settlement; 石坪 is one, and a part of the village's name, which may be broken into lines
    expect(rulesOf(open, { added: ['滩头'] })).toContain('below_village');
    expect(rulesOf(open, { added: ['石坪'] })).not.toContain('below_village');
    expect(rulesOf(internal, { added: ['滩头'] })).not.toContain('below_village');
    const { report } = compose(open);
    const panels = [{ id: 'ranking', rect: { x: 0, y: 0, width: 1, height: 1 }, omitted: 0 }];
    expect(rulesOf(open, { page: { report: { ...report, panels } } })).toContain('internal_panels');
  });

  it('asks a public edition for its approval number, and a review copy for its watermark', () => {
    expect(rulesOf({ ...open, options: DEFAULT_SHEET_OPTIONS })).toContain('approval_missing');
    expect(rulesOf({ ...internal, edition: 'review' }, { page: { items: [] } })).toContain('watermark_missing');
    expect(rulesOf(open, { added: ['未经审核 不得公开'] })).toContain('watermark_wrong');
  });

  it('asks for date, source and the name of the unit', () => {
    const bare = rulesOf(internal, { page: { items: [] } });
    expect(bare).toContain('date_missing');
    expect(bare).toContain('source_missing');
    expect(bare).toContain('mark_missing');
    expect(rulesOf({ ...internal, options: { ...DEFAULT_SHEET_OPTIONS, title: '对象分布图' } })).toContain(
      'title_without_unit',
    );
  });

  it('finds the words of the archive on a sheet after 2020, not on one of then', () => {
    const rows = createTinyCountyRows();
    const archive = createIndicatorContext(
      createTinyCounty({ campaign: { ...rows.campaign, targetWordSet: 'poverty_alleviation' } }),
    );
    expect(rulesOf(internal, { context: archive })).toContain('archive_words');
    expect(rulesOf(internal, { added: ['脱贫攻坚作战室'] })).toContain('archive_words');
    expect(rulesOf(internal)).not.toContain('archive_words');
    const then = createSheetSpec({ ...internal, asOf: '2020-06-30' });
    const page = compose(internal, archive);
    expect(lintSheet({ spec: then, context: archive, pages: [page] }).map(({ rule }) => rule)).not.toContain(
      'archive_words',
    );
  });

  it('finds an odd scale, names without a place, missing characters and small text', () => {
    const { layout, report } = compose(internal);
    expect(rulesOf(internal, { page: { layout: { ...layout, scale: 73_000 } } })).toContain('scale_odd');
    expect(rulesOf(internal, { page: { report: { ...report, unplaced: ['石坪村'] } } })).toContain('names_unplaced');
    expect(rulesOf(internal, { page: { report: { ...report, missingGlyphs: ['U+20BB7'] } } })).toContain(
      'glyphs_missing',
    );
    expect(rulesOf(internal, { page: { items: [textItem('小字', [10, 10], { size: 1 })] } })).toContain('text_small');
  });

  it('refuses ground data finer than 30 m where they are drawn', () => {
    const { county } = tiny;
    const dem = { west: 106, north: 27, cellDegrees: 0.0001, columns: 2, rows: 2, elevations: new Int16Array(4) };
    const context = { ...tiny, county: { ...county, dem } };
    const spec = createSheetSpec({ map: 'measures' });
    expect(lintSheet({ spec, context, pages: [compose({})] }).map(({ rule }) => rule)).toContain('dem_fine');
  });

  it('does not echo what it found of persons', () => {
    const spec = createSheetSpec(open);
    const sheet = compose(open);
    const items = [...sheet.items, textItem('520102199001011234', [1, 1], { size: 4 })];
    const sentences = lintSheet({ spec, context: tiny, pages: [{ ...sheet, items }] }).map((one) =>
      describeFinding(one, 'zh'),
    );
    expect(sentences.join()).not.toContain('520102199001011234');
  });
});

describe('assertPrintable', () => {
  const error = { rule: 'coordinates', severity: 'error', values: { count: 2 } } as const;

  it('stops a public edition and its review copy with the sentences of the errors', () => {
    for (const edition of ['public', 'review'] as const)
      expect(() => assertPrintable([error], { edition, language: 'zh' })).toThrowError(
        expect.objectContaining({
          code: 'sheet_not_public',
          details: { count: 1, problems: '图面有2处经纬度注记；公开版不得有坐标。' },
        }),
      );
  });

  it('lets internal sheets pass, and public ones with warnings', () => {
    assertPrintable([error], { edition: 'internal', language: 'zh' });
    assertPrintable([{ ...error, severity: 'warning' }], { edition: 'public', language: 'zh' });
  });
});
