import { describe, expect, it } from 'vitest';
import type { County } from '#core/county/county.ts';
import type { PlanEdit } from '#core/county/plan.ts';
import { applyCommands } from '#core/planning/apply-commands.ts';
import { EVERY_KIND, numberCommands } from '#tests/support/plan-commands.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const NEW_ROAD = EVERY_KIND.find(({ kind }) => kind === 'add_segment') as PlanEdit;
const apply = (county: County, ...edits: readonly PlanEdit[]) => applyCommands(county, numberCommands(edits));
const segmentOf = ({ segments }: County, code: string) => segments.find((segment) => segment.code === code);
const eventsOf = (planned: County, code: string) => segmentOf(planned, code)?.events.map(({ kind, on }) => [kind, on]);

describe('addSegment', () => {
  const county = createTinyCounty();
  const inYear = (year: number) => ({ ...NEW_ROAD, input: { ...NEW_ROAD.input, year } }) as PlanEdit;
  const openedOn = (on: string) => [
    ['opened', on],
    ['surface', on],
  ];

  it('opens one at the end of its year, and one that is late at the end of the year under way', () => {
    expect(county.dataDate.slice(0, 4)).toBe('2026');
    expect(eventsOf(apply(county, inYear(2027)).county, 'FA9-R1')).toEqual(openedOn('2027-12-31'));
    expect(eventsOf(apply(county, inYear(2025)).county, 'FA9-R1')).toEqual(openedOn('2026-12-31'));
  });

  it('opens one in another year when its year is changed, in the same list and in a plan above', () => {
    const later: PlanEdit = { kind: 'harden_segment', input: { segmentCode: 'FA9-R1', year: 2027 } };
    const together = apply(county, inYear(2026), later).county;
    expect(eventsOf(together, 'FA9-R1')).toEqual(openedOn('2027-12-31'));
    expect(segmentOf(together, 'FA9-R1')?.plannedYear).toBe(2027);
    expect(apply(apply(county, inYear(2026)).county, later).county.segments).toEqual(together.segments);
  });

  it('takes one out when its year is taken out', () => {
    const leave: PlanEdit = { kind: 'leave_segment', input: { segmentCode: 'FA9-R1' } };
    expect(apply(county, inYear(2026), leave).county).toBe(county);
    expect(segmentOf(apply(apply(county, inYear(2026)).county, leave).county, 'FA9-R1')).toBeUndefined();
  });
});
