import type { PaperProjection } from '../../geo/gauss-kruger.ts';
import type { AreaGeometry } from '../../geo/geometry.ts';
import type { PlanePoint } from '../../geo/lon-lat.ts';
import { isPointInArea } from '../../geo/point-in-polygon.ts';
import type { PlaneBox } from '../sheet/sheet-projection.ts';

/** Whether a surface and a box in the plane share ground: a part of its line lies in the box, or the box lies in the surface. */
export function boundaryMeetsBox(boundary: AreaGeometry, projection: PaperProjection, box: PlaneBox): boolean {
  const rings = boundary.type === 'Polygon' ? boundary.coordinates : boundary.coordinates.flat();
  for (const ring of rings) {
    let before: PlanePoint | null = null;
    for (const position of ring) {
      const here = projection.forward(position);
      if (before && segmentMeetsBox(before, here, box)) return true;
      before = here;
    }
  }
  return isPointInArea(projection.inverse([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]), boundary);
}

/** Liang and Barsky 1984: the stretch of the segment inside each pair of sides. */
function segmentMeetsBox(from: PlanePoint, to: PlanePoint, [west, south, east, north]: PlaneBox): boolean {
  let [enters, leaves] = [0, 1];
  const sides = [
    [from[0], to[0], west, east],
    [from[1], to[1], south, north],
  ] as const;
  for (const [a, b, least, most] of sides) {
    if (a === b) {
      if (a < least || a > most) return false;
      continue;
    }
    const [first, second] = [(least - a) / (b - a), (most - a) / (b - a)];
    enters = Math.max(enters, Math.min(first, second));
    leaves = Math.min(leaves, Math.max(first, second));
  }
  return enters <= leaves;
}
