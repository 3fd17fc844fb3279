import { describe, expect, it } from 'vitest';
import { createPaperSizes } from '#core/cartography/sheet/body/paper-sizes.ts';
import { getPaper, PAPER_NAMES } from '#core/cartography/sheet/paper.ts';
import { leastHeights, lineFactor, readingHeights, symbolFactor } from '#core/cartography/sheet/reading-heights.ts';

const hung = PAPER_NAMES.filter((name) => name !== 'A4').map(getPaper);

describe('readingHeights', () => {
  it('gives tables and notes 2.5 mm on every paper that hangs (domain.md section 8)', () => {
    for (const paper of hung) {
      const { table, note, heading, village, title } = readingHeights(paper);
      expect(Math.min(table, note)).toBeGreaterThanOrEqual(2.5);
      expect(title > heading && heading >= table && village >= note).toBe(true);
    }
  });

  it('gives titles of A0 40 mm and more', () => {
    expect(readingHeights(getPaper('A0')).title).toBeGreaterThanOrEqual(40);
  });
});

describe('leastHeights', () => {
  it('asks as much of a page in the hand at 0.3 m as of a wall at 0.5 m, as an angle', () => {
    const [wall, hand] = [leastHeights(getPaper('A3')), leastHeights(getPaper('A4'))];
    expect(hand.text / 0.3).toBeCloseTo(wall.text / 0.5, 9);
    expect(hand.digits / 0.3).toBeCloseTo(wall.digits / 0.5, 9);
  });

  it('takes a page of a book for one in the hand, whatever its paper', () => {
    expect(leastHeights({ ...getPaper('A3'), isBound: true })).toEqual(leastHeights(getPaper('A4')));
    expect(readingHeights({ ...getPaper('A3'), isBound: true }).table).toBeLessThan(
      readingHeights(getPaper('A3')).table,
    );
  });

  it('holds for the names of settlements and for digits on the map', () => {
    for (const paper of hung) {
      const sizes = createPaperSizes(paper, 'town');
      expect(sizes.label(11, { textMillimeters: 3 })).toBeGreaterThanOrEqual(2.5);
      expect(sizes.label(8, { textMillimeters: 1.8, isDigits: true })).toBeGreaterThanOrEqual(2);
    }
  });
});

describe('symbolFactor', () => {
  it('shrinks symbols less than lines, whose letters nobody reads', () => {
    expect(symbolFactor(getPaper('A0'))).toBe(1);
    expect(symbolFactor(getPaper('A3'))).toBeGreaterThan(lineFactor(getPaper('A3')));
  });
});
