import { describe, expect, it } from 'vitest';
import { measureTrip, measureTrips } from '#core/network/trips.ts';
import { at, createRoadWorld, type PlainRoad } from '#tests/support/road-world.ts';

/** Level walking: 6 exp(-3.5 * 0.05) km/h. */
const LEVEL_KMH = 6 * Math.exp(-0.175);
const walkMinutes = (meters: number) => (meters / 1000 / LEVEL_KMH) * 60;

/**
 * A long way round from west to east on a county road, 40 km/h: 1000 + 2000 + 1000 m; a short cut of 2000 m on a village road, 20 km/h.
 */
const ROUND: readonly PlainRoad[] = [
  {
    points: [
      [0, 0],
      [0, 600],
      [2000, 600],
      [2000, 0],
    ],
    roadClass: 'X',
  },
  {
    points: [
      [0, 0],
      [2000, 0],
    ],
    roadClass: 'C',
  },
];

describe('measureTrip', () => {
  it('tells the metres of the shortest way and the minutes of the fastest way', () => {
    const { network } = createRoadWorld(ROUND);
    const trip = measureTrip(network, { from: at(0, 0), to: at(2000, 0), mode: 'drive' });
    // short: 2000 m; fast: 3200 m at 40 km/h = 4.8 min, against 6 min on the short cut
    expect(trip.meters).toBeCloseTo(2000, 0);
    expect(trip.minutes).toBeCloseTo(4.8, 2);
    expect(trip).toMatchObject({ offRoadMeters: 0, reason: null });
    expect(trip.straightMeters).toBeCloseTo(2000, 0);
  });

  it('walks the stretches off the road and counts them in both', () => {
    const { network } = createRoadWorld([
      {
        points: [
          [0, 0],
          [2000, 0],
        ],
      },
    ]);
    const trip = measureTrip(network, { from: at(500, 100), to: at(1500, -50), mode: 'drive' });
    // 100 m and 50 m on foot, 1000 m at 20 km/h = 3 min
    expect(trip.offRoadMeters).toBeCloseTo(150, 1);
    expect(trip.meters).toBeCloseTo(1150, 0);
    expect(trip.minutes).toBeCloseTo(3 + walkMinutes(150), 2);
  });

  it('rides a tricycle at 0.8 of the speed of a car, and walks at walking speed', () => {
    const { network } = createRoadWorld([
      {
        points: [
          [0, 0],
          [2000, 0],
        ],
      },
    ]);
    const question = { from: at(0, 0), to: at(2000, 0) };
    expect(measureTrip(network, { ...question, mode: 'tricycle' }).minutes).toBeCloseTo((2 / 16) * 60, 2);
    expect(measureTrip(network, { ...question, mode: 'walk' }).minutes).toBeCloseTo(walkMinutes(2000), 1);
  });

  it('goes along the road between two places on the same link', () => {
    const { network } = createRoadWorld([
      {
        points: [
          [0, 0],
          [2000, 0],
        ],
      },
    ]);
    const trip = measureTrip(network, { from: at(1500, 0), to: at(500, 0), mode: 'drive' });
    expect(trip.meters).toBeCloseTo(1000, 1);
    expect(trip.minutes).toBeCloseTo(3, 3);
  });

  it('leaves the link where the way round is cheaper', () => {
    // a hairpin: both places on the long road, whose ends almost meet over a short one
    const { network } = createRoadWorld([
      {
        points: [
          [0, 0],
          [0, 1000],
          [20, 1000],
          [20, 0],
        ],
      },
      {
        points: [
          [0, 0],
          [20, 0],
        ],
      },
    ]);
    const trip = measureTrip(network, { from: at(0, 10), to: at(20, 10), mode: 'drive' });
    expect(trip.meters).toBeCloseTo(40, 1);
  });

  it('goes round against the direction of a one-way road, and straight in it; on foot straight in both', () => {
    // a square of 500 m whose southern side runs east only
    const { network } = createRoadWorld([
      {
        points: [
          [0, 0],
          [500, 0],
        ],
        oneWay: true,
      },
      {
        points: [
          [500, 0],
          [500, 500],
          [0, 500],
          [0, 0],
        ],
      },
    ]);
    const [west, east] = [at(100, 0), at(400, 0)];
    expect(measureTrip(network, { from: west, to: east, mode: 'drive' }).meters).toBeCloseTo(300, 1);
    // on to the corner (100), round (1500), and in from the west (100)
    expect(measureTrip(network, { from: east, to: west, mode: 'drive' }).meters).toBeCloseTo(1700, 0);
    expect(measureTrip(network, { from: east, to: west, mode: 'walk' }).meters).toBeCloseTo(300, 1);
  });

  it('starts and ends at the ends of a one-way road without driving along it', () => {
    const { network } = createRoadWorld([
      {
        points: [
          [0, 0],
          [500, 0],
        ],
        oneWay: true,
      },
      {
        points: [
          [0, 0],
          [0, 700],
        ],
      },
    ]);
    expect(measureTrip(network, { from: at(0, 700), to: at(0, 0), mode: 'drive' }).meters).toBeCloseTo(700, 0);
    expect(measureTrip(network, { from: at(0, 0), to: at(0, 700), mode: 'drive' }).meters).toBeCloseTo(700, 0);
  });

  it('says that another part of the network cannot be reached, and that a one-way road leads the wrong way', () => {
    const { network } = createRoadWorld([
      {
        points: [
          [0, 0],
          [500, 0],
        ],
        oneWay: true,
      },
      {
        points: [
          [0, 1000],
          [500, 1000],
        ],
      },
    ]);
    const question = { from: at(400, 0), mode: 'drive' } as const;
    const nothing = { meters: null, minutes: null, offRoadMeters: null };
    expect(measureTrip(network, { ...question, to: at(400, 1000) })).toMatchObject({
      ...nothing,
      reason: 'other_component',
    });
    expect(measureTrip(network, { ...question, to: at(100, 0) })).toMatchObject({ ...nothing, reason: 'one_way' });
    expect(measureTrip(network, { ...question, to: at(100, 0), mode: 'walk' }).meters).toBeCloseTo(300, 1);
  });

  it('says that there is no road', () => {
    const { network } = createRoadWorld([]);
    const trip = measureTrip(network, { from: at(0, 0), to: at(100, 0), mode: 'walk' });
    expect(trip).toMatchObject({ meters: null, minutes: null, reason: 'no_road' });
    expect(trip.straightMeters).toBeCloseTo(100, 1);
  });

  it('takes nothing to stay where one is, off the road too', () => {
    const { network } = createRoadWorld([
      {
        points: [
          [0, 0],
          [2000, 0],
        ],
      },
    ]);
    const trip = measureTrip(network, { from: at(500, 100), to: at(500, 100), mode: 'drive' });
    expect(trip).toEqual({ meters: 0, minutes: 0, straightMeters: 0, offRoadMeters: 0, reason: null });
  });

  it('passes a road of no length, and a loop', () => {
    const { network } = createRoadWorld([
      {
        points: [
          [0, 0],
          [500, 0],
        ],
      },
      {
        points: [
          [500, 0],
          [500, 0],
        ],
      },
      {
        points: [
          [500, 0],
          [600, 100],
          [700, 0],
          [500, 0],
        ],
      },
      {
        points: [
          [500, 0],
          [1000, 0],
        ],
      },
    ]);
    expect(measureTrip(network, { from: at(0, 0), to: at(1000, 0), mode: 'drive' }).meters).toBeCloseTo(1000, 0);
    // from the middle of the loop's base, which is part of the last road's line: straight on
    expect(measureTrip(network, { from: at(600, 100), to: at(0, 0), mode: 'drive' }).meters).toBeCloseTo(
      Math.hypot(100, 100) + 500,
      0,
    );
  });
});

describe('measureTrips', () => {
  it('measures every pair, row by row, the same from either side', () => {
    const { network } = createRoadWorld(ROUND);
    const from = [at(0, 0), at(500, 30), at(2000, 300)];
    const to = [at(2000, 0), at(0, 600)];
    const trips = measureTrips(network, { from, to, mode: 'drive' });
    const turned = measureTrips(network, { from: to, to: from, mode: 'drive' });
    expect(trips).toHaveLength(6);
    from.forEach((_, i) => {
      to.forEach((_, j) => {
        const trip = trips[i * to.length + j];
        expect(trip?.meters).toBeCloseTo(turned[j * from.length + i]?.meters ?? Number.NaN, 6);
        expect(trip?.minutes).toBeCloseTo(turned[j * from.length + i]?.minutes ?? Number.NaN, 6);
      });
    });
  });

  it('has nothing to say about no places', () => {
    const { network } = createRoadWorld(ROUND);
    expect(measureTrips(network, { from: [], to: [at(0, 0)], mode: 'walk' })).toEqual([]);
    expect(measureTrips(network, { from: [at(0, 0)], to: [], mode: 'walk' })).toEqual([]);
  });
});
