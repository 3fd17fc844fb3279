import { describe, expect, it } from 'vitest';
import { describeThing } from '#client/state/thing-words.ts';

describe('describeThing', () => {
  it('names a road segment with its class, surface, length and cost', () => {
    const words = describeThing(
      'segments',
      { code: 'S1', label: 'C001 石坪路', class: 'C', surface: 'gravel', lengthMeters: 1234, costYuan: 850_000 },
      'zh',
    );
    expect(words.title).toBe('C001 石坪路');
    expect(words.kind).toBe('路段');
    expect(words.facts).toEqual([
      { label: '行政等级', value: '村道' },
      { label: '路面', value: '砂石' },
      { label: '长度', value: '1.2 公里' },
      { label: '造价', value: '85.00 万元' },
    ]);
  });

  it('leaves out what is not known', () => {
    expect(describeThing('sites', { code: 'A1', label: '', stage: null }, 'en')).toEqual({
      title: 'A1',
      kind: 'Relocation site',
      facts: [],
    });
  });

  it('tells why a settlement is not joined, and what a gap takes', () => {
    const settlement = describeThing('settlements', { code: 'S1', joinState: 'no_hardened_near', minutes: 12.4 }, 'zh');
    expect(settlement.facts).toEqual([
      { label: '通硬化路', value: '附近没有硬化路' },
      { label: '驾车用时', value: '12 分钟' },
    ]);
    const gap = describeThing(
      'gaps',
      { code: 'LD00142', label: 'Y089', role: 'segment', km: 0.08, settlements: 2 },
      'zh',
    );
    expect(gap).toMatchObject({ title: 'Y089', kind: '缺口' });
    expect(gap.facts.map(({ value }) => value)).toEqual(['0.080 公里', '2 个自然村（组）']);
  });
});
