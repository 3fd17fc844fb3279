import { Delaunay } from 'd3-delaunay';
import { bboxOf } from './bbox.ts';
import type { AreaGeometry } from './geometry.ts';
import { createLocalMetric } from './local-metric.ts';
import type { LonLat } from './lon-lat.ts';
import { intersectionOf } from './overlay.ts';

/**
 * Cells of an outline that are nearest to each position (in the metric plane about the outline's middle): they tile the outline.
 *
 * @param positions distinct
 * @returns one surface per position, in order; null where the position repeats an earlier one or its cell misses the outline
 */
export function createVoronoiCells(
  positions: readonly LonLat[],
  outline: AreaGeometry,
): readonly (AreaGeometry | null)[] {
  const [west, south, east, north] = bboxOf(outline);
  const metric = createLocalMetric([(west + east) / 2, (south + north) / 2]);
  const [left, bottom] = metric.toPlane([west, south]);
  const [right, top] = metric.toPlane([east, north]);
  const points = positions.map((position) => metric.toPlane(position));
  // cells are cut at a frame wider than the outline, so that only the outline itself cuts them
  const frame = Math.max(right - left, top - bottom) + 1000;
  const voronoi = Delaunay.from(points.map(([x, y]): [number, number] => [x, y])).voronoi([
    Math.min(left, ...points.map(([x]) => x)) - frame,
    Math.min(bottom, ...points.map(([, y]) => y)) - frame,
    Math.max(right, ...points.map(([x]) => x)) + frame,
    Math.max(top, ...points.map(([, y]) => y)) + frame,
  ]);
  return points.map((_, index) => {
    const cell: readonly (readonly [number, number])[] | null = voronoi.cellPolygon(index);
    if (!cell) return null;
    return intersectionOf({ type: 'Polygon', coordinates: [cell.map((point) => metric.toLonLat(point))] }, outline);
  });
}
