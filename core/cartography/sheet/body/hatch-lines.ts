import type { MapImage } from '../../map-definition.ts';
import { boundsOfContours } from '../contour-geometry.ts';
import type { Contour, DrawItem } from '../drawing.ts';

type Hatch = Extract<MapImage, { readonly kind: 'hatch' }>;

/**
 * A hatch as lines cut to the area (so that no writer needs patterns): for each family, parallel lines through a lattice that is fixed to
 * the paper, so that the hatches of neighbours meet.
 *
 * @param millimetersPerPixel size of the hatch's pixel on paper
 */
export function hatchItems(rings: readonly Contour[], hatch: Hatch, millimetersPerPixel: number): DrawItem[] {
  const items: DrawItem[] = [];
  if (hatch.ground) items.push({ kind: 'path', contours: rings, closed: true, fill: hatch.ground });
  const spacing = hatch.spacing * millimetersPerPixel;
  const width = hatch.width * millimetersPerPixel;
  for (const angle of hatch.angles) {
    const lines = cutFamily(rings, angle, spacing);
    if (lines.length === 0) continue;
    const dash = hatch.dots ? { dash: [0, spacing], cap: 'round' as const } : {};
    items.push({ kind: 'path', contours: lines, closed: false, stroke: { color: hatch.color, width, ...dash } });
  }
  return items;
}

/** Lines of one angle (degrees, counter-clockwise) inside rings by the even-odd rule. */
function cutFamily(rings: readonly Contour[], angle: number, spacing: number): number[][] {
  // turn the area so that the family lies flat, cut along horizontals, turn the pieces back
  const radians = (angle * Math.PI) / 180;
  const cos = Math.cos(radians);
  const sin = Math.sin(radians);
  const turned = rings.map((ring) => turn(ring, cos, sin));
  const bounds = boundsOfContours(turned);
  const first = Math.ceil(bounds.y / spacing);
  const last = Math.floor((bounds.y + bounds.height) / spacing);
  const crossings: number[][] = Array.from({ length: Math.max(0, last - first + 1) }, () => []);
  for (const ring of turned) addCrossings(ring, { spacing, first, last, crossings });
  return crossings.flatMap((xs, row) => {
    xs.sort((a, b) => a - b);
    const y = (first + row) * spacing;
    const pieces: number[][] = [];
    for (let i = 0; i + 1 < xs.length; i += 2) {
      const from = xs[i] ?? 0;
      const to = xs[i + 1] ?? 0;
      if (to - from > 0.1) pieces.push(turn([from, y, to, y], cos, -sin));
    }
    return pieces;
  });
}

/** Turns points clockwise by the angle whose cosine and sine are given (y down). */
function turn(points: Contour, cos: number, sin: number): number[] {
  const turned: number[] = [];
  for (let i = 0; i < points.length; i += 2) {
    const x = points[i] ?? 0;
    const y = points[i + 1] ?? 0;
    turned.push(x * cos - y * sin, x * sin + y * cos);
  }
  return turned;
}

function addCrossings(
  ring: Contour,
  rows: {
    readonly spacing: number;
    readonly first: number;
    readonly last: number;
    readonly crossings: readonly number[][];
  },
): void {
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [x1, y1, x2, y2] = [ring[j] ?? 0, ring[j + 1] ?? 0, ring[i] ?? 0, ring[i + 1] ?? 0];
    if (y1 === y2) continue;
    // half-open in y so that a vertex on a line counts once
    const from = Math.max(rows.first, Math.ceil(Math.min(y1, y2) / rows.spacing));
    const to = Math.min(rows.last, Math.ceil(Math.max(y1, y2) / rows.spacing) - 1);
    for (let row = from; row <= to; row++) {
      const y = row * rows.spacing;
      rows.crossings[row - rows.first]?.push(x1 + ((x2 - x1) * (y - y1)) / (y2 - y1));
    }
  }
}
