import { describe, expect, it } from 'vitest';
import type { PlanRow, ScheduleEntry } from '#core/county/plan.ts';
import type { HouseholdRow } from '#core/county/things.ts';
import { computeFigure } from '#core/indicators/compute.ts';
import { COUNTY } from '#tests/support/tiny/areas.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';
import { createManyHouseholds, createTinyContext } from '#tests/support/worked-worlds.ts';

const PLAN = { code: 'p', name: '', nameEn: '', status: 'published', publishedOn: '2024-01-01', commands: [] } as const;

const createPlan = (schedule: readonly Partial<ScheduleEntry>[]): readonly PlanRow[] => [
  {
    ...PLAN,
    schedule: schedule.map((entry) => ({
      indicator: 'S3',
      part: null,
      areaCode: COUNTY,
      month: '2026-11',
      numerator: 0,
      denominator: 100,
      ...entry,
    })),
  },
];

/** A county of 100 relocation households that move in on the days given, one day for each; the rest have not moved. */
const createMoving = (days: readonly string[], plans: readonly PlanRow[], asOf = '2026-10-31') =>
  createTinyContext(
    {
      plans,
      calendarStops: [],
      households: createManyHouseholds(100, (i): Partial<HouseholdRow> => {
        const on = days[i];
        return {
          relocation: { kind: 'purchased', siteCode: null, plannedYear: 2026, retainedReason: null },
          events: on === undefined ? [] : [{ kind: 'moved_in', on }],
        };
      }),
    },
    asOf,
  );

const movedBy = (count: number, on: string): readonly string[] => Array<string>(count).fill(on);
const planned = (month: string, numerator: number): Partial<ScheduleEntry> => ({ month, numerator });

