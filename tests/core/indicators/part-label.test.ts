import { describe, expect, it } from 'vitest';
import { computeFigures } from '#core/indicators/compute.ts';
import { labelPart } from '#core/indicators/part-label.ts';
import { LANGUAGES } from '#core/texts/language.ts';
import { COUNTY, WEST_TOWN } from '#tests/support/tiny/areas.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';
import { createTinyContext } from '#tests/support/worked-worlds.ts';

const label = (part: string, language: 'zh' | 'en' = 'zh') => labelPart(language, createTinyCounty(), part);

describe('labelPart', () => {
  it('names kinds with the words of things', () => {
    expect(label('category:industry')).toBe('发展产业');
    expect(label('share:industry', 'en')).toBe('Share: Industry');
    expect(label('function:group_access')).toBe('通组路');
    expect(label('class:Y')).toBe('乡道');
    expect(label('facility:water')).toBe('供水');
    expect(label('cause:unknown')).toBe('原因未填');
  });

  it('names limits, years, rules and what the data itself names', () => {
    expect(label('straight:school:3000')).toBe('学校直线3公里内');
    expect(label('straight_full:site:1000', 'en')).toBe('Within 1 km straight of relocation site, but full');
    expect(label('straight:school')).toBe('到学校的直线距离');
    expect(label('year:2026')).toBe('2026年');
    expect(label('rule:reported_twice')).toBe('重复上报');
    expect(label('project:prj-road-1', 'en')).toBe('Hardening of Y201');
    expect(label('product:茶叶/亩')).toBe('茶叶（亩）');
    expect(label('problem:道路：排水')).toBe('道路：排水');
    expect(label('width:narrow')).toBe('已硬化但窄于3.5米');
  });

  it('has words for every part of every indicator, in both languages', () => {
    const context = createTinyContext();
    const parts = [COUNTY, WEST_TOWN].flatMap((area) =>
      computeFigures(context, area).flatMap((figure) => figure.parts),
    );
    for (const { code, part } of parts) {
      for (const language of LANGUAGES) {
        const words = labelPart(language, context.county, part ?? '');
        expect(words, `${code} ${part}`).not.toBe(part);
        expect(words, `${code} ${part}`).not.toMatch(/[{}]|undefined|NaN|^$/);
      }
    }
  });
});
