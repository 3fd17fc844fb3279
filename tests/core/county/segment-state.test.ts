import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { County } from '#core/county/county.ts';
import { SURFACES, WORK_STATUSES } from '#core/county/kinds.ts';
import { getSegmentState } from '#core/county/segment-state.ts';
import type { SegmentRow } from '#core/county/things.ts';
import { createRoadWorld } from '#tests/support/road-world.ts';

type SegmentEvent = SegmentRow['events'][number];

const DAYS = Array.from(
  { length: 24 },
  (_, i) => `${2024 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-15`,
);

const arbitraryDay = fc.constantFrom(...DAYS);
const arbitraryEvent: fc.Arbitrary<SegmentEvent> = fc.oneof(
  fc.record({
    kind: fc.constant('surface' as const),
    on: arbitraryDay,
    value: fc.constantFrom(...SURFACES, 'unheard'),
  }),
  fc.record({ kind: fc.constant('status' as const), on: arbitraryDay, value: fc.constantFrom(...WORK_STATUSES) }),
  fc.record({ kind: fc.constantFrom('opened' as const, 'closed' as const), on: arbitraryDay }),
);
const arbitraryHistories = fc.array(fc.array(arbitraryEvent, { maxLength: 5 }), { minLength: 1, maxLength: 8 });

const createWorld = (histories: readonly (readonly SegmentEvent[])[]): County =>
  createRoadWorld(
    histories.map((events, i) => ({
      points: [
        [0, 100 * i],
        [500, 100 * i],
      ],
      events,
    })),
  ).county;

/** The same county with a list of its own, of which nothing is kept. */
const forget = (county: County): County => ({ ...county, segments: [...county.segments] });

describe('getSegmentState', () => {
  it('answers for days in any order what each of them gives by itself', () => {
    fc.assert(
      fc.property(arbitraryHistories, fc.array(arbitraryDay, { minLength: 2, maxLength: 12 }), (histories, days) => {
        const county = createWorld(histories);
        for (const day of days) expect(getSegmentState(county, day)).toEqual(getSegmentState(forget(county), day));
      }),
      { seed: 20_261_123, numRuns: 300 },
    );
  });

  it('answers the same object for days between which nothing changes', () => {
    const county = createWorld([[{ kind: 'surface', on: '2025-03-15', value: 'cement_concrete' }]]);
    const before = getSegmentState(county, '2025-03-14');
    const after = getSegmentState(county, '2025-03-15');
    expect(getSegmentState(county, '2024-01-01')).toBe(before);
    expect(getSegmentState(county, '2026-11-22')).toBe(after);
    expect([before.hardened[0], after.hardened[0]]).toEqual([0, 1]);
  });

  it('holds a county with other surfaces apart', () => {
    const county = createWorld([[{ kind: 'surface', on: '2025-03-15', value: 'gravel' }]]);
    const lenient = { ...county, settings: { ...county.settings, hardenedSurfaces: ['gravel' as const] } };
    expect(getSegmentState(county, '2026-01-01').hardened[0]).toBe(0);
    expect(getSegmentState(lenient, '2026-01-01').hardened[0]).toBe(1);
  });
});
