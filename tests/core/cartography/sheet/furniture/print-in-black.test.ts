import { describe, expect, it } from 'vitest';
import type { DrawItem } from '#core/cartography/sheet/drawing.ts';
import { printInBlack } from '#core/cartography/sheet/furniture/print-in-black.ts';
import { rectItem, textItem } from '#core/cartography/sheet/shapes.ts';
import { DEFAULT_SHEET_OPTIONS } from '#core/cartography/sheet/sheet-spec.ts';
import { composeTinySheet } from '#tests/support/sheets.ts';

const colorsOf = (items: readonly DrawItem[]): string[] => JSON.stringify(items).match(/#[0-9A-Fa-f]{6}/g) ?? [];
const isGrey = (color: string): boolean =>
  color.slice(1, 3) === color.slice(3, 5) && color.slice(3, 5) === color.slice(5);

describe('printInBlack', () => {
  it('sets dark and coloured texts in pure black and leaves light ones on their dark ground', () => {
    const [seal, remark, white] = printInBlack([
      textItem('青岭县', [0, 0], { size: 4, color: '#A8321F' }),
      textItem('万元', [0, 0], { size: 2, color: '#444444' }),
      textItem('红', [0, 0], { size: 2, color: '#FFFFFF' }),
    ]);
    expect([seal, remark, white].map((item) => (item?.kind === 'text' ? item.color : ''))).toEqual([
      '#000000',
      '#000000',
      '#FFFFFF',
    ]);
  });

  it('turns colours into the grey of their luma', () => {
    // ITU-R BT.601: 0.299 × 168 + 0.587 × 50 + 0.114 × 31 = 83.1
    const [box] = printInBlack([rectItem({ x: 0, y: 0, width: 1, height: 1 }, { fill: '#A8321F' })]);
    expect(box).toMatchObject({ fill: '#535353' });
  });

  it('leaves no colour on a sheet in black and white', () => {
    for (const map of ['targets', 'measures', 'industry', 'progress'] as const) {
      const sheet = composeTinySheet({ map, options: { ...DEFAULT_SHEET_OPTIONS, colors: 'mono' } });
      expect(colorsOf(sheet.items).filter((color) => !isGrey(color))).toEqual([]);
    }
  });
});
