import { describe, expect, it } from 'vitest';
import { isDigits, isMark } from '#core/cartography/sheet/lint/text-class.ts';

describe('isDigits', () => {
  it.each(['2026-11-22', '152/160', '107°30′', '36 415', 'X004', '0.37 km', '1,773 / 3,208', '87.9 %'])(
    'takes %s for digits',
    (text) => {
      expect(isDigits(text)).toBe(true);
    },
  );

  it.each(['石坪村', '中药材 79/160 亩', 'km', 'D4 Shiping', '—', '2024年'])('takes %s for words', (text) => {
    expect(isDigits(text)).toBe(false);
  });
});

describe('isMark', () => {
  it('is true of a single character, whatever its code point', () => {
    expect(['绿', 'G', ' 7 ', '𠮷'].every(isMark)).toBe(true);
    expect(['学校', '12'].some(isMark)).toBe(false);
  });
});
