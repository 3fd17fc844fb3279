import { describe, expect, it } from 'vitest';
import { countSlips, nearestNames, plainName, stemOfName } from '#core/ledgers/checks/names.ts';

describe('plainName', () => {
  it('takes blanks and full-width signs for nothing', () => {
    expect(plainName('石　坪 村（１组）')).toBe('石坪村(1组)');
  });
});

describe('stemOfName', () => {
  it('leaves endings off that the same place is written with and without', () => {
    for (const name of ['石坪村', '石坪村委会', '石坪社区', '石坪']) expect(stemOfName(name)).toBe('石坪');
    expect(stemOfName('新村')).toBe('新村');
  });
});

describe('countSlips', () => {
  it('counts each of the four kinds of slips as one', () => {
    expect(countSlips('石坪村', '石坪村', 2)).toBe(0);
    expect(countSlips('石平村', '石坪村', 2)).toBe(1);
    expect(countSlips('石村', '石坪村', 2)).toBe(1);
    expect(countSlips('大石坪村', '石坪村', 2)).toBe(1);
    expect(countSlips('坪石村', '石坪村', 2)).toBe(1);
    expect(countSlips('abcdef', 'uvwxyz', 2)).toBe(3);
  });
});

describe('nearestNames', () => {
  it('proposes the nearest first and nothing that is far', () => {
    const candidates = [
      { name: '柳河村', code: '3' },
      { name: '石坪村', code: '1' },
      { name: '石坝村', code: '2' },
    ];
    expect(nearestNames('石平村', candidates).map(({ code }) => code)).toEqual(['1', '2']);
    expect(nearestNames('高峰村', candidates)).toEqual([]);
  });
});
