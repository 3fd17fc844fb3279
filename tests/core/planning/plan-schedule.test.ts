import { describe, expect, it } from 'vitest';
import { computeFigure } from '#core/indicators/compute.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { applyCommands } from '#core/planning/apply-commands.ts';
import { createPlanSchedule } from '#core/planning/plan-schedule.ts';
import { projectCounty } from '#core/planning/project-county.ts';
import { numberCommands } from '#tests/support/plan-commands.ts';
import { createTinyCounty, createTinyCountyRows } from '#tests/support/tiny-county.ts';

describe('createPlanSchedule', () => {
  const { county } = applyCommands(
    createTinyCounty(),
    numberCommands([{ kind: 'harden_segment', input: { segmentCode: 'seg-10', year: 2027 } }]),
  );
  const schedule = createPlanSchedule(county, { from: '2026-11-22' });
  const line = (indicator: string, part: string | null = null, areaCode = '529902') =>
    schedule
      .filter((entry) => entry.indicator === indicator && entry.part === part && entry.areaCode === areaCode)
      .map(({ month, numerator, denominator }) => [month, numerator, denominator]);

  it('begins with what was reached before the plan and ends with the projected years', () => {
    const moved = line('S3');
    expect(moved.map(([month]) => month)).toEqual([
      '2026-10',
      '2026-11',
      '2026-12',
      '2027-01',
      '2027-02',
      '2027-03',
      '2027-04',
      '2027-05',
      '2027-06',
      '2027-07',
      '2027-08',
      '2027-09',
      '2027-10',
      '2027-11',
      '2027-12',
    ]);
    expect(moved[0]).toEqual(['2026-10', 3, 8]);
    expect(moved[2]).toEqual(['2026-12', 6, 8]);
    expect(moved.at(-1)).toEqual(['2027-12', 8, 8]);
    expect(line('P3', 'year:2026').at(-1)).toEqual(['2027-12', 1, 1]);
  });

  it('holds at the end of each year the figure of the projected year, in the county and every town', () => {
    for (const year of [2026, 2027]) {
      const context = createIndicatorContext(projectCounty(county, year));
      for (const area of ['529902', '529902101', '529902102']) {
        for (const code of ['R2', 'R6'] as const) {
          const { numerator, denominator } = computeFigure(context, code, area);
          const end = line(code, null, area).find(([month]) => month === `${year}-12`);
          expect(end?.[1]).toBeCloseTo(numerator ?? Number.NaN, 3);
          expect(end?.[2]).toBe(denominator);
        }
      }
    }
  });

  it('goes straight over working days between the ends of years', () => {
    const { calendar } = createIndicatorContext(county).index;
    const lengths = new Map(line('R6').map(([month, numerator]) => [month, numerator as number]));
    const [from, to] = [lengths.get('2026-12') ?? 0, lengths.get('2027-12') ?? 0];
    const days = (date: string) => calendar.countBetween(day('2026-12-31'), day(date));
    const expected = from + ((to - from) * days('2027-06-30')) / days('2027-12-31');
    expect(lengths.get('2027-06')).toBeCloseTo(expected, 3);
    expect(to).toBeGreaterThan(from);
  });

  it('keeps what the plan before scheduled for indicators that follow from no year', () => {
    const [plan] = createTinyCountyRows().plans;
    if (!plan) throw new Error('expected the plan that came with the ledgers');
    const kept = { indicator: 'I1', part: null, areaCode: '529902', month: '2027-12', numerator: 15, denominator: 16 };
    const earlier = { ...kept, month: '2025-12', numerator: 9 };
    const before = createTinyCounty({ plans: [{ ...plan, schedule: [...plan.schedule, earlier, kept] }] });
    const entries = createPlanSchedule(before, { from: '2026-11-22' });
    expect(entries.filter(({ indicator }) => indicator === 'I1')).toEqual([kept]);
    expect(
      entries.filter(
        ({ indicator, areaCode, month, part }) =>
          indicator === 'S3' && part === null && areaCode === '529902' && month === '2027-12',
      ),
    ).toHaveLength(1);
  });
});

const day = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
