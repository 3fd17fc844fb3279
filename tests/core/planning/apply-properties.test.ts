import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { County } from '#core/county/county.ts';
import type { PlanEdit } from '#core/county/plan.ts';
import { applyCommands } from '#core/planning/apply-commands.ts';
import { numberCommands } from '#tests/support/plan-commands.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const county = createTinyCounty();
const siteCode = fc.constantFrom('site-1', 'site-2', 'FA9-S1', 'FA9-S2', 'FA9-S3');
const settlementCode = fc.constantFrom(...county.settlements.map(({ code }) => code));
const householdCode = fc.constantFrom(...county.households.codes);
const segmentCode = fc.constantFrom(...county.segments.map(({ code }) => code));
const arrangement = fc.constantFrom('centralised' as const, 'self_built' as const, 'purchased' as const);
// some positions lie outside the county
const position = fc
  .tuple(fc.integer({ min: 107_500, max: 107_542 }), fc.integer({ min: 27_000, max: 27_021 }))
  .map(([lon, lat]) => [lon / 1000, lat / 1000] as const);
const capacityHouseholds = fc.integer({ min: -1, max: 9 });

const edit: fc.Arbitrary<PlanEdit> = fc.oneof(
  fc.record({ kind: fc.constant('place_site' as const), input: fc.record({ siteCode, position, capacityHouseholds }) }),
  fc.record({ kind: fc.constant('move_site' as const), input: fc.record({ siteCode, position }) }),
  fc.record({ kind: fc.constant('set_capacity' as const), input: fc.record({ siteCode, capacityHouseholds }) }),
  fc.record({
    kind: fc.constantFrom('remove_site' as const, 'close_site' as const, 'open_site' as const),
    input: fc.record({ siteCode }),
  }),
  fc.record({ kind: fc.constant('assign_settlement' as const), input: fc.record({ settlementCode, siteCode }) }),
  fc.record({ kind: fc.constant('assign_household' as const), input: fc.record({ householdCode, siteCode }) }),
  fc.record({ kind: fc.constant('release_settlement' as const), input: fc.record({ settlementCode }) }),
  fc.record({ kind: fc.constant('arrange_settlement' as const), input: fc.record({ settlementCode, arrangement }) }),
  fc.record({ kind: fc.constant('arrange_household' as const), input: fc.record({ householdCode, arrangement }) }),
  fc.record({
    kind: fc.constant('harden_segment' as const),
    input: fc.record({ segmentCode, year: fc.integer({ min: 2023, max: 2028 }) }),
  }),
  fc.record({ kind: fc.constant('leave_segment' as const), input: fc.record({ segmentCode }) }),
);
const plans = fc.array(edit, { maxLength: 25 });
const check = (property: (edits: readonly PlanEdit[]) => void) =>
  fc.assert(fc.property(plans, property), { seed: 20_261_123, numRuns: 300 });

const homes = ({ households, settlements }: County) =>
  households.codes.map((code, i) => [code, settlements[households.settlement[i] ?? -1]?.code]);

describe('applyCommands on any list of commands', () => {
  it('gives the same county again, and the county of before when the last commands are taken off', () => {
    const twin = createTinyCounty();
    check((edits) => {
      const half = edits.slice(0, edits.length >> 1);
      const before = applyCommands(twin, numberCommands(half));
      applyCommands(county, numberCommands(edits));
      expect(applyCommands(county, numberCommands(half))).toEqual(before);
    });
  });

  it('keeps every list in its order and every household in its settlement', () => {
    check((edits) => {
      const { county: planned } = applyCommands(county, numberCommands(edits));
      const settlements = planned.settlements.map(({ code }) => code);
      expect(settlements).toEqual([...new Set(settlements)].sort());
      const sites = planned.sites.map(({ areaCode, code }) => `${areaCode} ${code}`);
      expect(sites).toEqual([...sites].sort());
      expect(homes(planned)).toEqual(homes(county));
      expect(planned.households.site.every((site) => site >= -1 && site < planned.sites.length)).toBe(true);
    });
  });

  it('never moves who has moved in, and gives every site in a village one settlement where the site stands', () => {
    check((edits) => {
      const { county: planned } = applyCommands(county, numberCommands(edits));
      const { households, sites, settlements } = planned;
      households.codes.forEach((_, i) => {
        if ((households.eventDay.moved_in[i] ?? 0) > 30_000) return;
        const given = county.sites[county.households.site[i] ?? -1]?.code;
        expect(sites[households.site[i] ?? -1]?.code).toBe(given);
      });
      for (const { code, areaCode, position: at } of sites.filter(({ code: own }) =>
        planned.planned?.placed.has(own),
      )) {
        const own = settlements.filter((settlement) => settlement.siteCode === code);
        expect(own.map(({ villageCode, position: stands }) => [villageCode, stands])).toEqual([[areaCode, at]]);
      }
      const here = new Set(sites.map(({ code }) => code));
      expect(
        settlements.every((one) => one.siteCode === null || one.siteCode === 'site-2' || here.has(one.siteCode)),
      ).toBe(true);
    });
  });
});
