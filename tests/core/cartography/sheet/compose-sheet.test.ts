import { describe, expect, it } from 'vitest';
import { composeSheet } from '#core/cartography/sheet/compose-sheet.ts';
import { rectTouchesContours } from '#core/cartography/sheet/contour-geometry.ts';
import { type Rect, rectContains, rectsOverlap } from '#core/cartography/sheet/drawing.ts';
import { ROUND_MANTISSAS } from '#core/cartography/sheet/round-scale.ts';
import { MAP_KINDS } from '#core/county/kinds.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { composeTinySheet, createSheetSpec, listTexts, measurePlainly } from '#tests/support/sheets.ts';
import { COUNTY, VILLAGES, WEST_TOWN } from '#tests/support/tiny/areas.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const AREAS = [COUNTY, WEST_TOWN, VILLAGES[0]] as const;
const ORIENTATIONS = ['landscape', 'portrait'] as const;

const PAPERS = ['A0', 'A1', 'A2', 'A3', 'A4'] as const;

/** Every map, A paper, orientation and level of the tiny county. */
const EVERY_SHEET = MAP_KINDS.flatMap((map) =>
  PAPERS.flatMap((paper) =>
    ORIENTATIONS.flatMap((orientation) =>
      AREAS.map((areaCode) => ({ map, paper, orientation, areaCode: areaCode ?? COUNTY })),
    ),
  ),
);

const overlapping = (rects: readonly Rect[]): number => {
  let count = 0;
  rects.forEach((rect, index) => {
    for (const other of rects.slice(index + 1)) if (rectsOverlap(rect, other)) count++;
  });
  return count;
};

describe('composeSheet', () => {
  it.each(EVERY_SHEET)('keeps furniture off the area: $map $paper $orientation $areaCode', (asked) => {
    const { layout, report } = composeTinySheet(asked);
    const { map, outerFrame, title, strip, panels, content } = layout;
    expect([outerFrame, title, strip, panels].every((rect) => rectContains(content, rect))).toBe(true);
    expect(overlapping([outerFrame, title, strip, panels])).toBe(0);
    expect(overlapping(report.panels.map(({ rect }) => rect))).toBe(0);
    expect(
      report.panels.every(({ rect }) =>
        rectContains({ ...panels, height: panels.height + 0.01, width: panels.width + 0.01 }, rect),
      ),
    ).toBe(true);
    expect(overlapping(report.insetRects)).toBe(0);
    expect(report.insetRects.filter((rect) => rectTouchesContours(rect, report.area))).toEqual([]);
    expect(report.insetRects.every((rect) => rectContains(map, rect))).toBe(true);
    expect(
      report.area.every((ring) =>
        ring.every((value, i) =>
          i % 2 === 0 ? value > map.x && value < map.x + map.width : value > map.y && value < map.y + map.height,
        ),
      ),
    ).toBe(true);
  });

  it.each(EVERY_SHEET)(
    'places names free of each other, of furniture and of the frame: $map $paper $orientation $areaCode',
    (asked) => {
      const { layout, report } = composeTinySheet(asked);
      expect(report.labelRects.every((rect) => rectContains(layout.map, rect))).toBe(true);
      expect(
        report.insetRects.flatMap((inset) => report.labelRects.filter((label) => rectsOverlap(inset, label))),
      ).toEqual([]);
    },
  );

  it('takes the largest round scale at which the area fits', () => {
    const { layout } = composeTinySheet();
    const mantissa = layout.scale / 10 ** Math.floor(Math.log10(layout.scale));
    expect(ROUND_MANTISSAS).toContain(Math.round(mantissa * 100) / 100);
    expect(() => composeTinySheet({ scale: layout.scale / 4 })).toThrow(/scale/);
    expect(composeTinySheet({ scale: layout.scale * 2 }).layout.scale).toBe(layout.scale * 2);
  });

  it('prints a ground distance at the exact scale', () => {
    const { projection, layout } = composeTinySheet();
    const [x1, y1] = projection.planeToPaper([500_000, 3_000_000]);
    const [x2, y2] = projection.planeToPaper([503_000, 3_004_000]);
    expect(Math.hypot(x2 - x1, y2 - y1)).toBeCloseTo((5000 / layout.scale) * 1000, 6);
  });

  it('gives the same list for the same spec', () => {
    expect(composeTinySheet().items).toEqual(composeTinySheet().items);
  });

  it('has no image when relief is off', () => {
    const kinds = JSON.stringify(composeTinySheet({ relief: false }).items);
    expect(kinds).not.toContain('"kind":"image"');
  });

  it('says title, date, edition, scale, projection, revision and countdown', () => {
    const texts = listTexts(composeTinySheet().items)
      .map(({ text }) => text)
      .join('\n');
    for (const part of [
      '截至2026年11月22日',
      '内部使用',
      '比例尺 1:',
      '404天',
      '数据版本',
      '本图界线不作为划界依据',
      '高斯-克吕格投影3°带，中央经线',
    ])
      expect(texts).toContain(part);
  });

  it('carries the watermark on the review edition only', () => {
    const words = (edition: 'internal' | 'review') =>
      listTexts(composeTinySheet({ edition }).items).map(({ text }) => text);
    expect(words('review')).toContain('未经审核 不得公开');
    expect(words('internal')).not.toContain('未经审核 不得公开');
  });

  it('keeps every text inside the paper', () => {
    const { layout, items } = composeTinySheet({ paper: 'A4', orientation: 'portrait' });
    const outside = listTexts(items).filter(
      ({ x, y }) => x < 0 || y < 0 || x > layout.paper.width || y > layout.paper.height,
    );
    expect(outside.filter(({ outlineWidth }) => !outlineWidth)).toEqual([]);
  });

  it('works for a county outside the national zones', () => {
    const county = createTinyCounty();
    const moved = {
      ...county,
      areas: county.areas.map((area) => ({ ...area, bbox: [9.47, 47.05, 9.64, 47.27] as const })),
    };
    const sheet = composeSheet({
      spec: createSheetSpec({ relief: false }),
      context: createIndicatorContext(moved),
      measure: measurePlainly,
      hasGlyph: () => true,
      liveCode: null,
    });
    expect(sheet.projection.projection.kind).toBe('transverse_mercator');
    expect(listTexts(sheet.items).some(({ text }) => text.includes('横轴墨卡托投影，中央经线9.5°'))).toBe(true);
  });

  it('names the speed table where it prints travel times', () => {
    const wordsOf = (map: 'targets' | 'measures') =>
      listTexts(composeTinySheet({ map }).items)
        .map(({ text }) => text)
        .join('');
    expect(wordsOf('targets')).toContain('速度表第1版（公里/小时）');
    expect(wordsOf('measures')).not.toContain('速度表');
  });
});
