import { describe, expect, it } from 'vitest';
import { campaignWord } from '#core/county/campaign-word.ts';

describe('campaignWord', () => {
  const today = { targetWordSet: 'regular_assistance', relocationWordSet: 'hazard_relocation' } as const;

  it('takes target households and relocation households from their own word sets', () => {
    expect(campaignWord('zh', today, 'target_household')).toBe('防止返贫致贫对象');
    expect(campaignWord('zh', today, 'relocation_household')).toBe('搬迁对象');
    expect(campaignWord('zh', today, 'priority_village')).toBe('重点帮扶村');
  });

  it('finds the historic wording in the archive set', () => {
    const archive = { targetWordSet: 'poverty_alleviation', relocationWordSet: 'poverty_alleviation' } as const;
    expect(campaignWord('zh', archive, 'target_household')).toBe('贫困户');
    expect(campaignWord('zh', archive, 'priority_village')).toBe('贫困村');
    expect(campaignWord('zh', archive, 'exit')).toBe('退出、脱贫');
  });
});
