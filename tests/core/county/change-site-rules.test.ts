import { describe, expect, it } from 'vitest';
import { completeSettings, DEFAULT_SETTINGS } from '#core/county/campaign.ts';
import { changeSettings } from '#core/county/change-settings.ts';
import { changeSiteFactors, changeSiteRules } from '#core/county/change-site-rules.ts';
import {
  DEFAULT_SITE_FACTORS,
  DEFAULT_SITE_RULES,
  FACTOR_CODES,
  RULE_CODES,
  type RuleCode,
  type SiteFactor,
  type SiteRule,
} from '#core/county/site-rule.ts';

const ruleOf = (code: RuleCode): SiteRule => DEFAULT_SITE_RULES.find((rule) => rule.code === code) as SiteRule;
const [slope] = DEFAULT_SITE_FACTORS;

describe('DEFAULT_SITE_RULES', () => {
  it('has every rule and factor once, in order, each with a source', () => {
    expect(DEFAULT_SITE_RULES.map(({ code }) => code)).toEqual([...RULE_CODES]);
    expect(DEFAULT_SITE_FACTORS.map(({ code }) => code)).toEqual([...FACTOR_CODES]);
    expect([...DEFAULT_SITE_RULES, ...DEFAULT_SITE_FACTORS].filter(({ source }) => source === '')).toEqual([]);
  });

  it('passes its own checks', () => {
    expect(changeSiteRules(DEFAULT_SITE_RULES, DEFAULT_SITE_RULES)).toEqual(DEFAULT_SITE_RULES);
    expect(changeSiteFactors(DEFAULT_SITE_FACTORS, DEFAULT_SITE_FACTORS)).toEqual(DEFAULT_SITE_FACTORS);
  });
});

describe('completeSettings', () => {
  it('gives a county that was stored before rules existed the defaults, and adds what a stored list lacks', () => {
    const { siteRules, siteFactors, ...older } = DEFAULT_SETTINGS;
    expect(completeSettings(older)).toEqual(DEFAULT_SETTINGS);
    const near = { ...ruleOf('near_threatened_area'), limit: 80 };
    const completed = completeSettings({ ...older, siteRules: [near] });
    expect(completed.siteRules).toEqual(DEFAULT_SITE_RULES.map((rule) => (rule.code === near.code ? near : rule)));
  });
});

describe('changeSiteRules', () => {
  it('changes by code, keeps the order and leaves the rest', () => {
    const farmland: SiteRule = { ...ruleOf('basic_farmland'), strength: 'argued', source: '县里规定' };
    const changed = changeSettings(DEFAULT_SETTINGS, { siteRules: [farmland] });
    expect(changed.siteRules.map(({ code }) => code)).toEqual([...RULE_CODES]);
    expect(changed.siteRules[RULE_CODES.indexOf('basic_farmland')]).toEqual(farmland);
    expect(changed.siteFactors).toBe(DEFAULT_SETTINGS.siteFactors);
    expect(changeSettings(DEFAULT_SETTINGS, { siteRules: [{ ...ruleOf('basic_farmland') }] })).toBe(DEFAULT_SETTINGS);
  });

  it('never switches off or weakens the county line and threatened areas', () => {
    for (const code of ['outside_county', 'threatened_area'] as const) {
      for (const change of [{ isOn: false }, { strength: 'argued' as const }, { strength: null }]) {
        expect(() => changeSiteRules(DEFAULT_SITE_RULES, [{ ...ruleOf(code), ...change }])).toThrow(
          expect.objectContaining({ code: 'site_rule_fixed', details: { code } }),
        );
      }
    }
  });

  it('refuses a code twice, a missing strength and limits that cannot be meant', () => {
    const refuse = (...change: SiteRule[]) =>
      expect(() => changeSiteRules(DEFAULT_SITE_RULES, change)).toThrow(
        expect.objectContaining({ code: expect.stringMatching(/^site_rule_/) }),
      );
    refuse(ruleOf('road_access'), ruleOf('road_access'));
    refuse({ ...ruleOf('natural_slope'), strength: null });
    refuse({ ...ruleOf('natural_slope'), limit: 25 });
    refuse({ ...ruleOf('natural_slope'), limit: null });
    refuse({ ...ruleOf('fault_zone'), limit: 30 });
  });
});

describe('changeSiteFactors', () => {
  it('refuses a factor that is best where it is worst, and a slope in per cent', () => {
    const change = (range: object) => () =>
      changeSiteFactors(DEFAULT_SITE_FACTORS, [{ ...slope, ...range } as SiteFactor]);
    expect(change({ best: 0.2, worst: 0.2 })).toThrow(expect.objectContaining({ code: 'site_factor_range' }));
    expect(change({ best: 8, worst: 25 })).toThrow(expect.objectContaining({ code: 'site_factor_slope' }));
    expect(change({ weight: 5 })()[0]).toEqual({ ...(slope as object), weight: 5 });
  });
});
