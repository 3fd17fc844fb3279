import { describe, expect, it } from 'vitest';
import type { County } from '#core/county/county.ts';
import type { PlanEdit, PlanRow } from '#core/county/plan.ts';
import { computeFigure } from '#core/indicators/compute.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { createPlannedContext } from '#core/planning/planned-context.ts';
import { getPlannedCounty } from '#core/planning/planned-county.ts';
import { numberCommands } from '#tests/support/plan-commands.ts';
import { createTinyCounty, createTinyCountyRows } from '#tests/support/tiny-county.ts';

const plan = (change: Partial<PlanRow>, ...edits: readonly PlanEdit[]): PlanRow => ({
  code: 'FA2',
  name: '方案二',
  nameEn: 'Plan 2',
  status: 'published',
  publishedOn: '2026-09-01',
  commands: numberCommands(edits),
  schedule: [],
  baseRevision: 1,
  basedOn: 'plan-1',
  ...change,
});
const [came] = createTinyCountyRows().plans as [PlanRow];
const withPlans = (...plans: readonly PlanRow[]): County => createTinyCounty({ plans: [came, ...plans] });

const PLACE: PlanEdit = {
  kind: 'place_site',
  input: { siteCode: 'FA2-S1', position: [107.532, 27.0145], capacityHouseholds: 5 },
};
const ASSIGN: PlanEdit = {
  kind: 'assign_settlement',
  input: { settlementCode: '529902102201002', siteCode: 'FA2-S1' },
};
const HARDEN: PlanEdit = { kind: 'harden_segment', input: { segmentCode: 'seg-10', year: 2027 } };
const SCATTER: PlanEdit = {
  kind: 'arrange_settlement',
  input: { settlementCode: '529902102201002', arrangement: 'purchased' },
};

describe('getPlannedCounty', () => {
  it('leaves a county alone whose plan came with the ledgers', () => {
    const county = createTinyCounty();
    const planned = getPlannedCounty(county);
    expect(planned.at(county.dataDate)).toBe(county);
    expect(planned.at('2023-12-31')).toBe(county);
    expect(planned.of('plan-1')).toBe(county);
    expect(planned.of('unknown')).toBe(county);
  });

  it('applies a published plan from its day on, once', () => {
    const county = withPlans(plan({}, PLACE, ASSIGN, HARDEN));
    const planned = getPlannedCounty(county);
    expect(planned.at('2026-08-31')).toBe(county);
    const inForce = planned.at('2026-09-01');
    expect(inForce.sites.map(({ code }) => code)).toEqual(['site-1', 'site-2', 'FA2-S1']);
    expect(getPlannedCounty(county).at('2026-11-22')).toBe(inForce);
    expect(inForce.links).toBe(county.links);
  });

  it('stands a plan over the one under it, and shows each on its own days', () => {
    const second = plan({ code: 'FA2', status: 'superseded' }, PLACE, ASSIGN);
    const third = plan({ code: 'FA3', publishedOn: '2026-10-01', basedOn: 'FA2' }, SCATTER);
    const planned = getPlannedCounty(withPlans(second, third));
    expect(planned.at('2026-09-30').planned?.rearranged.size).toBe(1);
    const last = planned.at('2026-10-01');
    expect(last.sites).toHaveLength(3);
    expect(last.households.arrangement[last.households.codes.indexOf('5299021022010020001')]).toBe(2);
  });

  it('tells what of a published plan does not fit the rows any more, and applies the rest', () => {
    const gone: PlanEdit = { kind: 'harden_segment', input: { segmentCode: 'seg-gone', year: 2027 } };
    const planned = getPlannedCounty(withPlans(plan({}, PLACE, gone)));
    expect(planned.faultsOf('FA2')).toMatchObject([{ code: 'unknown_segment', about: 'seg-gone' }]);
    expect(planned.of('FA2').sites).toHaveLength(3);
    expect(planned.faultsOf('plan-1')).toEqual([]);
    expect(planned.faultsOf('unknown')).toEqual([]);
  });

  it('does not fall into a ring of plans', () => {
    const one = plan({ code: 'FA2', basedOn: 'FA3' }, PLACE);
    const other = plan({ code: 'FA3', basedOn: 'FA2' }, HARDEN);
    expect(getPlannedCounty(withPlans(one, other)).of('FA3').sites).toHaveLength(3);
  });

  it('puts a draft over a plan', () => {
    const planned = getPlannedCounty(withPlans(plan({}, PLACE)));
    expect(planned.withDraft('FA2', numberCommands([ASSIGN])).faults).toEqual([]);
    expect(planned.withDraft(null, numberCommands([ASSIGN])).faults).toMatchObject([{ code: 'unknown_site' }]);
  });
});

describe('createPlannedContext', () => {
  const county = withPlans(plan({}, PLACE, ASSIGN, HARDEN));
  const context = createPlannedContext(county);

  it('tells every day under the plan of that day, and keeps the county as it was given', () => {
    expect(context.county.sites).toHaveLength(3);
    expect(context.recorded).toBe(county);
    expect(context.at('2026-08-31').county).toBe(county);
    expect(context.at('2026-08-31').at('2026-09-01').county).toBe(context.county);
    expect(context.plan?.code).toBe('FA2');
  });

  it('changes figures from the day of the plan on and not before', () => {
    const capacity = (asOf: string) => computeFigure(context.at(asOf), 'S2', '529902');
    // site-1 with 2 of 2, site-2 with 1 of 4; then the new site with 1 of 5, and site-2 without it
    expect(capacity('2026-08-31')).toMatchObject({ numerator: 3, denominator: 6 });
    expect(capacity('2026-09-01')).toMatchObject({ numerator: 3, denominator: 11 });
    const plain = createIndicatorContext(county);
    for (const code of ['S1', 'S2', 'R2', 'R5', 'D1', 'D3'] as const) {
      expect(computeFigure(context.at('2026-08-31'), code, '529902')).toEqual(
        computeFigure(plain.at('2026-08-31'), code, '529902'),
      );
    }
    const planned = (asOf: string) => computeFigure(context.at(asOf), 'R6', '529902').denominator ?? 0;
    expect(planned('2026-09-01')).toBeGreaterThan(planned('2026-08-31'));
  });

  it('finds the scope of an area under each plan', () => {
    expect(context.scope('529902102202').sites()).not.toEqual(context.at('2026-08-31').scope('529902102202').sites());
  });

  it('gives no room in a site that a plan closes', () => {
    const closed = withPlans(plan({}, { kind: 'close_site', input: { siteCode: 'site-2' } }));
    expect([...createPlannedContext(closed).siteHasRoom()]).toEqual([0, 0]);
    expect([...createPlannedContext(closed).at('2026-08-31').siteHasRoom()]).toEqual([0, 1]);
  });
});
