import { describe, expect, it } from 'vitest';
import { computeFigure } from '#core/indicators/compute.ts';
import { computePace } from '#core/indicators/pace.ts';
import { COUNTY } from '#tests/support/tiny/areas.ts';
import { createTinyContext } from '#tests/support/worked-worlds.ts';

const paceOf = (code: Parameters<typeof computeFigure>[1], asOf?: string) => {
  const context = createTinyContext({}, asOf);
  return computePace(context, computeFigure(context, code, COUNTY));
};

describe('computePace', () => {
  it('divides what is left to the target by the working days left', () => {
    // 3 of 8 moved in; 404 working days to the end of 2027 (no stop of the calendar lies between)
    expect(paceOf('S3')).toEqual({ remaining: 5 / 8, workingDays: 404, perDay: 5 / 8 / 404, deadline: '2027-12-31' });
  });

  it('counts the working days of the calendar of the county', () => {
    // 2025-12-31 to 2027-12-31 are 730 days; 31 of winter and 7 of the holiday do not count
    expect(paceOf('S3', '2025-12-31')?.workingDays).toBe(730 - 31 - 7);
  });

  it('counts from the day of the figure, whatever day the context is of', () => {
    const today = createTinyContext();
    const earlier = computeFigure(today.at('2025-12-31'), 'S3', COUNTY);
    expect(computePace(today, earlier)).toEqual(paceOf('S3', '2025-12-31'));
  });

  it('is signed by the better direction', () => {
    // one of eight rows each twice: 2 of 8 rows break a rule, the target is none
    expect(paceOf('Q1')?.remaining).toBe(0.25);
  });

  it('is null without a target, without a gap and where nothing is better', () => {
    expect(paceOf('T2')).toBeNull();
    expect(paceOf('R1')).toBeNull();
    expect(paceOf('T1')).toBeNull();
  });

  it('has no pace a day when the deadline has passed', () => {
    const context = createTinyContext();
    const figure = computeFigure(context, 'S3', COUNTY);
    const target = figure.target && { ...figure.target, deadline: '2026-06-30' };
    expect(computePace(context, { ...figure, target })).toMatchObject({ workingDays: 0, perDay: null });
  });
});
