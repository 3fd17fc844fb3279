import { describe, expect, it } from 'vitest';
import { describeChange } from '#client/state/figure-words.ts';
import type { FigureAnswer } from '#core/api/figures.ts';

const createFigure = (overrides: Partial<FigureAnswer> = {}): FigureAnswer => ({
  code: 'P1',
  part: null,
  partName: null,
  area: '529901',
  asOf: '2026-11-22',
  plan: null,
  revision: 1,
  value: 1421 / 1769,
  unit: 'ratio',
  numerator: 1421,
  denominator: 1769,
  countUnit: 'projects',
  pair: null,
  target: null,
  light: 'grey',
  lag: null,
  dueSoon: false,
  recovered: false,
  reason: null,
  speedVersion: null,
  benchmarks: [],
  trend: null,
  pace: null,
  name: '项目竣工率',
  definition: '',
  source: '',
  betterDirection: 'up',
  reasonText: null,
  parts: [],
  numeratorName: '竣工项目',
  denominatorName: '开工项目',
  ...overrides,
});

describe('describeChange', () => {
  it('tells rates apart in points', () => {
    const before = createFigure({ value: 0.75 });
    expect(describeChange(createFigure({ value: 0.803 }), before, 'zh')).toEqual({
      direction: 'better',
      words: '+5.3 个百分点',
    });
  });

  it('calls a fall of an indicator that should fall an improvement', () => {
    const unmoved = { unit: 'households', countUnit: 'households', betterDirection: 'down' } as const;
    const change = describeChange(
      createFigure({ ...unmoved, value: 12 }),
      createFigure({ ...unmoved, value: 30 }),
      'zh',
    );
    expect(change).toEqual({ direction: 'better', words: '−18 户' });
  });

  it('says so when nothing that one can read has changed', () => {
    expect(describeChange(createFigure({ value: 0.80301 }), createFigure({ value: 0.80302 }), 'en')).toEqual({
      direction: 'same',
      words: 'unchanged',
    });
  });

  it('says nothing where either figure has no value', () => {
    expect(describeChange(createFigure({ value: null }), createFigure(), 'zh')).toBeNull();
    expect(describeChange(createFigure(), undefined, 'zh')).toBeNull();
  });
});
