import { describe, expect, it } from 'vitest';
import { createSiteRuleDraft, readSiteRuleDraft } from '#client/state/site-rule-draft.ts';
import { DEFAULT_SITE_FACTORS, DEFAULT_SITE_RULES } from '#core/county/site-rule.ts';

const SETTINGS = { siteRules: [...DEFAULT_SITE_RULES], siteFactors: [...DEFAULT_SITE_FACTORS] };
const draft = createSiteRuleDraft(SETTINGS, 'zh');
const withRule = (code: string, patch: object) => ({
  ...draft,
  rules: { ...draft.rules, [code]: { ...draft.rules[code], ...patch } } as typeof draft.rules,
});
const withFactor = (code: string, patch: object) => ({
  ...draft,
  factors: { ...draft.factors, [code]: { ...draft.factors[code], ...patch } } as typeof draft.factors,
});

describe('createSiteRuleDraft', () => {
  it('shows slopes in per cent and says the sources of the defaults in words', () => {
    expect(draft.rules.natural_slope).toEqual(
      expect.objectContaining({ limit: '25', source: 'CJJ 83-2016 第 4.0.1 条' }),
    );
    expect(draft.factors.slope).toEqual(expect.objectContaining({ best: '8', worst: '25' }));
    expect(draft.rules.river_channel).toEqual(expect.objectContaining({ strength: '', limit: null }));
  });
});

describe('readSiteRuleDraft', () => {
  it('gives back what was not touched, in either language', () => {
    const patch = { siteRules: SETTINGS.siteRules, siteFactors: SETTINGS.siteFactors };
    expect(readSiteRuleDraft(draft, SETTINGS, 'zh')).toEqual({ patch });
    expect(readSiteRuleDraft(createSiteRuleDraft(SETTINGS, 'en'), SETTINGS, 'en')).toEqual({ patch });
  });

  it('stores what was changed', () => {
    const typed = withRule('road_access', { limit: '300', source: '县里 2026 年第 12 号', strength: 'forbidden' });
    const read = readSiteRuleDraft(typed, SETTINGS, 'zh');
    expect('patch' in read && read.patch.siteRules?.find(({ code }) => code === 'road_access')).toEqual({
      code: 'road_access',
      isOn: true,
      strength: 'forbidden',
      limit: 300,
      source: '县里 2026 年第 12 号',
    });
  });

  it('says what is out of bounds, in the unit that is read', () => {
    expect(readSiteRuleDraft(withRule('natural_slope', { limit: '250' }), SETTINGS, 'zh')).toEqual({
      fault: '“自然坡度”的数值应在 0 到 200 之间。',
    });
    expect(readSiteRuleDraft(withFactor('town', { weight: '' }), SETTINGS, 'zh')).toEqual({
      fault: expect.stringContaining('到乡镇驻地'),
    });
  });

  it('refuses a factor whose best and worst are the same, and a rule without a source', () => {
    expect(readSiteRuleDraft(withFactor('town', { best: '1000', worst: '1000' }), SETTINGS, 'zh')).toEqual({
      fault: '“到乡镇驻地”的满分处与零分处不能相同。',
    });
    expect(readSiteRuleDraft(withRule('road_access', { source: ' ' }), SETTINGS, 'zh')).toEqual({
      fault: '请写“道路可达”的出处。',
    });
  });
});
