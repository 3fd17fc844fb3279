import fc from 'fast-check';
import type { County } from '#core/county/county.ts';
import type { PlanCommand, PlanEdit } from '#core/county/plan.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';

/** Random plans over a county: up to a dozen commands of the kinds that change who goes where, some of which cannot be done. */
export function arbitraryCommands(county: County): fc.Arbitrary<readonly PlanCommand[]> {
  const [west, south, east, north] = county.areas[0]?.bbox ?? [0, 0, 0, 0];
  const position = fc
    .tuple(fc.nat(10_000), fc.nat(10_000))
    .map(([x, y]): LonLat => [west + ((east - west) * x) / 10_000, south + ((north - south) * y) / 10_000]);
  const siteCode = fc.constantFrom(...county.sites.map(({ code }) => code), 'FA0001-S1', 'FA0001-S2');
  const movable = new Set(
    Array.from(county.households.site, (site, i) => (site >= 0 ? county.households.settlement[i] : -1)),
  );
  const settlementCode = fc.constantFrom(
    ...county.settlements.filter((_, i) => movable.has(i)).map(({ code }) => code),
  );
  const segmentCode = fc.constantFrom(...county.segments.map(({ code }) => code));
  const capacityHouseholds = fc.nat(400);
  const edit: fc.Arbitrary<PlanEdit> = fc.oneof(
    fc.record({
      kind: fc.constant('place_site' as const),
      input: fc.record({ siteCode: fc.constantFrom('FA0001-S1', 'FA0001-S2'), position, capacityHouseholds }),
    }),
    fc.record({ kind: fc.constant('move_site' as const), input: fc.record({ siteCode, position }) }),
    fc.record({ kind: fc.constant('set_capacity' as const), input: fc.record({ siteCode, capacityHouseholds }) }),
    fc.record({ kind: fc.constant('close_site' as const), input: fc.record({ siteCode }) }),
    fc.record({ kind: fc.constant('remove_site' as const), input: fc.record({ siteCode }) }),
    fc.record({ kind: fc.constant('assign_settlement' as const), input: fc.record({ settlementCode, siteCode }) }),
    fc.record({ kind: fc.constant('release_settlement' as const), input: fc.record({ settlementCode }) }),
    fc.record({
      kind: fc.constant('arrange_settlement' as const),
      input: fc.record({ settlementCode, arrangement: fc.constantFrom('centralised' as const, 'monetary' as const) }),
    }),
    fc.record({
      kind: fc.constant('harden_segment' as const),
      input: fc.record({ segmentCode, year: fc.constantFrom(2026, 2027) }),
    }),
  );
  return fc
    .array(edit, { minLength: 1, maxLength: 12 })
    .map((edits) => edits.map((each, i) => ({ id: `c${i}`, by: 'local', at: '2026-11-22T00:00:00Z', ...each })));
}

/** Some random plans, the same for a seed. */
export const sampleCommands = (
  county: County,
  { seed, count }: { readonly seed: number; readonly count: number },
): readonly (readonly PlanCommand[])[] => fc.sample(arbitraryCommands(county), { seed, numRuns: count });
