import { describe, expect, it } from 'vitest';
import { listPlacedNames } from '#client/state/plan-words.ts';

describe('listPlacedNames', () => {
  it('takes the name that the plan gave, else the code', () => {
    const position = [107, 27] as const;
    const names = listPlacedNames([
      { kind: 'place_site', input: { siteCode: 'FA1-S1', name: '新点', position, capacityHouseholds: 5 } },
      { kind: 'place_site', input: { siteCode: 'FA1-S2', position, capacityHouseholds: 5 } },
    ]);
    expect([...names]).toEqual([
      ['FA1-S1', '新点'],
      ['FA1-S2', 'FA1-S2'],
    ]);
  });
});
