import { describe, expect, it } from 'vitest';
import { placeInRows } from '#core/cartography/features/household-rows.ts';
import { createLocalMetric } from '#core/geo/local-metric.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';

const ORIGIN: LonLat = [107.5, 27];
const SPACING = 40;
const metric = createLocalMetric(ORIGIN);
const beside = (x: number, y: number): LonLat => metric.toLonLat([x, y]);

/** Metres east and north of the origin, in spacings. */
const inSpacings = (positions: readonly LonLat[] | undefined) =>
  (positions ?? []).map((position) =>
    metric.toPlane(position).map((meters) => Math.round((meters / SPACING) * 10) / 10),
  );

describe('placeInRows', () => {
  it('puts symbols into rows below the settlement, the last one centred', () => {
    const [places] = placeInRows([{ origin: ORIGIN, count: 6 }], SPACING);
    expect(inSpacings(places)).toEqual([
      [-1.5, -1.5],
      [-0.5, -1.5],
      [0.5, -1.5],
      [1.5, -1.5],
      [-0.5, -2.9],
      [0.5, -2.9],
    ]);
  });

  it('moves the smaller of two blocks that would lie on each other to another side', () => {
    const blocks = [
      { origin: beside(2 * SPACING, 0), count: 2 },
      { origin: ORIGIN, count: 60 },
    ];
    const [small, large] = placeInRows(blocks, SPACING).map(inSpacings);
    expect(large?.every(([, y]) => (y ?? 0) < 0)).toBe(true);
    expect(small?.every(([, y]) => (y ?? 0) > 0)).toBe(true);
  });

  it('keeps every two symbols at least a spacing apart', () => {
    const blocks = Array.from({ length: 4 }, (_, i) => ({ origin: beside(i * 900, (i % 2) * 500), count: 5 + 20 * i }));
    const places = placeInRows(blocks, SPACING)
      .flat()
      .map((place) => metric.toPlane(place));
    expect(places.length).toBe(5 + 25 + 45 + 65);
    places.forEach(([x1, y1], i) => {
      for (const [x2, y2] of places.slice(i + 1)) expect(Math.hypot(x1 - x2, y1 - y2)).toBeGreaterThan(SPACING - 0.1);
    });
  });

  it('leaves the point of another settlement to be seen', () => {
    const [block] = placeInRows(
      [
        { origin: ORIGIN, count: 24 },
        { origin: beside(SPACING, -3 * SPACING), count: 1 },
      ],
      SPACING,
    ).map(inSpacings);
    for (const [x = 0, y = 0] of block ?? []) expect(Math.max(Math.abs(x - 1), Math.abs(y + 3))).toBeGreaterThan(1);
  });

  it('finds room for blocks of a dozen settlements that stand close together', () => {
    // 12 settlements 6 spacings apart, each with more symbols than fit between it and the next
    const blocks = Array.from({ length: 12 }, (_, i) => ({
      origin: beside((i % 4) * 6 * SPACING, Math.floor(i / 4) * 7 * SPACING),
      count: 8 + i,
    }));
    const places = placeInRows(blocks, SPACING)
      .flat()
      .map((place) => metric.toPlane(place));
    places.forEach(([x1, y1], i) => {
      for (const [x2, y2] of places.slice(i + 1)) expect(Math.hypot(x1 - x2, y1 - y2)).toBeGreaterThan(SPACING - 0.1);
    });
  });

  it('has nothing to place without settlements', () => {
    expect(placeInRows([], SPACING)).toEqual([]);
  });
});
