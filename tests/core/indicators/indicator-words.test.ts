import { describe, expect, it } from 'vitest';
import { INDICATOR_CODES } from '#core/indicators/figure.ts';
import { describeIndicator } from '#core/indicators/indicator-words.ts';
import { LANGUAGES } from '#core/texts/language.ts';

const CAMPAIGN = { targetWordSet: 'regular_assistance', relocationWordSet: 'hazard_relocation' } as const;

describe('describeIndicator', () => {
  it('has name, formula, numerator, denominator and source of every indicator in both languages', () => {
    for (const code of INDICATOR_CODES) {
      for (const language of LANGUAGES) {
        const words = Object.values(describeIndicator(language, CAMPAIGN, code));
        expect(words).toHaveLength(5);
        for (const word of words) expect(word, `${code} ${language}`).not.toMatch(/[{}]|undefined|^$|^[A-Z]\d_/);
      }
    }
  });

  it('speaks the words of the campaign', () => {
    const name = (targetWordSet: 'regular_assistance' | 'poverty_alleviation') =>
      describeIndicator('zh', { ...CAMPAIGN, targetWordSet }, 'T1').name;
    expect(name('regular_assistance')).toBe('防止返贫致贫对象户数、人数');
    expect(name('poverty_alleviation')).toBe('贫困户户数、人数');
  });
});
