import { edgesOfRing } from './area-index.ts';
import type { AreaGeometry } from './geometry.ts';
import type { LonLat } from './lon-lat.ts';

/** The same surface with outer rings counter-clockwise and holes clockwise, as every geometry of the county has them. */
export function turnArea(geometry: AreaGeometry): AreaGeometry {
  return geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: turnRings(geometry.coordinates) }
    : { type: 'MultiPolygon', coordinates: geometry.coordinates.map(turnRings) };
}

const turnRings = (rings: readonly (readonly LonLat[])[]): readonly (readonly LonLat[])[] =>
  rings.map((ring, index) => (isCounterClockwise(ring) === (index === 0) ? ring : [...ring].reverse()));

/** By the sign of the ring's area about its first position. */
function isCounterClockwise(ring: readonly LonLat[]): boolean {
  const [x0, y0] = ring[0] ?? [0, 0];
  let area = 0;
  for (const [[x1, y1], [x2, y2]] of edgesOfRing(ring)) area += (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
  return area > 0;
}
