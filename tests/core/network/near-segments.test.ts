import { describe, expect, it } from 'vitest';
import { compressRows, findNearSegments, listSegmentsWithin, rowOf } from '#core/network/near-segments.ts';
import { createWorldCounty } from '#tests/support/joined-world.ts';
import { at } from '#tests/support/road-world.ts';

/** A road of 1 km along the equator of the world, one that turns away at its end, and one 300 m to the north. */
const createCounty = () =>
  createWorldCounty({
    roads: [
      {
        points: [
          [0, 0],
          [1000, 0],
        ],
      },
      {
        points: [
          [1000, 0],
          [1000, -500],
          [2000, -500],
        ],
      },
      {
        points: [
          [0, 300],
          [1000, 300],
        ],
      },
    ],
    seats: [[500, 150]],
    settlements: [{ place: [500, 110] }, { place: [1050, 0] }, { place: [9000, 9000] }],
  });

describe('findNearSegments', () => {
  it('lists the segments within the distance of settlements and seats, ascending', () => {
    const county = createCounty();
    const { settlements, seats } = findNearSegments(county, 200);
    expect(county.settlements.map((_, i) => [...rowOf(settlements, i)])).toEqual([[0, 2], [0, 1], []]);
    expect([...rowOf(seats, county.areas.length - 1)]).toEqual([0, 2]);
  });

  it('keeps an answer a county and distance', () => {
    const county = createCounty();
    expect(findNearSegments(county, 200)).toBe(findNearSegments(county, 200));
    expect(findNearSegments(county, 100).settlements.items).toEqual(Int32Array.of(0, 1));
  });
});

describe('listSegmentsWithin', () => {
  it('measures to the line and not to its vertices or its box', () => {
    const county = createCounty();
    expect(listSegmentsWithin(county, at(1500, -450), 60)).toEqual([1]);
    expect(listSegmentsWithin(county, at(1500, -250), 200)).toEqual([]);
  });

  it('finds a segment of zero length at its place', () => {
    const county = createWorldCounty({
      roads: [
        {
          points: [
            [0, 0],
            [0, 0],
          ],
        },
      ],
      seats: [],
      settlements: [],
    });
    expect(listSegmentsWithin(county, at(30, 40), 50.001)).toEqual([0]);
    expect(listSegmentsWithin(county, at(30, 40), 49.9)).toEqual([]);
  });

  it('finds nothing in a county without roads', () => {
    const county = createWorldCounty({ roads: [], seats: [], settlements: [] });
    expect(listSegmentsWithin(county, at(0, 0), 1000)).toEqual([]);
  });
});

describe('compressRows', () => {
  it('gives each row back', () => {
    const rows = compressRows([[3, 1], [], [2]]);
    expect([0, 1, 2].map((row) => [...rowOf(rows, row)])).toEqual([[3, 1], [], [2]]);
  });
});
