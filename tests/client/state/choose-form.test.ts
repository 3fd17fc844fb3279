import { describe, expect, it } from 'vitest';
import {
  type ChoiceAddress,
  type ChooseForm,
  INITIAL_CHOOSE_FORM,
  readChooseForm,
  setPick,
  stepPick,
} from '#client/state/choose-form.ts';

const ADDRESS: ChoiceAddress = { county: '529901', plan: 'FA0001', lang: 'zh' };
const read = (patch: Partial<ChooseForm>) => readChooseForm({ ...INITIAL_CHOOSE_FORM, ...patch }, ADDRESS);

describe('readChooseForm', () => {
  it('asks what is typed, with the sites that must stay or must not open', () => {
    const picks = { AZ001: 'required', AZ002: 'excluded', AZ003: 'required' } as const;
    expect(read({ picks, sites: '8', positions: [[107, 27]], capacityHouseholds: '120' })).toEqual({
      request: expect.objectContaining({
        kind: 'choose_sites',
        county: '529901',
        plan: 'FA0001',
        lang: 'zh',
        sites: 8,
        budgetWanYuan: null,
        required: ['AZ001', 'AZ003'],
        excluded: ['AZ002'],
        candidates: expect.objectContaining({
          sites: true,
          positions: [{ position: [107, 27], capacityHouseholds: 120 }],
        }),
      }),
    });
  });

  it('sends a limit with covers alone', () => {
    expect(read({ problem: 'p_median', limit: '30' })).toEqual({ request: expect.objectContaining({ limit: null }) });
    expect(read({ problem: 'set_cover', limit: '30' })).toEqual({ request: expect.objectContaining({ limit: 30 }) });
  });

  it('says which number cannot be meant, what was got and what is expected', () => {
    expect(read({ sites: '8.5' })).toEqual({ fault: '“最多开几处”为“8.5”，应为 1 到 500 的整数。' });
    expect(read({ capacityHouseholds: '-1' })).toEqual({ fault: expect.stringContaining('“-1”') });
    expect(read({ seed: '' })).toEqual({ fault: expect.stringContaining('随机种子') });
  });

  it('says what is missing', () => {
    expect(read({ problem: 'maximal_cover', limit: '' })).toEqual({ fault: '这种求法要写限时或限距。' });
    expect(read({ sites: '', budgetWanYuan: '' })).toEqual({ fault: '请写最多开几处，或写预算。' });
    expect(read({ usesSites: false })).toEqual({ fault: expect.stringContaining('没有候选点') });
  });

  it('needs no number of sites to cover all', () => {
    expect(read({ problem: 'set_cover', sites: '' })).toEqual({ request: expect.objectContaining({ sites: null }) });
  });
});

describe('stepPick', () => {
  it('goes from free to required to excluded and back', () => {
    const required = stepPick({}, 'AZ001');
    const excluded = stepPick(required, 'AZ001');
    expect([required, excluded, stepPick(excluded, 'AZ001')]).toEqual([
      { AZ001: 'required' },
      { AZ001: 'excluded' },
      {},
    ]);
  });
});

describe('setPick', () => {
  it('leaves other sites as they are', () => {
    expect(setPick({ AZ001: 'required', AZ002: 'excluded' }, 'AZ002', null)).toEqual({ AZ001: 'required' });
  });
});