describe('assess', () => {
  it('is green when at least planned, yellow behind by at most 5 points, red beyond', () => {
    const plans = createPlan([planned('2026-10', 50), planned('2027-12', 100)]);
    const lightAt = (count: number) => computeFigure(createMoving(movedBy(count, '2025-01-01'), plans), 'S3', COUNTY);
    expect([lightAt(50), lightAt(51)].map(({ light }) => light)).toEqual(['green', 'green']);
    expect([lightAt(49), lightAt(45)].map(({ light }) => light)).toEqual(['yellow', 'yellow']);
    expect(lightAt(44).light).toBe('red');
    expect(lightAt(44).lag).toBeCloseTo(0.06, 12);
    expect(lightAt(51).lag).toBeCloseTo(-0.01, 12);
  });

  it('takes the planned value of the month that ends on the day, and goes straight over working days between months', () => {
    const plans = createPlan([planned('2026-09', 40), planned('2026-10', 71), planned('2027-12', 100)]);
    const plannedAt = (asOf: string) => computeFigure(createMoving([], plans, asOf), 'S3', COUNTY).target;
    expect(plannedAt('2026-10-31')).toEqual({ value: 1, plannedNow: 0.71, basis: 'schedule', deadline: '2027-12-31' });
    expect(plannedAt('2026-09-30')?.plannedNow).toBe(0.4);
    // 10 of the 31 days of October
    expect(plannedAt('2026-10-10')?.plannedNow).toBeCloseTo(0.5, 12);
  });

  it('spreads what has no monthly plan evenly over working days and says so', () => {
    const plans = createPlan([]);
    const target = computeFigure(createMoving([], plans, '2025-12-31'), 'S3', COUNTY).target;
    expect(target?.basis).toBe('linear');
    // 730 of the 1,460 days from 2024-01-01 to 2027-12-31
    expect(target?.plannedNow).toBeCloseTo(730 / 1460, 12);
    const stopped = createTinyContext(
      { plans, calendarStops: [{ code: 'c', from: '2024-01-02', to: '2025-12-31', reason: '' }] },
      '2025-12-31',
    );
    expect(computeFigure(stopped, 'S3', COUNTY).target?.plannedNow).toBe(0);
  });

  it('begins the line at what there was before the campaign', () => {
    const before = createMoving(movedBy(40, '2020-01-01'), createPlan([]), '2025-12-31');
    expect(computeFigure(before, 'S3', COUNTY).target?.plannedNow).toBeCloseTo(0.4 + 0.6 / 2, 12);
  });

  it('is grey without a plan, with the reason', () => {
    const figure = computeFigure(createMoving([], []), 'S3', COUNTY);
    expect([figure.light, figure.reason, figure.target, figure.lag]).toEqual(['grey', 'no_target', null, null]);
  });

  it('is grey before the campaign has started', () => {
    const plans = createPlan([]).map((plan) => ({ ...plan, publishedOn: '2023-01-01' }));
    const figure = computeFigure(createMoving([], plans, '2023-06-30'), 'S3', COUNTY);
    expect([figure.light, figure.reason]).toEqual(['grey', 'not_started']);
  });

  it('is grey when not applicable', () => {
    const figure = computeFigure(createTinyContext({ households: [] }), 'S3', COUNTY);
    expect([figure.light, figure.reason]).toEqual(['grey', 'empty_denominator']);
  });

  it('is green exactly when the target is met for S2, S4 and Q1 without a monthly plan', () => {
    const context = createTinyContext({ plans: [] });
    expect(computeFigure(context, 'S2', COUNTY)).toMatchObject({
      light: 'green',
      target: { value: 1, basis: 'target' },
    });
    expect(computeFigure(context, 'S4', COUNTY)).toMatchObject({
      light: 'red',
      target: { value: 0, plannedNow: null },
    });
    expect(computeFigure(context, 'Q1', COUNTY).light).toBe('red');
    const clean = createTinyContext({ ledgerRows: createTinyCountyRows().ledgerRows.slice(0, 3) });
    expect(computeFigure(clean, 'Q1', COUNTY).light).toBe('green');
  });

  it('turns the lag round where less is better', () => {
    const context = createTinyContext({ plans: [] });
    const { value, lag } = computeFigure(context, 'S4', COUNTY);
    expect(lag).toBe(value);
  });

  it('is red when a yearly part is overdue', () => {
    const parts = computeFigure(createTinyContext(), 'P3', COUNTY).parts;
    const year = (key: string) => parts.find(({ part }) => part === key);
    expect(year('year:2025')).toMatchObject({ value: 0, light: 'red', target: { deadline: '2025-12-31' } });
    expect(year('year:2024')).toMatchObject({ value: 1, light: 'green' });
  });

  it('marks as due soon what is not met within 30 days of its deadline, as a mark and not a colour', () => {
    const year = (asOf: string) =>
      computeFigure(createTinyContext({}, asOf), 'P3', COUNTY).parts.find(({ part }) => part === 'year:2025');
    expect(year('2025-11-30')?.dueSoon).toBe(false);
    expect(year('2025-12-01')).toMatchObject({ dueSoon: true, light: 'green' });
    expect(year('2026-01-01')).toMatchObject({ dueSoon: false, light: 'red' });
  });
});

describe('hasRecovered', () => {
  const plans = createPlan([planned('2025-12', 50), planned('2027-12', 50)]);

  it('marks a red made up through the end of the next calendar month', () => {
    const moving = createMoving(movedBy(60, '2026-05-10'), plans);
    const markAt = (asOf: string) => {
      const { light, recovered } = computeFigure(moving.at(asOf), 'S3', COUNTY);
      return [light, recovered];
    };
    expect(markAt('2026-05-09')).toEqual(['red', false]);
    expect(markAt('2026-05-10')).toEqual(['green', true]);
    expect(markAt('2026-06-30')).toEqual(['green', true]);
    expect(markAt('2026-07-01')).toEqual(['green', false]);
  });

  it('marks nothing that was never red', () => {
    expect(computeFigure(createMoving(movedBy(60, '2025-01-01'), plans), 'S3', COUNTY).recovered).toBe(false);
  });
});
