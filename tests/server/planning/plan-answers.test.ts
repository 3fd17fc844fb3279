import { describe, expect, it } from 'vitest';
import { roundNumber, writeNumbers } from '#server/planning/choices-words.ts';
import { faultsToAnswers } from '#server/planning/plan-answers.ts';

describe('faultsToAnswers', () => {
  it('groups what is counted in threes, and leaves years as they are', () => {
    const say = (code: 'over_capacity' | 'year_outside_campaign', details: Readonly<Record<string, number>>) =>
      faultsToAnswers('zh', (name) => name, [{ code, commandId: null, about: 'AZ001', details }])[0]?.text;
    expect(say('over_capacity', { households: 2917, capacity: 1800, excess: 1117 })).toBe(
      '“AZ001”安排 2,917 户，容量 1,800 户，超出 1,117 户。',
    );
    expect(say('year_outside_campaign', { year: 2031, first: 2024, last: 2027 })).toBe(
      '“AZ001”的年份 2031 不在专项期限 2024 至 2027 年内。',
    );
  });
});

describe('writeNumbers', () => {
  it('writes numbers in threes with one decimal at most, and leaves texts', () => {
    expect(writeNumbers({ households: 2917, km: 1234.56, year: '2027' })).toEqual({
      households: '2,917',
      km: '1,234.6',
      year: '2027',
    });
    expect([roundNumber(12), roundNumber(12.04), roundNumber(12.05)]).toEqual(['12', '12', '12.1']);
  });
});
