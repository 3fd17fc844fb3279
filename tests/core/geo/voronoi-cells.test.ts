import { describe, expect, it } from 'vitest';
import { geodesicAreaSquareMeters } from '#core/geo/geodesic-area.ts';
import type { PolygonGeometry } from '#core/geo/geometry.ts';
import { findGeometryFault } from '#core/geo/geometry-fault.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { isPointInArea } from '#core/geo/point-in-polygon.ts';
import { createVoronoiCells } from '#core/geo/voronoi-cells.ts';

/** An L: not convex. */
const createOutline = (): PolygonGeometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [107, 27],
      [107.4, 27],
      [107.4, 27.2],
      [107.2, 27.2],
      [107.2, 27.4],
      [107, 27.4],
      [107, 27],
    ],
  ],
});

describe('createVoronoiCells', () => {
  const positions: readonly LonLat[] = [
    [107.05, 27.05],
    [107.3, 27.1],
    [107.1, 27.35],
    [107.18, 27.2],
  ];

  it('tiles the outline, each position in its own cell', () => {
    const cells = createVoronoiCells(positions, createOutline());
    let sum = 0;
    for (const [index, cell] of cells.entries()) {
      if (!cell) throw new Error('a cell is missing');
      expect(findGeometryFault(cell)).toBeUndefined();
      expect(isPointInArea(positions[index] ?? [0, 0], cell)).toBe(true);
      sum += geodesicAreaSquareMeters(cell);
    }
    // edges are geodesics for the area, and a long one bulges north where the cells split it
    expect(sum / geodesicAreaSquareMeters(createOutline())).toBeCloseTo(1, 3);
  });

  it('gives the whole outline to a single position and nothing to a repeated one', () => {
    const [only] = createVoronoiCells([[107.1, 27.1]], createOutline());
    expect(only && geodesicAreaSquareMeters(only)).toBeCloseTo(geodesicAreaSquareMeters(createOutline()), -1);
    const [first, second] = createVoronoiCells(
      [
        [107.1, 27.1],
        [107.1, 27.1],
        [107.3, 27.1],
      ],
      createOutline(),
    );
    expect([first === null, second === null].filter(Boolean)).toHaveLength(1);
  });
});
