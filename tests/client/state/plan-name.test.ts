import { describe, expect, it } from 'vitest';
import { writePlanName } from '#client/state/plan-name.ts';

describe('writePlanName', () => {
  it('is in the reader’s language where the plan has a name in it', () => {
    const plan = { name: '调整方案', nameEn: 'Adjustment' };
    expect(writePlanName(plan, 'zh')).toBe('调整方案');
    expect(writePlanName(plan, 'en')).toBe('Adjustment');
    expect(writePlanName({ ...plan, nameEn: '' }, 'en')).toBe('调整方案');
  });
});
