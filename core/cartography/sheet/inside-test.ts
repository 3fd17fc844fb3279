import { boundsOfContours } from './contour-geometry.ts';
import type { Contour } from './drawing.ts';

/** Edges in a strip, on average. */
const EDGES_IN_STRIP = 3;
const MOST_STRIPS = 400;

/**
 * The same answer as `isInsideContours` for many points: edges are sorted once into level strips, and a point looks only at those of its own.
 *
 * @returns whether a point lies inside the rings by the even-odd rule
 */
export function createInsideTest(rings: readonly Contour[]): (x: number, y: number) => boolean {
  const { y: top, height } = boundsOfContours(rings);
  const edges = rings.reduce((sum, { length }) => sum + length / 2, 0);
  if (!(height > 0)) return () => false;
  const strips = Math.max(1, Math.min(MOST_STRIPS, Math.round(edges / EDGES_IN_STRIP)));
  const stripOf = (y: number): number => Math.min(strips - 1, Math.max(0, Math.floor(((y - top) / height) * strips)));
  const inStrips: (number[] | undefined)[] = new Array(strips);
  for (const ring of rings)
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [xi, yi, xj, yj] = [ring[i] ?? 0, ring[i + 1] ?? 0, ring[j] ?? 0, ring[j + 1] ?? 0];
      if (yi === yj) continue;
      const last = stripOf(Math.max(yi, yj));
      for (let strip = stripOf(Math.min(yi, yj)); strip <= last; strip++) {
        const inStrip = inStrips[strip];
        if (inStrip) inStrip.push(xi, yi, xj, yj);
        else inStrips[strip] = [xi, yi, xj, yj];
      }
    }
  return (x, y) => {
    if (!(y >= top && y <= top + height)) return false;
    const inStrip = inStrips[stripOf(y)];
    if (inStrip === undefined) return false;
    let inside = false;
    for (let i = 0; i < inStrip.length; i += 4) {
      const yi = inStrip[i + 1] as number;
      const yj = inStrip[i + 3] as number;
      if (yi > y === yj > y) continue;
      const xi = inStrip[i] as number;
      if (x < (((inStrip[i + 2] as number) - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
    return inside;
  };
}
