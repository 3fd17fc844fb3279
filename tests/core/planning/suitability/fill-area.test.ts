import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AreaGeometry } from '#core/geo/geometry.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { isPointInArea } from '#core/geo/point-in-polygon.ts';
import { fillArea } from '#core/planning/suitability/fill-area.ts';
import { centreOfCell, createGridFrame, type GridFrame } from '#core/planning/suitability/grid-frame.ts';
import { createBox } from '#tests/support/tiny/areas.ts';

const frame = createGridFrame([107, 27, 107.02, 27.02], 100);

function compare(area: AreaGeometry, over: GridFrame = frame): void {
  const filled = new Uint8Array(over.columns * over.rows);
  fillArea(over, area, (cell) => {
    filled[cell] = 1;
  });
  const asked = filled.map((_, cell) => (isPointInArea(centreOfCell(over, cell), area) ? 1 : 0));
  expect([...filled]).toEqual([...asked]);
}

describe('fillArea', () => {
  // corners on centres of cells: the hard case, because a centre may lie on an edge or a corner
  const onCentre = fc
    .tuple(fc.nat(frame.columns - 1), fc.nat(frame.rows - 1))
    .map(([column, row]) => centreOfCell(frame, row * frame.columns + column));
  const free = fc
    .tuple(fc.integer({ min: -5, max: 25 }), fc.integer({ min: -5, max: 25 }))
    .map(([x, y]): LonLat => [107 + x / 1000, 27 + y / 1000]);
  const ring = fc
    .array(fc.oneof(onCentre, free), { minLength: 3, maxLength: 7 })
    .map((positions) => [...positions, positions[0] as LonLat]);

  it('names exactly the cells whose centres lie in a surface, whatever its rings', () => {
    fc.assert(
      fc.property(fc.array(ring, { minLength: 1, maxLength: 3 }), (rings) => {
        compare({ type: 'Polygon', coordinates: rings });
        compare({ type: 'MultiPolygon', coordinates: rings.map((each) => [each]) });
      }),
      { seed: 44, numRuns: 150 },
    );
  });

  it('knows a box whose edges run through centres, a hole, and what lies outside the frame', () => {
    const [west, south] = centreOfCell(frame, (frame.rows - 3) * frame.columns + 2);
    const [east, north] = centreOfCell(frame, 3 * frame.columns + frame.columns - 3);
    const box = createBox(west, south, east, north);
    compare(box);
    const hole = createBox(107.008, 27.008, 107.012, 27.012).coordinates[0] ?? [];
    compare({ type: 'Polygon', coordinates: [...box.coordinates, hole.toReversed()] });
    compare(createBox(106, 26, 108, 28));
    compare(createBox(108, 28, 109, 29));
  });
});

describe('createGridFrame', () => {
  it('covers the box with cells of at most the length asked for, even in mercator', () => {
    for (const box of [
      [107, 26.5, 107.7, 27],
      [-60, -3, -59.9, 2],
      [20, -41, 20.2, -40],
    ] as const) {
      const made = createGridFrame(box, 100);
      expect(made.bbox[0]).toBeCloseTo(box[0], 9);
      expect(made.bbox[3]).toBeCloseTo(box[3], 9);
      expect(made.bbox[1]).toBeLessThanOrEqual(box[1]);
      expect(made.bbox[2]).toBeGreaterThanOrEqual(box[2]);
      expect(Math.max(...made.squareMetersOfRow)).toBeLessThanOrEqual(100 * 100 + 1);
      expect(Math.min(...made.squareMetersOfRow)).toBeGreaterThan(95 * 95);
    }
  });
});
