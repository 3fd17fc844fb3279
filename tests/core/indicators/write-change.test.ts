import { describe, expect, it } from 'vitest';
import { writeChange } from '#core/indicators/write-change.ts';

describe('writeChange', () => {
  const ratio = (value: number | null) => ({ value, unit: 'ratio' as const });

  it('is the difference of what is written, in points', () => {
    // 73.5 % and 86.8 %: 13.3, though the values differ by 13.18
    expect(writeChange(ratio(0.7354), ratio(0.8676))).toBe('+13.3');
    expect(writeChange(ratio(0.8676), ratio(0.7354))).toBe('−13.3');
  });

  it('groups thousands and keeps the decimals of the unit', () => {
    expect(writeChange({ value: 1773, unit: 'households' }, { value: 0, unit: 'households' })).toBe('−1,773');
    expect(writeChange({ value: 100, unit: 'km' }, { value: 1334.25, unit: 'km' })).toBe('+1,234.3');
  });

  it('is empty where nothing changes in writing, or where there is nothing to compare', () => {
    expect(writeChange(ratio(0.5), ratio(0.5001))).toBe('');
    expect(writeChange(ratio(null), ratio(0.5))).toBe('');
    expect(writeChange(ratio(0.5), ratio(null))).toBe('');
    expect(writeChange(undefined, ratio(0.5))).toBe('');
  });
});
