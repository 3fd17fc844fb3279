import { describe, expect, it } from 'vitest';
import { isOver, listChosenRows, listProgrammeRows, readProposed, writeStatus } from '#client/state/choice-words.ts';
import type { ChoiceRequest, ChosenSites, RoadProgramme } from '#core/api/choices.ts';

const BASIS = { county: '529901', plan: 'FA0001', version: 3, revision: 1 };

const createChosen = (patch: Partial<ChosenSites> = {}): ChosenSites => ({
  kind: 'choose_sites',
  basis: BASIS,
  status: 'optimal',
  statusText: '已证明最优',
  problem: 'p_median',
  unit: '户·分钟',
  objective: 1000,
  bound: 1000,
  gap: 0,
  seed: 1,
  elapsedSeconds: 0.42,
  sites: [],
  flows: [
    { settlementCode: 'A', siteCode: 'S', households: 30, minutes: 10, km: 5 },
    { settlementCode: 'B', siteCode: 'S', households: 10, minutes: 30, km: 9 },
  ],
  problems: [],
  commands: [],
  note: '',
  ...patch,
});

const createProgramme = (patch: Partial<RoadProgramme> = {}): RoadProgramme => ({
  kind: 'road_programme',
  basis: BASIS,
  status: 'feasible',
  statusText: '',
  target: 'households',
  wanYuan: 812.5,
  gained: 420,
  bound: 430.9,
  gap: 0.026,
  seed: 1,
  elapsedSeconds: 2,
  joined: { before: 1421, after: 1469, all: 1769 },
  steps: [],
  unplaced: [],
  years: [],
  impossible: [],
  leftOut: [],
  hasSampleCosts: false,
  commands: [],
  ...patch,
});
const BUDGET = { kind: 'road_programme', goal: { kind: 'budget', budgetWanYuan: 1000 } } as ChoiceRequest;

const valuesOf = (rows: readonly { readonly key: string; readonly value: string }[]) =>
  Object.fromEntries(rows.map(({ key, value }) => [key, value]));

describe('listChosenRows', () => {
  it('weighs the mean time by households and gives the objective its unit', () => {
    expect(valuesOf(listChosenRows(createChosen(), 'zh'))).toEqual(
      expect.objectContaining({
        choice_households: '40 户',
        row_mean_minutes: '15 分钟',
        row_worst_minutes: '30 分钟',
        objective_p_median: '1,000 户·分钟',
        choice_gap: '0 %',
        choice_seconds: '0.42 秒',
      }),
    );
  });

  it('gives no numbers where there is no answer', () => {
    const rows = listChosenRows(createChosen({ objective: null, bound: null, gap: null, flows: [] }), 'zh');
    expect(rows.map(({ key }) => key)).toEqual(['choice_seconds']);
  });
});

describe('listProgrammeRows', () => {
  it('bounds the gain of a budget in whole households', () => {
    expect(valuesOf(listProgrammeRows(createProgramme(), BUDGET, 'zh'))).toEqual(
      expect.objectContaining({
        roads_bound_gain: '430 户',
        choice_gap: '2.60 %',
        roads_joined: '1,421 → 1,469 / 1,769',
      }),
    );
  });

  it('bounds the cost of a target', () => {
    const request = { kind: 'road_programme', goal: { kind: 'join_all' } } as ChoiceRequest;
    expect(valuesOf(listProgrammeRows(createProgramme({ bound: 800 }), request, 'zh')).roads_bound_cost).toBe(
      '800.0 万元',
    );
  });

  it('shows how good the programme for the others is where a share cannot be reached', () => {
    const keys = listProgrammeRows(createProgramme({ status: 'infeasible' }), BUDGET, 'zh').map(({ key }) => key);
    expect(keys).toContain('choice_gap');
  });
});

describe('writeStatus', () => {
  it('says that nothing is proved where the bound says nothing', () => {
    const feasible = { status: 'feasible', statusText: '可行，与界的差距不超过 100%', gap: 1 } as const;
    expect(writeStatus(feasible, 'zh')).toBe('可行，还没有证明离最优有多远');
    expect(writeStatus({ ...feasible, gap: 0.02, statusText: '可行，与界的差距不超过 2%' }, 'zh')).toContain('2%');
    const rows = listChosenRows(createChosen({ status: 'feasible', gap: 1, bound: 0 }), 'zh');
    expect(rows.map(({ key }) => key)).not.toContain('choice_bound');
  });
});

describe('readProposed', () => {
  it('reads the commands that a solver proposes and leaves out what it cannot read', () => {
    const close = { kind: 'close_site', input: { siteCode: 'AZ001' } } as const;
    expect(readProposed([close, { kind: 'open_site', input: {} }])).toEqual([close]);
  });
});

describe('isOver', () => {
  it('holds for the same version of the same plan', () => {
    expect(isOver(BASIS, { code: 'FA0001', version: 3 })).toBe(true);
    expect(isOver(BASIS, { code: 'FA0001', version: 4 })).toBe(false);
    expect(isOver(BASIS, { code: 'FA0002', version: 3 })).toBe(false);
  });
});
