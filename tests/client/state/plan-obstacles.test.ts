import { describe, expect, it } from 'vitest';
import { RequestError } from '#client/api/problem.ts';
import { isBaseSuperseded, listUnassessed, readObstacles } from '#client/state/plan-obstacles.ts';
import type { PlanEdit } from '#core/county/plan.ts';

const place = (siteCode: string): PlanEdit => ({
  kind: 'place_site',
  input: { siteCode, position: [107.5, 27], capacityHouseholds: 5 },
});
const move = (siteCode: string): PlanEdit => ({ kind: 'move_site', input: { siteCode, position: [107.6, 27] } });
const assess = (siteCode: string): PlanEdit => ({
  kind: 'assess_site',
  input: { siteCode, number: 'DP-1', on: '2026-11-01', conclusion: 'suitable' },
});
const remove = (siteCode: string): PlanEdit => ({ kind: 'remove_site', input: { siteCode } });

describe('listUnassessed', () => {
  it('names sites that were placed or moved after their last assessment', () => {
    expect(listUnassessed([place('S1'), move('AZ1'), assess('S1')])).toEqual(['AZ1']);
    expect(listUnassessed([place('S1'), assess('S1'), move('S1')])).toEqual(['S1']);
  });

  it('leaves out sites that the plan takes out again', () => {
    expect(listUnassessed([place('S1'), remove('S1')])).toEqual([]);
  });
});

describe('readObstacles', () => {
  it('reads each reason of a refusal once', () => {
    const reason = { code: 'plan_not_assessed', commandId: 'c1', about: 'S1', text: 'S1 is not assessed.' };
    const body = {
      code: 'plan_not_publishable',
      detail: reason.text,
      errors: [reason, { ...reason, commandId: 'c2' }],
    };
    const error = new RequestError({ status: 400, code: body.code, sentence: body.detail, body });
    expect(readObstacles(error).map(({ about, text }) => [about, text])).toEqual([['S1', 'S1 is not assessed.']]);
  });

  it('reads none from another failure', () => {
    expect(readObstacles(new Error('away'))).toEqual([]);
  });
});

describe('isBaseSuperseded', () => {
  it('speaks of plans that can still be published', () => {
    expect(isBaseSuperseded({ status: 'draft', basedOn: 'FA1' }, 'FA2')).toBe(true);
    expect(isBaseSuperseded({ status: 'submitted', basedOn: null }, 'FA2')).toBe(true);
    expect(isBaseSuperseded({ status: 'draft', basedOn: 'FA2' }, 'FA2')).toBe(false);
    expect(isBaseSuperseded({ status: 'superseded', basedOn: 'FA1' }, 'FA2')).toBe(false);
  });
});
