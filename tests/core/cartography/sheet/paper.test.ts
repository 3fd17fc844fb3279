import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  getPaper,
  PAPER_LIMITS,
  PAPER_NAMES,
  paperDimensions,
  paperFactor,
  parsePaper,
  usualOrientation,
} from '#core/cartography/sheet/paper.ts';
import { readingHeights } from '#core/cartography/sheet/reading-heights.ts';

describe('parsePaper', () => {
  it.each([
    ['A4', 210, 297],
    ['A0', 841, 1189],
    ['2A0', 1189, 1682],
    ['Q787', 787, 1092],
    ['Q889', 889, 1194],
    ['1200x900', 900, 1200],
    ['900x1200', 900, 1200],
    ['2400×1200', 1200, 2400],
  ] as const)('knows %s as %d x %d mm', (size, short, long) => {
    expect(parsePaper(size)).toMatchObject({ short, long, roll: null });
  });

  it('knows a roll by its width', () => {
    expect(parsePaper('R914')).toMatchObject({ short: 914, roll: { width: 914 } });
  });

  it.each([
    '',
    'A5',
    'a0',
    'B1',
    '100x100',
    '6000x1000',
    '5000x200',
    'R100',
    'R9999',
    '1200x',
    '__proto__',
    'toString',
  ])('does not know %s', (size) => {
    expect(parsePaper(size)).toBeNull();
  });

  it('takes any sides within its limits, whichever is named first', () => {
    const { shortest, longest, mostElongated } = PAPER_LIMITS;
    const side = fc.integer({ min: shortest, max: longest });
    fc.assert(
      fc.property(side, side, (a, b) => {
        const paper = parsePaper(`${a}x${b}`);
        const isUsable = Math.max(a, b) <= Math.min(a, b) * mostElongated;
        expect(paper !== null).toBe(isUsable);
        if (paper) expect([paper.short, paper.long]).toEqual([Math.min(a, b), Math.max(a, b)]);
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});

describe('getPaper', () => {
  it('says which papers there are when there is no such paper', () => {
    expect(() => getPaper('A9')).toThrow(expect.objectContaining({ code: 'unknown_paper' }));
  });

  it('knows every paper that is offered', () => {
    expect(PAPER_NAMES.map((size) => getPaper(size).size)).toEqual([...PAPER_NAMES]);
  });
});

describe('paperDimensions', () => {
  it('lays a paper on its long side or stands it up', () => {
    expect(paperDimensions('1200x900', 'landscape')).toEqual({ width: 1200, height: 900 });
    expect(paperDimensions('1200x900', 'portrait')).toEqual({ width: 900, height: 1200 });
  });
});

describe('usualOrientation', () => {
  it('follows the sides as they are written', () => {
    expect([usualOrientation('900x1200'), usualOrientation('1200x900'), usualOrientation('A0')]).toEqual([
      'portrait',
      'landscape',
      'landscape',
    ]);
  });
});

describe('readingHeights', () => {
  it('keeps the reading classes of domain.md section 8 on A0 and larger', () => {
    for (const size of ['A0', '2A0', 'Q889', 'R914', '1200x900', '2400x1200']) {
      const heights = readingHeights(getPaper(size));
      expect(heights.title).toBeGreaterThanOrEqual(40);
      expect(heights.town).toBeGreaterThanOrEqual(10);
      expect(heights.village).toBeGreaterThanOrEqual(5);
      expect(heights.note).toBeGreaterThanOrEqual(2.5);
    }
  });

  it('grows with the paper', () => {
    const factors = ['A4', 'A3', 'A2', 'A1', 'Q787', 'A0', 'Q889', '2A0'].map((size) => paperFactor(getPaper(size)));
    expect(factors).toEqual(factors.toSorted((a, b) => a - b));
  });
});
