import { describe, expect, it } from 'vitest';
import { createSnapper } from '#core/network/snap.ts';
import { at, createRoadWorld } from '#tests/support/road-world.ts';

/** Two roads side by side, 1 km long and 100 m apart. */
const createTwoRoads = () =>
  createRoadWorld([
    {
      points: [
        [0, 0],
        [1000, 0],
      ],
    },
    {
      points: [
        [0, 100],
        [1000, 100],
      ],
    },
  ]).network;

describe('createSnapper', () => {
  it('finds the nearest place on the nearest road', () => {
    const snap = createTwoRoads().snap(at(300, 40));
    expect(snap?.link).toBe(0);
    expect(snap?.alongMeters).toBeCloseTo(300, 1);
    expect(snap?.offRoadMeters).toBeCloseTo(40, 1);
    expect(snap?.at[0]).toBeCloseTo(at(300, 0)[0], 7);
    expect(snap?.at[1]).toBeCloseTo(at(300, 0)[1], 7);
  });

  it('passes over roads that are not there', () => {
    const network = createTwoRoads();
    const snapper = createSnapper(network.graph, network.geometry);
    expect(snapper.snap(at(300, 40), Uint8Array.of(0, 1))?.link).toBe(1);
    expect(snapper.snap(at(300, 40), Uint8Array.of(0, 0))).toBeNull();
  });

  it('takes the first of two roads that are equally near', () => {
    const twice = createRoadWorld([
      {
        points: [
          [0, 0],
          [1000, 0],
        ],
      },
      {
        points: [
          [0, 0],
          [1000, 0],
        ],
      },
    ]).network;
    expect(twice.snap(at(300, 40))?.link).toBe(0);
  });

  it('is exactly at the node for a position at the end of a road', () => {
    const network = createTwoRoads();
    expect(network.snap(at(0, 0))).toMatchObject({ link: 0, alongMeters: 0, offRoadMeters: 0 });
    const end = network.snap(at(1000, 0));
    expect(end?.alongMeters).toBe(network.graph.linkMeters[0]);
    expect(end?.offRoadMeters).toBe(0);
  });

  it('knows on which link of a road it is, and how far along that link', () => {
    // the second road splits the first at 600 m
    const { network } = createRoadWorld([
      {
        points: [
          [0, 0],
          [1000, 0],
        ],
      },
      {
        points: [
          [600, 0],
          [600, 500],
        ],
      },
    ]);
    const snap = network.snap(at(800, 0));
    expect(network.graph.linkSegment[snap?.link ?? -1]).toBe(0);
    expect(snap?.link).toBe(1);
    expect(snap?.alongMeters).toBeCloseTo(200, 1);
  });

  it('finds the nearer of a bend and a road beside it, whose box is nearer', () => {
    // the box of the bent road holds the position, but its line is 500 m away
    const { network } = createRoadWorld([
      {
        points: [
          [0, 0],
          [1000, 1000],
        ],
      },
      {
        points: [
          [900, 200],
          [1000, 200],
        ],
      },
    ]);
    const snap = network.snap(at(850, 150));
    expect(snap?.link).toBe(1);
    expect(snap?.offRoadMeters).toBeCloseTo(Math.hypot(50, 50), 1);
  });

  it('snaps to a road of no length', () => {
    const { network } = createRoadWorld([
      {
        points: [
          [500, 500],
          [500, 500],
        ],
      },
    ]);
    expect(network.snap(at(500, 400))).toMatchObject({ link: 0, alongMeters: 0 });
  });

  it('finds nothing where there is no road', () => {
    const { network } = createRoadWorld([]);
    expect(network.snap(at(300, 40))).toBeNull();
    expect(network.settlementSnaps().every((snap) => snap === null)).toBe(true);
  });
});
