import { describe, expect, it } from 'vitest';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { getAskedNetwork } from '#server/coverage/network/asked-network.ts';
import { createNearestAnswer, parseKinds } from '#server/coverage/network/nearest-answers.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const FROM = [{ code: null, name: 'here', position: [107.502, 27.0052] as [number, number] }];

const ask = (asOf: string, county = createTinyCounty()) =>
  createNearestAnswer(getAskedNetwork(createIndicatorContext(county, asOf), undefined), {
    from: FROM,
    kinds: parseKinds('school,park,hardened_road'),
    mode: 'walk',
    language: 'en',
  }).items[0]?.nearest;

describe('createNearestAnswer', () => {
  it('says that there is no road rather than 0 or infinity', () => {
    const [school, , hardened] = ask('2000-01-01') ?? [];
    expect(school).toMatchObject({
      place: null,
      trip: {
        km: null,
        minutes: null,
        offRoadKm: null,
        reason: 'no_road',
        reasonText: expect.stringContaining('no road'),
      },
    });
    expect(school?.trip?.straightKm).toBeGreaterThan(0.5);
    // without a hardened road there is not even a straight distance
    expect(hardened).toMatchObject({ place: null, trip: null });
  });

  it('has neither place nor trip where there is no place of the kind', () => {
    expect(ask('2026-11-22', createTinyCounty({ parks: [] }))?.[1]).toMatchObject({
      kind: 'park',
      kindName: 'Industrial park',
      place: null,
      trip: null,
    });
  });

  it('walks straight to the hardened road beside it', () => {
    const trip = ask('2026-11-22')?.[2]?.trip;
    expect(trip?.km).toBeCloseTo(0.0222, 3);
    expect(trip?.km).toBeCloseTo(trip?.straightKm ?? 0, 6);
  });
});

describe('parseKinds', () => {
  it('takes each kind once and refuses others', () => {
    expect(parseKinds('school, school,park')).toEqual(['school', 'park']);
    expect(() => parseKinds('')).toThrow(expect.objectContaining({ code: 'unknown_kind' }));
  });
});
