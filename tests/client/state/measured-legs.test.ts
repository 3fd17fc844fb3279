import { describe, expect, it } from 'vitest';
import { sumLegs } from '#client/state/measured-legs.ts';
import type { DistanceAnswer, TripAnswer } from '#core/api/network.ts';

const createAnswer = (trip: Partial<TripAnswer>): DistanceAnswer => ({
  county: '529901',
  asOf: '2026-11-22',
  revision: 1,
  plan: null,
  mode: 'drive',
  speedVersion: 1,
  hasElevation: true,
  from: [],
  to: [],
  items: [{ km: 2, minutes: 5, straightKm: 1.5, offRoadKm: 0, reason: null, reasonText: null, ...trip }],
  path: null,
});

const answered = (trip: Partial<TripAnswer>) => ({ data: createAnswer(trip), error: null });

describe('sumLegs', () => {
  it('adds straight, along roads and minutes', () => {
    expect(sumLegs([answered({}), answered({ km: 3.25, minutes: 10, straightKm: 2 })])).toMatchObject({
      straightKm: 3.5,
      km: 5.25,
      minutes: 15,
    });
  });

  it('has no sum along roads while one leg cannot be travelled, but keeps the straight one', () => {
    const legs = sumLegs([answered({}), answered({ km: null, minutes: null, reason: 'other_component' })]);
    expect(legs).toMatchObject({ straightKm: 3, km: null, minutes: null });
  });

  it('has no sums while a leg is on its way', () => {
    expect(sumLegs([answered({}), { data: undefined, error: null }])).toMatchObject({ straightKm: null, km: null });
  });
});
