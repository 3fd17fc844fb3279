import { describe, expect, it } from 'vitest';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { getAskedNetwork } from '#server/coverage/network/asked-network.ts';
import { createReachAnswer, parseLimits } from '#server/coverage/network/reach-answers.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const ask = (asOf: string, county = createTinyCounty()) =>
  createReachAnswer(getAskedNetwork(createIndicatorContext(county, asOf), undefined), {
    from: [{ code: 'srv-town-1', name: 'Town', position: [107.51, 27.005] }],
    limits: [1, 60],
    by: 'minutes',
    mode: 'drive',
    direction: 'to',
    withAreas: true,
    language: 'en',
  });

describe('createReachAnswer', () => {
  it('counts residents of the day; a county within an hour is reached whole', async () => {
    const answer = await ask('2026-11-22');
    const { residentHouseholds, residentPeople } = createIndicatorContext(createTinyCounty()).state.population;
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
    expect(answer.all).toEqual({
      settlements: 8,
      households: sum(residentHouseholds),
      people: sum(residentPeople),
    });
    expect(answer.items[1]).toMatchObject(answer.all);
    expect(answer.items[0]?.settlements).toBeLessThan(8);
  });

  it('does not know the residents of a circle that holds a settlement whose residents are unknown', async () => {
    const county = createTinyCounty();
    const settlements = county.settlements.map((row, i) => (i === 0 ? { ...row, residentHouseholds: null } : row));
    const { all } = await ask('2026-11-22', { ...county, settlements });
    expect(all.households).toBeNull();
    expect(all.people).toBeGreaterThan(0);
  });

  it('reaches nothing where there is no road', async () => {
    const { items, settlements } = await ask('2000-01-01');
    expect(items.map(({ people, area }) => [people, area?.coordinates])).toEqual([
      [0, []],
      [0, []],
    ]);
    expect(settlements).toEqual([]);
  });
});

describe('parseLimits', () => {
  it('sorts and takes each limit once', () => {
    expect(parseLimits('60, 15,15,30.5', 'minutes')).toEqual([15, 30.5, 60]);
    expect(parseLimits('200000,100', 'meters')).toEqual([100, 200_000]);
  });

  it.each(['', ',', '1,,2', '1;2', '٣', '0x10', '1e3', '1,2,3,4,5,6,7', 'Infinity'])('refuses %j', (written) => {
    expect(() => parseLimits(written, 'minutes')).toThrow(expect.objectContaining({ code: 'limits_form' }));
  });

  it('refuses limits out of range and says the range', () => {
    expect(() => parseLimits('-5', 'minutes')).toThrow(
      expect.objectContaining({ code: 'limit_minutes_range', details: { got: -5, least: 1, most: 240 } }),
    );
  });
});
