import { describe, expect, it } from 'vitest';
import { DEFAULT_SITE_RULES, RULE_CODES, type RuleCode } from '#core/county/site-rule.ts';
import { judgePlace } from '#core/planning/rules/judge-place.ts';
import { type SayContext, sayDistance, sayFactor, sayFinding, saySource } from '#core/planning/rules/say-finding.ts';
import type { RuleFinding } from '#core/planning/rules/site-rule.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const county = { name: '小石县', nameEn: 'Xiaoshi County' };
const zh: SayContext = { language: 'zh', county };
const en: SayContext = { language: 'en', county };

const finding = (code: RuleCode, overrides: Partial<RuleFinding> = {}): RuleFinding => ({
  code,
  strength: 'argued',
  isBroken: true,
  measured: null,
  limit: DEFAULT_SITE_RULES.find((rule) => rule.code === code)?.limit ?? null,
  about: { code: 'x-1', name: '甲', nameEn: 'A' },
  source: 'sample',
  ...overrides,
});

describe('sayFinding', () => {
  it('says numbers with their units', () => {
    expect(sayFinding(zh, finding('natural_slope', { measured: 0.31 }))).toBe('坡度 31 %，超过 25 % 的住房建设上限。');
    expect(sayFinding(en, finding('natural_slope', { measured: 0.2504 }))).toBe(
      'Slope 25.04 %, over the limit of 25 % for housing.',
    );
    expect(sayFinding(zh, finding('near_threatened_area', { measured: 23.4 }))).toBe(
      '距隐患点“甲”（x-1）的威胁范围 23 米，不足预警距离 50 米。',
    );
    expect(sayFinding(en, finding('road_access', { measured: 1234 }))).toBe(
      '1.2 km from the nearest road, more than 500 m.',
    );
    expect(sayFinding(zh, finding('basic_farmland'))).toBe('位于永久基本农田“甲”（x-1）内。');
    expect(sayFinding(en, finding('outside_county'))).toBe('This place is not in Xiaoshi County.');
  });

  it('says what is not known', () => {
    const unknown = { measured: null, about: null, isBroken: false };
    expect(sayFinding(zh, finding('natural_slope', unknown))).toBe('没有高程数据，坡度未知。');
    expect(sayFinding(zh, finding('road_access', { ...unknown, isBroken: true }))).toBe('县内当日没有道路。');
    expect(sayFinding(en, finding('near_threatened_area', unknown))).toBe('The county has no hazard points.');
    expect(sayFinding(zh, finding('basic_farmland', unknown))).toBe('不在永久基本农田内。');
  });

  it('leaves no placeholder open, whatever is judged, in both languages', () => {
    const worlds = [createTinyCounty(), createTinyCounty({ dem: null, segments: [], hazards: [], constraints: [] })];
    const places = worlds.flatMap((world) =>
      (
        [
          [107.512, 27.006],
          [107.524, 27.003],
          [107.538, 27.018],
          [107.9, 27.9],
        ] as const
      ).map((at) => judgePlace(world, at, { isAssessed: false })),
    );
    const said = [zh, en].flatMap((context) => [
      ...places.flatMap(({ rules }) => rules.map((each) => sayFinding(context, each))),
      ...RULE_CODES.flatMap((code) =>
        [true, false].map((isBroken) => sayFinding(context, finding(code, { isBroken }))),
      ),
      ...places.flatMap(({ factors }) => factors.map((each) => sayFactor(context.language, each))),
    ]);
    expect(said.filter((sentence) => /[{}]|_|NaN|Infinity|undefined|“”/.test(sentence))).toEqual([]);
    expect(said.filter((sentence) => !/[。.]$/.test(sentence))).toEqual([]);
  });
});

describe('sayDistance', () => {
  it('turns to kilometres where metres would round up to one', () => {
    expect([sayDistance('zh', 0.4), sayDistance('zh', 999.4), sayDistance('zh', 999.6)]).toEqual([
      '0 米',
      '999 米',
      '1.0 公里',
    ]);
  });
});

describe('saySource', () => {
  it("says sources of the defaults in the reader's language and leaves the others as written", () => {
    expect(saySource('zh', 'cjj_83')).toBe('CJJ 83-2016 第 4.0.1 条');
    expect(saySource('en', '县自然资源局 2025')).toBe('县自然资源局 2025');
    for (const { source } of DEFAULT_SITE_RULES) expect(saySource('en', source)).not.toBe(source);
  });
});
