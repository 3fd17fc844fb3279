import { describe, expect, it } from 'vitest';
import {
  formatBenchmark,
  formatDate,
  formatDifference,
  formatFigureValue,
  formatFraction,
  formatLag,
  formatMonth,
  formatNumber,
  lightLetter,
  writeFigureValue,
} from '#core/indicators/format-figure.ts';

const zh = { language: 'zh' } as const;
const en = { language: 'en' } as const;

describe('formatBenchmark', () => {
  it('keeps the second decimal of a rate that its source states', () => {
    expect(formatBenchmark(0.8791, 'ratio', zh)).toBe('87.91 %');
    expect(formatBenchmark(0.842, 'ratio', zh)).toBe('84.2 %');
    expect(formatBenchmark(0.29, 'ratio', en)).toBe('29.0 %');
  });

  it('writes everything else as a figure', () => {
    expect(formatBenchmark(3000, 'meters', zh)).toBe('3.0 公里');
  });
});

describe('writeFigureValue', () => {
  it('writes a rate with one decimal and its unit apart', () => {
    expect(writeFigureValue({ value: 1421 / 1769, unit: 'ratio' }, zh)).toEqual({ value: '80.3', unit: '%' });
  });

  it('reads the same from metres and from kilometres', () => {
    expect(formatFigureValue({ value: 3000, unit: 'meters' }, zh)).toBe('3.0 公里');
    expect(formatFigureValue({ value: 3, unit: 'km' }, zh)).toBe('3.0 公里');
  });

  it('gives kilometres three decimals in ledgers', () => {
    expect(formatFigureValue({ value: 1234.5678, unit: 'km' }, { language: 'en', reading: 'ledger' })).toBe(
      '1,234.568 km',
    );
  });

  it('writes money in 万元 with two decimals', () => {
    expect(formatFigureValue({ value: 12_345_678, unit: 'yuan' }, zh)).toBe('1,234.57 万元');
  });

  it('writes a dash where there is no value', () => {
    expect(formatFigureValue({ value: null, unit: 'ratio' }, zh)).toBe('—');
  });
});

describe('formatFraction', () => {
  it('states numerator, denominator and what they count', () => {
    const figure = { numerator: 1421, denominator: 1769, countUnit: 'projects' } as const;
    expect(formatFraction(figure, zh)).toBe('1,421 / 1,769 个项目');
    expect(formatFraction(figure, en)).toBe('1,421 / 1,769 projects');
  });

  it('keeps the unit of the total of a mean apart from what it is divided by', () => {
    const figure = { unit: 'meters', numerator: 52_000, denominator: 20, countUnit: 'settlements' } as const;
    expect(formatFraction(figure, zh)).toBe('52.0 公里 / 20 个自然村（组）');
  });

  it('is a plain count without a denominator and nothing without a numerator', () => {
    expect(formatFraction({ numerator: 34677, denominator: null, countUnit: 'people' }, zh)).toBe('34,677 人');
    expect(formatFraction({ numerator: null, denominator: null, countUnit: 'people' }, zh)).toBeNull();
  });
});

describe('formatLag', () => {
  it('speaks of points for rates', () => {
    expect(formatLag({ lag: 0.032, unit: 'ratio' }, zh)).toBe('滞后 3.2 个百分点');
    expect(formatLag({ lag: -0.01, unit: 'ratio' }, en)).toBe('1.0 points ahead');
    expect(formatLag({ lag: 0.0001, unit: 'ratio' }, zh)).toBe('与计划持平');
  });
});

describe('formatDifference', () => {
  it('is positive in the unit of the figure', () => {
    expect(formatDifference(-1500, 'meters', zh)).toBe('1.5 公里');
  });
});

describe('formatNumber', () => {
  it('rounds halves away from zero although binary fractions lie below them', () => {
    expect(formatNumber(0.285 * 100, 0)).toBe('29');
    expect(formatNumber(1.005, 2)).toBe('1.01');
    expect(formatNumber(-2.5, 0)).toBe('−3');
  });

  it('groups thousands and never writes minus zero', () => {
    expect(formatNumber(1_234_567.891, 1)).toBe('1,234,567.9');
    expect(formatNumber(-0.001, 1)).toBe('0.0');
  });
});

describe('formatDate', () => {
  it('is a date without leading zeros', () => {
    expect(formatDate('2026-01-02', 'zh')).toBe('2026年1月2日');
    expect(formatDate('2026-11-22', 'en')).toBe('22 November 2026');
    expect(formatMonth('2026-11', 'zh')).toBe('2026年11月');
  });
});

describe('lightLetter', () => {
  it('tells the lights apart without colour', () => {
    expect((['green', 'yellow', 'red', 'grey'] as const).map((light) => lightLetter(light, 'zh')).join('')).toBe(
      '绿黄红—',
    );
    expect(lightLetter('red', 'en')).toBe('R');
  });
});
