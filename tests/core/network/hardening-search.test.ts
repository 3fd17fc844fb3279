import { describe, expect, it } from 'vitest';
import { getHardeningGraph } from '#core/network/hardening-graph.ts';
import { createSearchRoom, searchHardening } from '#core/network/hardening-search.ts';
import { createJoinedWorld, type SurfacedRoad } from '#tests/support/joined-world.ts';

const gravel = (...points: SurfacedRoad['points']): SurfacedRoad => ({ points, surface: 'gravel' });
const paved = (...points: SurfacedRoad['points']): SurfacedRoad => ({ points, surface: 'cement_concrete' });

function createGraph(roads: readonly SurfacedRoad[]) {
  const { network, definition } = createJoinedWorld({ roads, seats: [], settlements: [] });
  return getHardeningGraph(network, definition);
}

/** Metres to each segment, to ten metres. */
const metersFrom = (roads: readonly SurfacedRoad[], from: readonly number[]) =>
  [...searchHardening(createGraph(roads), from).segmentMeters].map((meters) =>
    meters === Infinity ? meters : Math.round(meters / 10) * 10,
  );

describe('getHardeningGraph', () => {
  it('shrinks hardened roads that hang together to one point', () => {
    const graph = createGraph([paved([0, 0], [500, 0]), paved([500, 0], [900, 0]), gravel([900, 0], [1500, 0])]);
    expect([...graph.pointOfSegment]).toEqual([0, 0, -1]);
    expect([...graph.pointsOfSegment.items]).toEqual([0, expect.any(Number)]);
    expect(graph.price[0]).toBe(Infinity);
  });

  it('leaves out segments that are not there', () => {
    const graph = createGraph([{ ...gravel([0, 0], [500, 0]), events: [{ kind: 'closed', on: '2016-01-01' }] }]);
    expect(graph.price[0]).toBe(Infinity);
    expect(graph.pointsOfSegment.items).toHaveLength(0);
  });
});

describe('searchHardening', () => {
  it('adds up whole segments, the first one too, and passes hardened roads for nothing', () => {
    const roads = [
      gravel([0, 0], [300, 0]),
      paved([300, 0], [5300, 0]),
      gravel([5300, 0], [5800, 0]),
      gravel([5800, 0], [6000, 0]),
    ];
    expect(metersFrom(roads, [0])).toEqual([300, Infinity, 800, 1000]);
    expect(metersFrom(roads, [1])).toEqual([300, Infinity, 500, 700]);
  });

  it('does not reach what no existing segment leads to', () => {
    expect(metersFrom([gravel([0, 0], [300, 0]), gravel([900, 0], [1200, 0])], [0])).toEqual([300, Infinity]);
  });

  it('takes the lower code of two equal ways', () => {
    const roads = [gravel([0, 0], [300, 0]), gravel([300, 0], [900, 0]), gravel([300, 0], [900, 0])];
    const graph = createGraph([...roads, gravel([900, 0], [1000, 0])]);
    const search = searchHardening(graph, [0]);
    const before = search.intoSegment[3] ?? -1;
    expect(search.intoPoint[before]).toBe(1);
  });

  it('ends when the visitor has enough, and tells places in ascending order', () => {
    const graph = createGraph([0, 1, 2, 3, 4].map((i) => gravel([1000 * i, 0], [1000 * i + 1000, 0])));
    const told: number[] = [];
    searchHardening(graph, [0], {
      visitPoint: (_, meters) => told.push(Math.round(meters / 10) * 10),
      visitSegment: () => {},
      isEnough: (meters) => meters > 2500,
    });
    expect(told).toEqual([1000, 1000, 2000]);
  });

  it('finds the same in the lists of an earlier search as in new ones', () => {
    const graph = createGraph([
      gravel([0, 0], [300, 0]),
      paved([300, 0], [5300, 0]),
      gravel([5300, 0], [5800, 0]),
      gravel([9000, 0], [9200, 0]),
    ]);
    const room = createSearchRoom(graph);
    // ends early, with places waiting
    searchHardening(graph, [0], { room, isEnough: () => true });
    for (const from of [[3], [2], [0, 3], []]) {
      const { pointMeters, segmentMeters, intoPoint, intoSegment } = searchHardening(graph, from, { room });
      const anew = searchHardening(graph, from);
      expect({ pointMeters, segmentMeters, intoPoint, intoSegment }).toEqual({
        pointMeters: anew.pointMeters,
        segmentMeters: anew.segmentMeters,
        intoPoint: anew.intoPoint,
        intoSegment: anew.intoSegment,
      });
    }
  });
});
