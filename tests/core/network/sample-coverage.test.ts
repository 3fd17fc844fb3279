import { beforeAll, describe, expect, it } from 'vitest';
import { buildCounty } from '#core/county/build-county.ts';
import { createCountyState } from '#core/county/county-state.ts';
import { distanceToLineMeters } from '#core/geo/point-to-line.ts';
import { findGap, listGaps } from '#core/network/find-gap.ts';
import { createOwnDefinition, type JoinDefinition, listDefinitions } from '#core/network/join-definition.ts';
import { JOINED, joinPlaces } from '#core/network/join-places.ts';
import { getNetwork, type Network, type NetworkAt } from '#core/network/network.ts';
import { listNewlyJoined } from '#core/network/newly-joined.ts';
import { computeReach } from '#core/network/reach.ts';
import { createRoadState } from '#core/network/road-state.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';
import { hardenPlainly } from '#tests/support/plain-joined.ts';

let network: Network;
let definition: JoinDefinition;
const dates = ['2024-01-01', '2025-06-30', '2026-11-22'] as const;

// one county of 6,000 segments, read once for the whole file
beforeAll(async () => {
  const county = buildCounty(await loadSampleCounty(), 1);
  network = getNetwork(county);
  definition = createOwnDefinition(county.settings);
}, 60_000);

const roadsAt = (date: string): NetworkAt => network.at(createRoadState(createCountyState(network.county, date)));

/** Settlements that count and are not joined. */
function listOpen(roads: NetworkAt): readonly number[] {
  const joined = joinPlaces(roads, definition);
  return [...joined.settlementState.keys()].filter((i) => joined.isAsked(i) && joined.settlementState[i] !== JOINED);
}

/** Hardened segments by the nodes at which they meet, from the links of the county. */
function walkPlainly({ county }: NetworkAt, hardened: ReadonlySet<number>) {
  const { links } = county;
  const segmentsOfNode = new Map<number, number[]>();
  const nodesOfSegment = new Map<number, number[]>();
  for (let link = 0; link < links.count; link++) {
    const segment = links.segment[link] ?? -1;
    if (!hardened.has(segment)) continue;
    for (const node of [links.fromNode[link] ?? -1, links.toNode[link] ?? -1]) {
      segmentsOfNode.set(node, [...(segmentsOfNode.get(node) ?? []), segment]);
      nodesOfSegment.set(segment, [...(nodesOfSegment.get(segment) ?? []), node]);
    }
  }
  return (start: number): ReadonlySet<number> => {
    const found = new Set([start]);
    for (const segment of found) {
      for (const node of nodesOfSegment.get(segment) ?? []) {
        for (const next of segmentsOfNode.get(node) ?? []) found.add(next);
      }
    }
    return found;
  };
}

