import { describe, expect, it } from 'vitest';
import { createLocalMetric } from '#core/geo/local-metric.ts';
import { computeReach } from '#core/network/reach.ts';
import { listReachStrips } from '#core/network/reach-strips.ts';
import { createJoinedWorld, type PlanePlace, type SurfacedRoad } from '#tests/support/joined-world.ts';
import { at } from '#tests/support/road-world.ts';

const { toPlane } = createLocalMetric([107.5, 27]);

/** Strips of a world in metres east and north, rounded. */
function listStrips(roads: readonly SurfacedRoad[], from: PlanePlace, limit: number) {
  const { network } = createJoinedWorld({ roads, seats: [], settlements: [] });
  const question = {
    from: [at(...from)],
    mode: 'drive',
    metric: 'meters',
    limits: [limit],
    direction: 'from',
  } as const;
  return listReachStrips(network, computeReach(network, question), limit).map((strip) => ({
    from: toPlane(strip.from).map((meters) => Math.round(meters) + 0),
    to: toPlane(strip.to).map((meters) => Math.round(meters) + 0),
    left: [Math.round(strip.fromMeters), Math.round(strip.toMeters)],
  }));
}

const road = (row: Partial<SurfacedRoad> = {}): SurfacedRoad => ({
  points: [
    [0, 0],
    [1200, 0],
  ],
  surface: 'cement_concrete',
  ...row,
});

describe('listReachStrips', () => {
  it('cuts the road where the limit is used up', () => {
    const strips = listStrips([road()], [0, 0], 300);
    expect(strips.filter(({ from, to }) => from[0] !== to[0])).toEqual([
      { from: [0, 0], to: [120, 0], left: [300, 180] },
      { from: [120, 0], to: [240, 0], left: [180, 60] },
      { from: [240, 0], to: [300, 0], left: [60, 0] },
    ]);
  });

  it('goes both ways from a place in the middle of a road, and one way where only that is allowed', () => {
    const ends = (strips: ReturnType<typeof listStrips>) => [
      Math.min(...strips.flatMap(({ from, to }) => [from[0] ?? 0, to[0] ?? 0])),
      Math.max(...strips.flatMap(({ from, to }) => [from[0] ?? 0, to[0] ?? 0])),
    ];
    expect(ends(listStrips([road()], [600, 0], 200))).toEqual([400, 800]);
    expect(ends(listStrips([road({ oneWay: true })], [600, 0], 200))).toEqual([600, 800]);
  });

  it('includes the stretch to the road, and nothing of the road where the limit ends before it', () => {
    expect(listStrips([road()], [600, 500], 400)).toEqual([{ from: [600, 500], to: [600, 100], left: [400, 0] }]);
  });

  it('leaves out roads that are not there', () => {
    const closed = road({ events: [{ kind: 'closed', on: '2016-01-01' }] });
    expect(listStrips([closed], [0, 0], 300)).toEqual([]);
  });
});
