import { describe, expect, it } from 'vitest';
import type { PlanEdit } from '#core/county/plan.ts';
import { findConflicts } from '#core/planning/find-conflicts.ts';
import { numberCommands } from '#tests/support/plan-commands.ts';

const close = (siteCode: string): PlanEdit => ({ kind: 'close_site', input: { siteCode } });
const assign = (settlementCode: string, siteCode: string): PlanEdit => ({
  kind: 'assign_settlement',
  input: { settlementCode, siteCode },
});
const household = (householdCode: string, siteCode: string): PlanEdit => ({
  kind: 'assign_household',
  input: { householdCode, siteCode },
});
const conflicts = (mine: readonly PlanEdit[], theirs: readonly PlanEdit[]) =>
  findConflicts(numberCommands(mine), numberCommands(theirs)).map(({ about, mine: own, theirs: others }) => [
    about,
    own.map(({ id }) => id),
    others.map(({ id }) => id),
  ]);

describe('findConflicts', () => {
  it('lets people change different things, and send households to one site', () => {
    expect(conflicts([assign('529902101201001', 's')], [assign('529902101202001', 's'), close('t')])).toEqual([]);
    expect(conflicts([], [close('t')])).toEqual([]);
  });

  it('tells the thing of which both said something, once, with all that both said of it', () => {
    const mine = [
      { kind: 'set_capacity', input: { siteCode: 's', capacityHouseholds: 3 } },
      { kind: 'set_capacity', input: { siteCode: 's', capacityHouseholds: 4 } },
      close('t'),
    ] as const;
    const theirs = [
      { kind: 'set_capacity', input: { siteCode: 's', capacityHouseholds: 5 } },
      { kind: 'move_site', input: { siteCode: 's', position: [107.5, 27] } },
    ] as const;
    expect(conflicts(mine, theirs)).toEqual([['s', ['c1', 'c2'], ['c1', 'c2']]]);
  });

  it('finds no conflict where both did the same', () => {
    expect(conflicts([close('s')], [close('s')])).toEqual([]);
    const other: PlanEdit = { kind: 'assign_settlement', input: { siteCode: 's', settlementCode: '529902101201001' } };
    expect(conflicts([assign('529902101201001', 's')], [other])).toEqual([]);
  });

  it('takes a settlement and its households for one thing, whoever speaks of which', () => {
    const settlement = [assign('529902101201001', 's')];
    const member = [household('5299021012010010003', 't')];
    expect(conflicts(settlement, member)).toEqual([['529902101201001', ['c1'], ['c1']]]);
    expect(conflicts(member, settlement)).toEqual([['5299021012010010003', ['c1'], ['c1']]]);
    expect(conflicts(member, [household('5299021012010010004', 's')])).toEqual([]);
  });

  it('sets who closes a site against who sends households there, whoever came first', () => {
    expect(conflicts([close('s')], [assign('529902101201001', 's')])).toEqual([['s', ['c1'], ['c1']]]);
    expect(conflicts([assign('529902101201001', 's')], [close('s')])).toEqual([['s', ['c1'], ['c1']]]);
    expect(conflicts([assign('529902101201001', 's')], [{ kind: 'open_site', input: { siteCode: 's' } }])).toEqual([]);
  });
});
