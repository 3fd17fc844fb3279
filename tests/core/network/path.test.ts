import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geodesicLengthMeters } from '#core/geo/geodesic-length.ts';
import { straightDistanceMeters } from '#core/geo/straight-distance.ts';
import { type Path, tracePath } from '#core/network/path.ts';
import { TRAVEL_METRICS, TRAVEL_MODES } from '#core/network/travel.ts';
import { measureTrip } from '#core/network/trips.ts';
import { createUnevenGround, drawPlaces, drawRoads } from '#tests/support/random-roads.ts';
import { at, createRoadWorld } from '#tests/support/road-world.ts';

describe('tracePath', () => {
  it('costs what the trip costs and is as long as its line, on random roads', () => {
    const question = fc.record({
      roads: drawRoads,
      places: drawPlaces,
      mode: fc.constantFrom(...TRAVEL_MODES),
      metric: fc.constantFrom(...TRAVEL_METRICS),
    });
    fc.assert(
      fc.property(question, ({ roads, places, mode, metric }) => {
        const { network } = createRoadWorld(roads, { dem: createUnevenGround() });
        const [from, to] = [places[0] ?? at(0, 0), places.at(-1) ?? at(0, 0)];
        const trip = measureTrip(network, { from, to, mode });
        const path = tracePath(network, { from, to, mode, metric });
        if (typeof path === 'string') {
          expect(path).toBe(trip.reason);
          return;
        }
        expect(Math.abs(path[metric] - (trip[metric] ?? Number.NaN))).toBeLessThan(1e-6);
        // lengths are stored to the millimetre, some of them a link
        expect(Math.abs(geodesicLengthMeters(path.line) - path.meters)).toBeLessThan(0.05);
        expect(straightDistanceMeters(path.line[0] ?? to, from)).toBeLessThan(0.003);
        expect(straightDistanceMeters(path.line.at(-1) ?? from, to)).toBeLessThan(0.003);
        for (const [i, leg] of path.legs.entries()) {
          const next = path.legs[i + 1];
          if (next) expect(straightDistanceMeters(leg.line.at(-1) ?? from, next.line[0] ?? from)).toBeLessThan(0.01);
        }
      }),
      { seed: 20_261_122, numRuns: 200 },
    );
  });

  it('is one leg a run along a segment, with the walked stretches at both ends', () => {
    // the second road ends in the middle of the first, which thus has two links, and goes on as one leg
    const { network } = createRoadWorld([
      {
        points: [
          [0, 0],
          [1000, 0],
        ],
      },
      {
        points: [
          [500, 0],
          [500, 300],
        ],
      },
      {
        points: [
          [1000, 0],
          [1000, 400],
        ],
      },
    ]);
    const path = tracePath(network, { from: at(0, 40), to: at(1030, 400), mode: 'drive', metric: 'meters' }) as Path;
    expect(path.legs.map(({ kind, segment, meters }) => [kind, segment, Math.round(meters)])).toEqual([
      ['off_road', null, 40],
      ['road', 0, 1000],
      ['road', 2, 400],
      ['off_road', null, 30],
    ]);
    expect(path.meters).toBeCloseTo(1470, 0);
    // 1400 m at 20 km/h
    const onRoad = path.legs.filter(({ kind }) => kind === 'road').reduce((sum, { minutes }) => sum + minutes, 0);
    expect(onRoad).toBeCloseTo(4.2, 2);
  });

  it('follows the bends of a road, also against its direction', () => {
    const { network } = createRoadWorld([
      {
        points: [
          [0, 0],
          [100, 100],
          [200, 0],
          [300, 100],
        ],
      },
    ]);
    const path = tracePath(network, { from: at(300, 100), to: at(100, 100), mode: 'walk', metric: 'minutes' }) as Path;
    const expected = [at(300, 100), at(200, 0), at(100, 100)];
    expect(path.line).toHaveLength(3);
    path.line.forEach(([lon, lat], i) => {
      expect(lon).toBeCloseTo(expected[i]?.[0] ?? 0, 8);
      expect(lat).toBeCloseTo(expected[i]?.[1] ?? 0, 8);
    });
  });

  it('goes round a one-way loop in its direction, out of it and into it', () => {
    // a triangle that begins and ends at 0, 0 and is driven by way of the east: 300, 400 and 500 m; a road leads to it from the west
    const { network } = createRoadWorld([
      {
        points: [
          [0, 0],
          [300, 0],
          [300, 400],
          [0, 0],
        ],
        oneWay: true,
      },
      {
        points: [
          [-1000, 0],
          [0, 0],
        ],
      },
    ]);
    const [outside, onLoop] = [at(-500, 0), at(300, 0)];
    const question = { mode: 'drive', metric: 'meters' } as const;
    const out = tracePath(network, { ...question, from: onLoop, to: outside }) as Path;
    const into = tracePath(network, { ...question, from: outside, to: onLoop }) as Path;
    const onFoot = tracePath(network, { ...question, mode: 'walk', from: onLoop, to: outside }) as Path;
    expect(out.legs.map(({ meters }) => Math.round(meters))).toEqual([900, 500]);
    expect(into.legs.map(({ meters }) => Math.round(meters))).toEqual([500, 300]);
    expect(onFoot.legs.map(({ meters }) => Math.round(meters))).toEqual([300, 500]);
    for (const path of [out, into, onFoot]) {
      expect(measureTrip(network, { from: onLoop, to: outside, mode: 'drive' }).meters).toBeCloseTo(out.meters, 6);
      expect(geodesicLengthMeters(path.line)).toBeCloseTo(path.meters, 1);
    }
    // once round: to a place just behind
    const round = tracePath(network, { ...question, from: at(200, 0), to: at(100, 0) }) as Path;
    expect(round.meters).toBeCloseTo(1100, 0);
  });

  it('says why there is no way', () => {
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
    const asked = { from: at(400, 0), mode: 'drive', metric: 'meters' } as const;
    expect(tracePath(network, { ...asked, to: at(0, 1000) })).toBe('other_component');
    expect(tracePath(network, { ...asked, to: at(0, 0) })).toBe('one_way');
    expect(tracePath(createRoadWorld([]).network, { ...asked, to: at(0, 0) })).toBe('no_road');
  });

  it('has no legs where one is already', () => {
    const { network } = createRoadWorld([
      {
        points: [
          [0, 0],
          [500, 0],
        ],
      },
    ]);
    const path = tracePath(network, { from: at(9, 9), to: at(9, 9), mode: 'drive', metric: 'meters' });
    expect(path).toEqual({ meters: 0, minutes: 0, line: [at(9, 9), at(9, 9)], legs: [] });
  });
});
