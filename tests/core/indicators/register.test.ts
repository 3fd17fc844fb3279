import { describe, expect, it } from 'vitest';
import { INDICATOR_CODES } from '#core/indicators/figure.ts';
import { INDICATORS, isIndicatorCode, parseIndicatorCode } from '#core/indicators/register.ts';
import { renderIndicatorPage } from '#tests/support/indicator-page.ts';

describe('INDICATORS', () => {
  it('holds every code once, under its own name', () => {
    expect(Object.keys(INDICATORS)).toEqual([...INDICATOR_CODES]);
    for (const code of INDICATOR_CODES) expect(INDICATORS[code].code).toBe(code);
  });

  it('is what docs/indicators.md lists', async () => {
    await expect(renderIndicatorPage()).toMatchFileSnapshot('../../../docs/indicators.md');
  });
});

describe('parseIndicatorCode', () => {
  it('knows codes and refuses everything else', () => {
    expect(parseIndicatorCode('P1')).toBe('P1');
    expect(isIndicatorCode('toString')).toBe(false);
    for (const code of ['X1', 'p1', '', '__proto__']) {
      expect(() => parseIndicatorCode(code)).toThrow(expect.objectContaining({ code: 'unknown_indicator' }));
    }
  });
});
