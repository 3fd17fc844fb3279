import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRoadIndex } from '#core/indicators/road-index.ts';
import { createSettlementRoads } from '#core/indicators/settlement-roads.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

describe('createSettlementRoads', () => {
  it('gives the distances of the road index for any choice of segments', () => {
    const { settlements, segments } = createTinyCountyRows();
    const index = createRoadIndex(segments);
    const roads = createSettlementRoads({ settlements }, index);
    fc.assert(
      fc.property(fc.array(fc.nat(1), { minLength: segments.length, maxLength: segments.length }), (flags) => {
        const wanted = Uint8Array.from(flags);
        const expected = settlements.map(({ position }) => index.nearestMeters(position, wanted));
        expect([...roads.nearestMeters(wanted)]).toEqual(expected);
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it('answers Infinity where there is no road', () => {
    const { settlements } = createTinyCountyRows();
    expect(createSettlementRoads({ settlements }, createRoadIndex([])).nearestMeters(new Uint8Array())[0]).toBe(
      Infinity,
    );
  });
});