describe('joinPlaces on the sample county', () => {
  it('joins whoever has a continuous hardened path in a plain walk, and nobody else', () => {
    const roads = roadsAt('2026-11-22');
    const { county } = roads;
    const hardened = hardenPlainly(roads, definition);
    const walkFrom = walkPlainly(roads, hardened);
    const near = (position: readonly [number, number]) =>
      [...hardened].filter((i) => {
        const line = county.segments[i]?.line.coordinates ?? [];
        // a rough box first: 0.03° are some 3 km
        const isClose = line.some(([x, y]) => Math.abs(x - position[0]) + Math.abs(y - position[1]) < 0.03);
        return isClose && distanceToLineMeters(position, line) <= definition.distanceMeters;
      });
    const seats = new Map(county.areas.map(({ code, seat }) => [code, seat]));
    const { pathState } = joinPlaces(roads, definition);
    // every ninth settlement of the county
    for (let i = 0; i < county.settlements.length; i += 9) {
      const settlement = county.settlements[i];
      const seat = seats.get(settlement?.villageCode ?? '');
      if (!settlement || !seat) continue;
      const nearSeat = near(seat);
      const isJoined = near(settlement.position).some((segment) => {
        const reached = walkFrom(segment);
        const isMain = (other: number) => /[GSXY]/.test(county.segments[other]?.roadClass ?? '');
        return nearSeat.some((other) => reached.has(other)) && [...reached].some(isMain);
      });
      expect([settlement.code, pathState[i] === JOINED]).toEqual([settlement.code, isJoined]);
    }
  }, 60_000);

  it('joins no fewer places when more is hardened', () => {
    const roads = roadsAt('2025-06-30');
    const half = roads.county.segments.flatMap((_, i) => (i % 2 === 0 ? [i] : []));
    const some = half.filter((i) => i % 10 === 0);
    const { before, after: afterSome } = listNewlyJoined(roads, definition, some);
    const { after: afterHalf } = listNewlyJoined(roads, definition, half);
    before.pathState.forEach((state, i) => {
      if (state === JOINED) expect(afterSome.pathState[i]).toBe(JOINED);
      if (afterSome.pathState[i] === JOINED) expect(afterHalf.pathState[i]).toBe(JOINED);
    });
    expect(afterSome.pathState).not.toEqual(afterHalf.pathState);
  });

  it('joins no more under a stricter definition', () => {
    const roads = roadsAt('2026-11-22');
    const joinedBy = new Map(
      listDefinitions(network.county.settings).map((each) => [each.key, joinPlaces(roads, each).pathState]),
    );
    const compare = (strict: string, loose: string) =>
      joinedBy.get(strict)?.forEach((state, i) => {
        if (state === JOINED) expect(joinedBy.get(loose)?.[i]).toBe(JOINED);
      });
    compare('30_150:minimum:bituminous', '30_150:any:bituminous');
    compare('30_150:any:paved', '30_150:any:bituminous');
    compare('30_150:any:bituminous', '30_150:any:blocks');
  });
});

describe('findGap on the sample county', () => {
  it.each(dates)('finds sets that join when hardened, and no part of them does: %s', (date) => {
    const roads = roadsAt(date);
    const open = listOpen(roads);
    const gaps = listGaps(roads, { definition }, open);
    expect(open.length).toBeGreaterThan(100);
    gaps.forEach((gap, i) => {
      if (gap.reason !== null || gap.newRoadMeters !== 0) return;
      expect(gap.segments.length).toBeGreaterThan(0);
      expect(listNewlyJoined(roads, definition, gap.segments).settlements).toContain(open[i]);
      for (const left of gap.segments) {
        const rest = gap.segments.filter((segment) => segment !== left);
        expect(listNewlyJoined(roads, definition, rest).settlements).not.toContain(open[i]);
      }
    });
  });

  it('closes every gap with a plan that hardens them all', () => {
    const roads = roadsAt('2026-11-22');
    const gaps = listOpen(roads).map((settlement) => findGap(roads, { definition }, settlement));
    const closable = gaps.filter(({ reason, newRoadMeters }) => reason === null && newRoadMeters === 0);
    const all = [...new Set(closable.flatMap(({ segments }) => segments))];
    expect(listNewlyJoined(roads, definition, all).settlements.length).toBeGreaterThanOrEqual(closable.length);
  });
});

describe('computeReach on the sample county', () => {
  it('reaches no fewer settlements within a greater limit', () => {
    const roads = roadsAt('2026-11-22');
    const from = [roads.county.areas[0]?.seat ?? [0, 0]] as const;
    const ask = (limit: number) =>
      computeReach(roads, { from, mode: 'drive', metric: 'minutes', limits: [limit], direction: 'to' }).settlementCost;
    const [near, far] = [ask(20), ask(45)];
    near.forEach((cost, i) => {
      if (cost <= 20) expect(far[i]).toBe(cost);
      else expect(far[i]).toBeGreaterThan(20);
    });
    expect(near.filter(Number.isFinite).length).toBeLessThan(far.filter(Number.isFinite).length);
  });
});
