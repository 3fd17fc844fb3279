import { describe, expect, it } from 'vitest';
import { createCountyState } from '#core/county/county-state.ts';
import { getNetwork } from '#core/network/network.ts';
import { createRoadState } from '#core/network/road-state.ts';
import { applyCommand } from '#core/planning/apply-commands.ts';
import { createPlaceTrips } from '#core/planning/evaluation/place-trips.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const SIGNED = { id: 'c1', by: 'local', at: '2026-11-22T00:00:00Z' };
const THERE = { metric: 'minutes', direction: 'there' } as const;

const tripsOf = (county: ReturnType<typeof createTinyCounty>) => {
  const network = getNetwork(county).at(createRoadState(createCountyState(county, county.dataDate)));
  return createPlaceTrips(
    network,
    createTinyCounty().settlements.map(({ position }) => position),
  );
};

describe('createPlaceTrips', () => {
  const county = createTinyCounty();
  const [first] = county.sites;
  const hub = first?.accessPoint ?? [0, 0];

  it('measures the trips to a site once, also for a county in which another site was placed', () => {
    const input = { siteCode: 'FA0001-S1', position: [107.52, 27.01] as const, capacityHouseholds: 5 };
    const placed = applyCommand(county, { ...SIGNED, kind: 'place_site', input });
    expect(placed).not.toBe(county);
    expect(tripsOf(placed).measure(hub, THERE)).toBe(tripsOf(county).measure(hub, THERE));
  });

  it('measures them anew where vehicles are slower', () => {
    const slower = { ...county, settings: { ...county.settings, speeds: halve(county.settings.speeds) } };
    const slow = tripsOf(slower).measure(hub, THERE);
    expect(slow).not.toEqual(tripsOf(county).measure(hub, THERE));
  });

  it('gives up last what was asked for last, however many positions are dragged over', () => {
    const kept = tripsOf(county).measure(hub, THERE);
    for (let i = 0; i < 2100; i++) {
      tripsOf(county).measure([107.5 + i / 100_000, 27.01], THERE);
      if (i % 500 === 0) tripsOf(county).measure(hub, THERE);
    }
    expect(tripsOf(county).measure(hub, THERE)).toBe(kept);
  });
});

function halve<Speeds>(speeds: Speeds): Speeds {
  return JSON.parse(JSON.stringify(speeds), (_, value: unknown) =>
    typeof value === 'number' && value > 1 ? value / 2 : value,
  ) as Speeds;
}
