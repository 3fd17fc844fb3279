import { describe, expect, it } from 'vitest';
import { findRoadComponents } from '#core/network/road-components.ts';
import { createRoadGraph } from '#core/network/road-graph.ts';
import { createLinkGraph } from '#tests/support/link-graph.ts';
import { at, createRoadWorld } from '#tests/support/road-world.ts';

describe('createRoadGraph', () => {
  it('gives each link an arc at both its nodes, each the opposite of the other', () => {
    const graph = createLinkGraph(4, [
      { from: 0, to: 1 },
      { from: 2, to: 1 },
      { from: 1, to: 3 },
      { from: 3, to: 3 },
    ]);
    expect([...graph.firstArc]).toEqual([0, 1, 4, 5, 8]);
    expect([...graph.arcTarget]).toEqual([1, 0, 2, 3, 1, 1, 3, 3]);
    expect([...graph.arcLink]).toEqual([0, 0, 1, 2, 1, 2, 3, 3]);
    expect([...graph.arcForward]).toEqual([1, 0, 0, 1, 1, 0, 1, 0]);
    expect([...graph.arcOpposite]).toEqual([1, 0, 4, 5, 2, 3, 7, 6]);
    expect([...graph.linkArc]).toEqual([0, 4, 3, 6]);
  });

  it('places nodes where segments end, and along the segment where another one meets it', () => {
    const { county } = createRoadWorld([
      {
        points: [
          [0, 0],
          [1000, 0],
        ],
      },
      {
        points: [
          [400, 0],
          [400, 500],
        ],
      },
    ]);
    const graph = createRoadGraph(county);
    const places = [...graph.nodeLon].map((lon, node) => [lon, graph.nodeLat[node] ?? 0]);
    for (const [east, north] of [
      [0, 0],
      [400, 0],
      [1000, 0],
      [400, 500],
    ] as const) {
      const [lon, lat] = at(east, north);
      expect(
        places.some((place) => Math.abs((place[0] ?? 0) - lon) < 1e-8 && Math.abs((place[1] ?? 0) - lat) < 1e-8),
      ).toBe(true);
    }
    expect(graph.nodeCount).toBe(4);
    expect([...graph.firstLink]).toEqual([0, 2, 3]);
  });

  it('is empty for a county without roads', () => {
    const graph = createRoadGraph(createRoadWorld([]).county);
    expect([graph.nodeCount, graph.linkCount, graph.firstArc.length]).toEqual([0, 0, 1]);
  });
});

describe('findRoadComponents', () => {
  it('numbers parts that do not meet by their lowest node, over segments that are there, whatever their direction', () => {
    const graph = createLinkGraph(6, [
      { from: 4, to: 0, oneWay: true },
      { from: 1, to: 2 },
      { from: 2, to: 4 },
    ]);
    expect([...findRoadComponents(graph, Uint8Array.of(1, 1, 0))]).toEqual([0, 1, 1, 2, 0, 3]);
    expect([...findRoadComponents(graph, Uint8Array.of(1, 1, 1))]).toEqual([0, 0, 0, 1, 0, 2]);
  });
});
