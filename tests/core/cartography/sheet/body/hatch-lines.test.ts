import { describe, expect, it } from 'vitest';
import { hatchItems } from '#core/cartography/sheet/body/hatch-lines.ts';

const HATCH = { kind: 'hatch', ground: null, color: '#000000', spacing: 2, width: 0.2, dots: false } as const;
const SQUARE = [0.5, 0.5, 10.5, 0.5, 10.5, 10.5, 0.5, 10.5];

describe('hatchItems', () => {
  it('cuts horizontal lines to the area, holes left open', () => {
    const [item] = hatchItems([SQUARE, [4, 4.5, 6, 4.5, 6, 6.5, 4, 6.5]], { ...HATCH, angles: [0] }, 1);
    const contours = item?.kind === 'path' ? [...item.contours] : [];
    expect(contours.map((line) => [...line])).toEqual([
      [0.5, 2, 10.5, 2],
      [0.5, 4, 10.5, 4],
      [0.5, 6, 4, 6],
      [6, 6, 10.5, 6],
      [0.5, 8, 10.5, 8],
      [0.5, 10, 10.5, 10],
    ]);
  });

  it('rises to the right at 45 degrees', () => {
    const [item] = hatchItems([SQUARE], { ...HATCH, angles: [45] }, 1);
    const [line] = item?.kind === 'path' ? item.contours : [];
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = line ?? [];
    expect((y2 - y1) / (x2 - x1)).toBeCloseTo(-1, 9);
  });
});
