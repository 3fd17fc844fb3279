import { describe, expect, it } from 'vitest';
import { composeSheetSet } from '#core/cartography/sheet/compose-sheet-set.ts';
import type { ComposedSheet, SheetPage } from '#core/cartography/sheet/composed-sheet.ts';
import { rectTouchesContours } from '#core/cartography/sheet/contour-geometry.ts';
import { type Rect, rectContains, rectsOverlap } from '#core/cartography/sheet/drawing.ts';
import { getPaper, PAPER_NAMES } from '#core/cartography/sheet/paper.ts';
import type { SheetExtent } from '#core/cartography/sheet/sheet-ground.ts';
import { DEFAULT_SHEET_OPTIONS, type SheetOptions, type SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import { computeFigure } from '#core/indicators/compute.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { labelPart } from '#core/indicators/part-label.ts';
import { createSheetSpec, listTexts, measurePlainly } from '#tests/support/sheets.ts';
import { COUNTY, VILLAGES, WEST_TOWN } from '#tests/support/tiny/areas.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const context = createIndicatorContext(createTinyCounty());

const compose = (
  overrides: Partial<SheetSpec> = {},
  more: { readonly extent?: SheetExtent; readonly page?: SheetPage } = {},
): readonly ComposedSheet[] =>
  composeSheetSet({
    spec: createSheetSpec({ relief: false, ...overrides }),
    context,
    measure: measurePlainly,
    hasGlyph: () => true,
    liveCode: null,
    ...more,
  });

const composeOne = (...input: Parameters<typeof compose>): ComposedSheet => {
  const [sheet] = compose(...input);
  if (!sheet) throw new RangeError('Got no sheet');
  return sheet;
};

const options = (chosen: Partial<SheetOptions>): { options: SheetOptions } => ({
  options: { ...DEFAULT_SHEET_OPTIONS, ...chosen },
});

const wordsOf = ({ items }: ComposedSheet): string[] => listTexts(items).map(({ text }) => text);

const overlaps = (rects: readonly Rect[]): number =>
  rects.flatMap((rect, index) => rects.slice(index + 1).filter((other) => rectsOverlap(rect, other))).length;

/** Small upright sheets that cannot hold everything. */
const SMALL = [
  { map: 'targets', areaCode: VILLAGES[0], paper: 'A4' },
  { map: 'measures', areaCode: WEST_TOWN, paper: '300x148' },
  { map: 'progress', areaCode: COUNTY, paper: '210x148' },
  { map: 'industry', areaCode: COUNTY, paper: '1184x148' },
] as const satisfies readonly Partial<SheetSpec>[];

describe('composeSheetSet', () => {
  it.each(SMALL)('loses nothing that finds no room: $map $areaCode $paper', (asked) => {
    const sheets = compose({ ...asked, areaCode: asked.areaCode ?? COUNTY });
    const everything = compose({ ...asked, areaCode: asked.areaCode ?? COUNTY, paper: '2A0' })[0];
    const shown = new Set(sheets.flatMap(({ report }) => report.panels.map(({ id }) => id)));
    expect(sheets.flatMap(({ report }) => report.leftOut)).toEqual([]);
    // legend and locator may stand in the map instead
    const expected = (everything?.report.panels ?? []).filter(({ id }) => id !== 'legend' && id !== 'locator');
    for (const { id } of expected) expect(shown).toContain(id);
    expect(sheets.at(-1)?.report.panels.filter(({ omitted }) => omitted > 0)).toEqual([]);
    expect(sheets[0]?.report.omittedNotes).toBe(0);
  });

  it.each(['A0', 'A2', 'A3'])(
    'shows all categories and causes of towns wherever it shows such a table: %s',
    (paper) => {
      const tables = ['towns_by_category', 'towns_by_cause'];
      const pages = compose({ map: 'targets', areaCode: COUNTY, paper });
      const placed = pages.flatMap(({ report }) => report.panels.map(({ id }) => id));
      expect(placed).toEqual(expect.arrayContaining(tables));
      const words = pages.flatMap(wordsOf);
      for (const { part } of [
        ...computeFigure(context, 'T1', COUNTY).parts,
        ...computeFigure(context, 'T3', COUNTY).parts,
      ])
        if (part !== null && /^(category|cause):/.test(part))
          expect(words).toContain(labelPart('zh', context.county, part));
    },
  );

  it('prints every row of a table once over its sheets', () => {
    const rowsOf = (sheets: readonly ComposedSheet[]): string[] =>
      sheets
        .flatMap(wordsOf)
        .filter((word) => /^\d{7}$/.test(word))
        .toSorted();
    const asked = { map: 'targets', areaCode: VILLAGES[0] ?? '' } as const;
    expect(rowsOf(compose({ ...asked, paper: '210x148' }))).toEqual(rowsOf(compose({ ...asked, paper: '2A0' })));
  });

  it('keeps panels of every sheet inside the margins and apart from each other', () => {
    for (const asked of SMALL)
      for (const { layout, report } of compose({ ...asked, areaCode: asked.areaCode ?? COUNTY })) {
        const room = { ...layout.content, height: layout.content.height + 0.01, width: layout.content.width + 0.01 };
        expect(report.panels.every(({ rect }) => rectContains(room, rect))).toBe(true);
        expect(overlaps(report.panels.map(({ rect }) => rect))).toBe(0);
      }
  });

  it('goes on on a smaller paper where that holds the rest, and says on which', () => {
    const sheets = compose({ map: 'targets', areaCode: COUNTY, paper: '900x300', orientation: 'portrait' });
    const [first, second] = sheets;
    expect(sheets).toHaveLength(2);
    expect(first?.paper).toEqual({ width: 300, height: 900 });
    expect(second?.paper).toEqual({ width: 297, height: 420 });
    expect(second?.layout.paper).toEqual({ x: 0, y: 0, width: 297, height: 420 });
    expect(wordsOf(second as ComposedSheet).join('')).toContain(`${COUNTY}-1-A3`);
  });

  it('numbers its sheets and says on the map what stands on the others', () => {
    const sheets = compose({ map: 'progress', areaCode: COUNTY, paper: '210x148' });
    expect(sheets.length).toBeGreaterThan(1);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(
      sheets.map((_, index) => ({ number: index + 1, total: sheets.length })),
    );
    sheets.slice(1).forEach((sheet, index) => {
      expect(wordsOf(sheet).join('')).toContain(`第${index + 2}幅 共${sheets.length}幅`);
    });
    expect(sheets[0]?.report.continued.length).toBeGreaterThan(0);
    expect(wordsOf(sheets[0] as ComposedSheet).join('')).toContain('续表见');
  });

  it('has one sheet and says what is left out where further sheets are not wanted', () => {
    const sheets = compose({ paper: '210x148', ...options({ hidden: ['continuation'] }) });
    expect(sheets).toHaveLength(1);
    expect(sheets[0]?.report.leftOut.length).toBeGreaterThan(0);
    expect(wordsOf(sheets[0] as ComposedSheet).join('')).toContain('本幅未列');
  });

  it('leaves out hidden furniture and panels', () => {
    const { report, items } = composeOne({ ...options({ hidden: ['legend', 'north', 'ranking', 'figures', 'grid'] }) });
    const ids = report.panels.map(({ id }) => id);
    for (const id of ['legend', 'ranking', 'figures']) expect(ids).not.toContain(id);
    expect(listTexts(items).map(({ text }) => text)).not.toContain('图例');
  });

  it('puts furniture where it is put, else says that it could not, and never over the area', () => {
    for (const place of ['left_top', 'right_top', 'left_bottom', 'right_bottom', 'panel'] as const) {
      const { report, layout } = composeOne({
        paper: 'A2',
        areaCode: WEST_TOWN,
        ...options({ places: { legend: place, locator: place, north: place } }),
      });
      expect(report.insetRects.filter((rect) => rectTouchesContours(rect, report.area))).toEqual([]);
      expect(report.insetRects.every((rect) => rectContains(layout.map, rect))).toBe(true);
      expect(overlaps(report.insetRects)).toBe(0);
      if (place === 'panel')
        expect(report.panels.map(({ id }) => id)).toEqual(expect.arrayContaining(['legend', 'locator']));
      else expect(report.insetRects.length + report.displaced.length).toBeGreaterThan(0);
    }
  });

  it('prints own title, own notes, approval number and places for signatures', () => {
    const sheet = composeOne(
      options({
        title: '样图标题',
        notes: '第一句。\n第二句。',
        approval: { number: '黔S(2026)001号', date: '2026-11-01' },
        signatures: ['编制', '审核'],
      }),
    );
    const words = wordsOf(sheet);
    expect(sheet.title).toBe('样图标题');
    for (const word of [
      '样图标题',
      '第一句。',
      '第二句。',
      '审图号：黔S(2026)001号',
      '批准日期：2026年11月1日',
      '编制',
      '审核',
    ])
      expect(words).toContain(word);
    const { panels } = sheet.report;
    const lines = panels.find(({ id }) => id === 'signatures')?.rect;
    expect(lines && lines.y + lines.height).toBeCloseTo(sheet.layout.panels.y + sheet.layout.panels.height, 6);
  });

  it('sets a title of 200 characters in several lines within its row', () => {
    const title = '长'.repeat(200);
    const { items, layout } = composeOne({ paper: 'A3', ...options({ title }) });
    const lines = listTexts(items).filter(({ text }) => /^长+$/.test(text));
    expect(lines.map(({ text }) => text).join('')).toBe(title);
    for (const { text, size, x, y } of lines) {
      expect(x - measurePlainly(text, 'bold', size) / 2).toBeGreaterThanOrEqual(layout.title.x);
      expect(y).toBeLessThanOrEqual(layout.title.y + layout.title.height);
    }
  });

  it('shows the front half of a ranking, or none', () => {
    const rows = (ranking: SheetOptions['ranking']) =>
      composeOne(options({ ranking })).report.panels.find(({ id }) => id === 'ranking')?.rect.height ?? 0;
    expect(rows('front_half')).toBeLessThan(rows('all'));
    expect(rows('none')).toBe(0);
  });

  it('draws the ground through the bleed, crop marks on it and nothing else there', () => {
    const { paper, bleedMillimeters, items } = composeOne({ paper: 'A3', ...options({ bleedMillimeters: 3 }) });
    expect([paper.width, paper.height, bleedMillimeters]).toEqual([420, 297, 3]);
    const marks = items.filter(
      (item) =>
        item.kind === 'path' &&
        [...item.contours].some((contour) => Array.from(contour).some((value) => value < 0 || value > 420)),
    );
    // two of the eight marks lie above and below the left edge
    expect(marks).toHaveLength(1 + 8 - 2);
    expect(items[0]).toMatchObject({ kind: 'path', contours: [[-3, -3, 423, -3, 423, 300, -3, 300]] });
    expect(items[0]).toHaveProperty('fill');
    expect(composeOne({ paper: 'A3' }).bleedMillimeters).toBe(0);
  });
});

describe('composeSheetSet on other papers', () => {
  it.each(PAPER_NAMES.filter((name) => !/^A\d$/.test(name)))('lays out %s both ways', (paper) => {
    for (const orientation of ['landscape', 'portrait'] as const) {
      const { layout, report } = composeOne({ paper, orientation });
      const { map, outerFrame, title, strip, panels, content } = layout;
      expect([outerFrame, title, strip, panels].every((rect) => rectContains(content, rect))).toBe(true);
      expect(overlaps([outerFrame, title, strip, panels])).toBe(0);
      expect(report.insetRects.filter((rect) => rectTouchesContours(rect, report.area))).toEqual([]);
      const inside = report.area.flat().every((value, i) => (i % 2 === 0 ? value > map.x : value > map.y));
      expect(inside).toBe(true);
    }
  });

  it('cuts a roll to the length that the area needs', () => {
    const { paper, layout } = composeOne({ paper: 'R914' });
    expect(paper.height).toBe(914);
    expect(paper.width).toBeGreaterThanOrEqual(914);
    expect(paper.width % 10).toBe(0);
    // the scale is as large as the roll's width allows: a longer piece would not make it larger
    const longest = composeOne({ paper: '5000x914' });
    expect(layout.scale).toBe(longest.layout.scale);
    expect(paper.width).toBeLessThan(getPaper('5000x914').long);
  });
});

describe('composeSheetSet for pages of a book', () => {
  const page: SheetPage = {
    number: 12,
    total: 40,
    neighbours: { north: 3, east: 13, west: 11 },
    bindingEdge: 'left',
  };

  it('has a wide margin at the binding edge, its number and its neighbours', () => {
    const sheets = compose({ paper: 'A3', areaCode: WEST_TOWN }, { page });
    expect(sheets).toHaveLength(1);
    expect(sheets[0]?.layout.content.x).toBe(35);
    const words = wordsOf(sheets[0] as ComposedSheet);
    for (const word of ['第12页 共40页', '3', '13', '11']) expect(words).toContain(word);
  });

  it('shows the ground around a middle at an exact scale, with nothing beside it', () => {
    const center: [number, number] = [36_400, 2_900_000];
    const { layout, projection, report } = composeOne({ paper: 'A3', scale: 25_000 }, { extent: { center }, page });
    expect(layout.arrangement).toBe('none');
    expect(projection.scale).toBe(25_000);
    const [x, y] = projection.planeToPaper(center);
    expect(x).toBeCloseTo(layout.map.x + layout.map.width / 2, 9);
    expect(y).toBeCloseTo(layout.map.y + layout.map.height / 2, 9);
    expect(report.panels).toEqual([]);
  });

  it('shows a box whole', () => {
    const base = composeOne({ paper: 'A3' });
    const [west, north] = base.projection.paperToPlane([base.layout.map.x, base.layout.map.y]);
    const box = [west + 1000, north - 5000, west + 5000, north - 2000] as const;
    const { projection, layout } = composeOne({ paper: 'A3' }, { extent: { box } });
    const [left, top] = projection.planeToPaper([box[0], box[3]]);
    const [right, bottom] = projection.planeToPaper([box[2], box[1]]);
    expect(left >= layout.map.x && right <= layout.map.x + layout.map.width).toBe(true);
    expect(top >= layout.map.y && bottom <= layout.map.y + layout.map.height).toBe(true);
  });
});
