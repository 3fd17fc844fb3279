import { positionsOf } from './bbox.ts';
import type { AreaGeometry } from './geometry.ts';
import type { LonLat } from './lon-lat.ts';

/**
 * A position inside a surface, away from its border: the middle of the longest stretch that lies inside along the parallel half way up.
 * Degenerate surfaces give their first position.
 */
export function interiorPointOf(geometry: AreaGeometry): LonLat {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  const lats = positionsOf(geometry).map(([, lat]) => lat);
  const lat = halfWayBetweenVertices(lats);
  const crossings = rings.flatMap((ring) => crossingsAt(ring, lat)).sort((a, b) => a - b);
  let best: LonLat | null = null;
  let longest = 0;
  for (let index = 0; index + 1 < crossings.length; index += 2) {
    const [from = 0, to = 0] = crossings.slice(index, index + 2);
    if (to - from > longest) {
      longest = to - from;
      best = [(from + to) / 2, lat];
    }
  }
  return best ?? positionsOf(geometry)[0] ?? [0, 0];
}

/** Middle of the gap between vertex latitudes that holds the middle of the surface, so that no vertex lies on the parallel. */
function halfWayBetweenVertices(lats: readonly number[]): number {
  const sorted = [...new Set(lats)].sort((a, b) => a - b);
  const middle = ((sorted[0] ?? 0) + (sorted.at(-1) ?? 0)) / 2;
  const above = sorted.findIndex((lat) => lat > middle);
  return above < 1 ? middle : ((sorted[above - 1] ?? middle) + (sorted[above] ?? middle)) / 2;
}

function crossingsAt(ring: readonly LonLat[], lat: number): readonly number[] {
  const found: number[] = [];
  for (let index = 0; index + 1 < ring.length; index++) {
    const [x1, y1] = ring[index] as LonLat;
    const [x2, y2] = ring[index + 1] as LonLat;
    if (y1 > lat !== y2 > lat) found.push(x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1));
  }
  return found;
}
