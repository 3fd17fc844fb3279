import { ringArea } from '../contour-geometry.ts';
import type { Contour } from '../drawing.ts';

/** A gently bent line through the middle of an area, along which its name is spread. */
export interface AreaSpine {
  /** Angle of the axis, radians, clockwise on paper; from -45 to 135 degrees, so that the spine is read forwards. */
  readonly angle: number;
  /** Length of the axis within the area, millimetres. */
  readonly length: number;
  /** Smallest of the area's widths across the axis near its middle, millimetres. */
  readonly width: number;
  /** Point of the spine at `along` of its length (0 to 1), moved `across` millimetres to the right of its direction. */
  at(along: number, across: number): readonly [x: number, y: number];
}

/** Widths are taken at so many places along the axis. */
const STATIONS = 15;

/** Spines of an area along given angles (radians): the largest ring cut across each axis, the middles of the cuts joined by a parabola. */
export function listAreaSpines(rings: readonly Contour[], angles: readonly number[]): AreaSpine[] {
  const ring = largestRing(rings);
  if (!ring) return [];
  return angles.flatMap((angle) => {
    const spine = createSpine(ring, angle);
    return spine ? [spine] : [];
  });
}

/** The ring with the most area, or null. */
export function largestRing(rings: readonly Contour[]): Contour | null {
  let best: Contour | null = null;
  let most = 0;
  for (const ring of rings) {
    const area = Math.abs(ringArea(ring));
    if (area <= most) continue;
    most = area;
    best = ring;
  }
  return best;
}

/**
 * Axis along which an area is longest: of its second moments.
 *
 * @returns angle in radians clockwise on paper from -45 to 135 degrees, and how many times longer than wide the area is
 */
export function mainAxis(ring: Contour): { readonly angle: number; readonly stretch: number } {
  const points = ring.length / 2;
  const [originX, originY] = [ring[0] ?? 0, ring[1] ?? 0];
  let [area, sumX, sumY, xx, xy, yy] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < points; i++) {
    const next = (i + 1) % points;
    const [x1, y1] = [(ring[2 * i] ?? 0) - originX, (ring[2 * i + 1] ?? 0) - originY];
    const [x2, y2] = [(ring[2 * next] ?? 0) - originX, (ring[2 * next + 1] ?? 0) - originY];
    const cross = x1 * y2 - x2 * y1;
    area += cross / 2;
    sumX += (cross * (x1 + x2)) / 6;
    sumY += (cross * (y1 + y2)) / 6;
    xx += (cross * (x1 * x1 + x1 * x2 + x2 * x2)) / 12;
    yy += (cross * (y1 * y1 + y1 * y2 + y2 * y2)) / 12;
    xy += (cross * (x1 * y2 + 2 * x1 * y1 + 2 * x2 * y2 + x2 * y1)) / 24;
  }
  if (area === 0) return { angle: 0, stretch: 1 };
  const [x, y] = [sumX / area, sumY / area];
  const [a, b, c] = [xx / area - x * x, xy / area - x * y, yy / area - y * y];
  const spread = Math.hypot(a - c, 2 * b);
  const [large, small] = [(a + c + spread) / 2, (a + c - spread) / 2];
  return {
    angle: readForwards(0.5 * Math.atan2(2 * b, a - c)),
    stretch: Math.sqrt(large / Math.max(small, 1e-9)),
  };
}

/** The same axis from -45 to 135 degrees: to the right, or downwards. */
export function readForwards(angle: number): number {
  let forwards = angle;
  while (forwards <= -Math.PI / 4) forwards += Math.PI;
  while (forwards > (3 * Math.PI) / 4) forwards -= Math.PI;
  return forwards;
}

function createSpine(ring: Contour, angle: number): AreaSpine | null {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const turned = new Float64Array(ring.length);
  let [from, to] = [Infinity, -Infinity];
  for (let i = 0; i < ring.length; i += 2) {
    const u = (ring[i] ?? 0) * cos + (ring[i + 1] ?? 0) * sin;
    turned[i] = u;
    turned[i + 1] = -(ring[i] ?? 0) * sin + (ring[i + 1] ?? 0) * cos;
    from = Math.min(from, u);
    to = Math.max(to, u);
  }
  const length = to - from;
  if (!(length > 0)) return null;
  const stations = Array.from({ length: STATIONS }, (_, i) => ({
    t: (i + 0.5) / STATIONS,
    ...widestCut(turned, from + ((i + 0.5) / STATIONS) * length),
  })).filter(({ width }) => width > 0);
  if (stations.length < 3) return null;
  const bend = fitParabola(stations);
  const inner = stations.filter(({ t }) => t > 0.25 && t < 0.75);
  return {
    angle,
    length,
    width: Math.min(...inner.map(({ width }) => width)),
    at(along, across) {
      const u = from + along * length;
      const v = bend(along) + across;
      return [u * cos - v * sin, u * sin + v * cos];
    },
  };
}

/** Widest piece of a ring cut across its axis at `u`. */
function widestCut(turned: Float64Array, u: number): { readonly middle: number; readonly width: number } {
  const crossings: number[] = [];
  for (let i = 0, j = turned.length - 2; i < turned.length; j = i, i += 2) {
    const [u1, v1, u2, v2] = [turned[j] ?? 0, turned[j + 1] ?? 0, turned[i] ?? 0, turned[i + 1] ?? 0];
    if (u1 > u !== u2 > u) crossings.push(v1 + ((u - u1) * (v2 - v1)) / (u2 - u1));
  }
  crossings.sort((a, b) => a - b);
  let best = { middle: 0, width: 0 };
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [low, high] = [crossings[i] ?? 0, crossings[i + 1] ?? 0];
    if (high - low > best.width) best = { middle: (low + high) / 2, width: high - low };
  }
  return best;
}

/** Least squares of middles by a parabola over 0 to 1, wide places counting more. */
function fitParabola(
  stations: readonly { readonly t: number; readonly middle: number; readonly width: number }[],
): (along: number) => number {
  const sums = new Float64Array(8);
  for (const { t, middle, width } of stations) {
    const s = t - 0.5;
    const powers = [1, s, s * s, s ** 3, s ** 4, middle, middle * s, middle * s * s];
    powers.forEach((power, k) => {
      sums[k] = (sums[k] ?? 0) + width * power;
    });
  }
  const [w = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, m0 = 0, m1 = 0, m2 = 0] = sums;
  const determinant = w * (s2 * s4 - s3 * s3) - s1 * (s1 * s4 - s2 * s3) + s2 * (s1 * s3 - s2 * s2);
  if (Math.abs(determinant) < 1e-9) return () => m0 / w;
  const a = (m0 * (s2 * s4 - s3 * s3) - s1 * (m1 * s4 - m2 * s3) + s2 * (m1 * s3 - m2 * s2)) / determinant;
  const b = (w * (m1 * s4 - m2 * s3) - m0 * (s1 * s4 - s2 * s3) + s2 * (s1 * m2 - s2 * m1)) / determinant;
  const c = (w * (s2 * m2 - s3 * m1) - s1 * (s1 * m2 - s2 * m1) + m0 * (s1 * s3 - s2 * s2)) / determinant;
  return (along) => a + b * (along - 0.5) + c * (along - 0.5) ** 2;
}
