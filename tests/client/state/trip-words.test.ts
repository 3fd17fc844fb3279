import { describe, expect, it } from 'vitest';
import { writeKm, writeLimit, writeMinutes } from '#client/state/trip-words.ts';

describe('writeKm', () => {
  it('writes metres below a kilometre, then kilometres', () => {
    expect(writeKm(0.2345, 'zh')).toBe('235 米');
    expect(writeKm(0.9999, 'en')).toBe('1.00 km');
    expect(writeKm(12.3456, 'zh')).toBe('12.35 公里');
    expect(writeKm(null, 'zh')).toBe('—');
  });
});

describe('writeMinutes', () => {
  it('writes a decimal below ten minutes and hours from two on', () => {
    expect(writeMinutes(4.25, 'zh')).toBe('4.3 分钟');
    expect(writeMinutes(48.6, 'en')).toMatch(/^49 /);
    expect(writeMinutes(135, 'zh')).toBe('2 小时 15 分');
  });
});

describe('writeLimit', () => {
  it('writes minutes as they are and metres as kilometres', () => {
    expect(writeLimit(15, 'minutes', 'zh')).toBe('15 分钟');
    expect(writeLimit(3000, 'meters', 'zh')).toBe('3 公里');
    expect(writeLimit(1500, 'meters', 'en')).toBe('1.5 km');
  });
});
