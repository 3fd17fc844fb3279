import type { PolygonGeometry } from '#core/geo/geometry.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import type { BorderLine } from './border-lines.ts';

/**
 * The polygons of regions, put together from the borders they share with their neighbours vertex by vertex.
 *
 * @param groupOf region of a label: itself for villages, the town of a village, ...; negative outside
 * @returns polygon by group; outer rings counter-clockwise
 */
export function assemblePolygons(
  lines: readonly BorderLine[],
  groupOf: (label: number) => number,
): Map<number, PolygonGeometry> {
  const pathsByGroup = new Map<number, (readonly LonLat[])[]>();
  const addPath = (group: number, positions: readonly LonLat[]): void => {
    if (group < 0) return;
    const paths = pathsByGroup.get(group) ?? [];
    if (paths.length === 0) pathsByGroup.set(group, paths);
    paths.push(positions);
  };
  for (const { left, right, positions } of lines) {
    const leftGroup = groupOf(left);
    const rightGroup = groupOf(right);
    if (leftGroup === rightGroup) continue;
    addPath(leftGroup, positions);
    addPath(rightGroup, [...positions].reverse());
  }
  const polygons = new Map<number, PolygonGeometry>();
  for (const [group, paths] of pathsByGroup) {
    const rings = stitchRings(paths).sort((a, b) => signedArea(b) - signedArea(a));
    polygons.set(group, { type: 'Polygon', coordinates: rings });
  }
  return polygons;
}

function stitchRings(paths: readonly (readonly LonLat[])[]): LonLat[][] {
  const keyOf = (position: LonLat | undefined): string => (position ? position.join() : '');
  const byStart = new Map(paths.map((path) => [keyOf(path[0]), path]));
  const rings: LonLat[][] = [];
  for (const first of paths) {
    const start = keyOf(first[0]);
    if (!byStart.has(start)) continue;
    const ring: LonLat[] = first[0] ? [first[0]] : [];
    let at = start;
    do {
      const path = byStart.get(at);
      if (!path) throw new Error(`A border ends at ${at} without a next one.`);
      byStart.delete(at);
      ring.push(...path.slice(1));
      at = keyOf(ring[ring.length - 1]);
    } while (at !== start);
    rings.push(ring);
  }
  return rings;
}

/** Twice the planar area in square degrees, positive for counter-clockwise rings. */
function signedArea(ring: readonly LonLat[]): number {
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [x1, y1] = ring[i] as LonLat;
    const [x2, y2] = ring[i + 1] as LonLat;
    sum += x1 * y2 - x2 * y1;
  }
  return sum;
}
