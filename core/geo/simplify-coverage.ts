import { polygonsOf } from './geodesic-area.ts';
import type { AreaGeometry } from './geometry.ts';
import type { LonLat } from './lon-lat.ts';
import { simplifyLine } from './simplify-line.ts';

/**
 * Surfaces that tile, with fewer positions and still without gaps: a common boundary is simplified once, between the positions where
 * three boundaries meet, and both neighbours get the same.
 *
 * @param areas neighbours must share the positions of their common boundary
 * @param toleranceDegrees degrees of latitude
 */
export function simplifyCoverage(areas: readonly AreaGeometry[], toleranceDegrees: number): readonly AreaGeometry[] {
  const junctions = findJunctions(areas);
  const cache = new Map<string, readonly LonLat[]>();
  const simplifyRing = (ring: readonly LonLat[]): readonly LonLat[] => {
    const arcs = splitRing(ring, junctions).map((arc) => simplifyArc(arc, toleranceDegrees, cache));
    const simple = arcs.flatMap((arc, index) => (index === 0 ? arc : arc.slice(1)));
    // a ring that would vanish keeps its full shape
    return simple.length >= 4 ? simple : ring;
  };
  return areas.map((area) => {
    const polygons = polygonsOf(area).map((rings) => rings.map(simplifyRing));
    const [only] = polygons;
    return area.type === 'Polygon' && only
      ? { type: 'Polygon', coordinates: only }
      : { type: 'MultiPolygon', coordinates: polygons };
  });
}

const keyOf = ([lon, lat]: LonLat): string => `${lon},${lat}`;

/** Positions with more than two different neighbours over all rings. */
function findJunctions(areas: readonly AreaGeometry[]): ReadonlySet<string> {
  const neighbours = new Map<string, Set<string>>();
  const link = (a: string, b: string) => {
    const known = neighbours.get(a);
    if (known) known.add(b);
    else neighbours.set(a, new Set([b]));
  };
  for (const ring of areas.flatMap((area) => polygonsOf(area).flat())) {
    for (let i = 1; i < ring.length; i++) {
      const a = keyOf(ring[i - 1] ?? [0, 0]);
      const b = keyOf(ring[i] ?? [0, 0]);
      link(a, b);
      link(b, a);
    }
  }
  return new Set([...neighbours].filter(([, linked]) => linked.size > 2).map(([key]) => key));
}

/** The arcs of a closed ring between junctions; a ring without junctions is one arc that begins at its lowest position. */
function splitRing(ring: readonly LonLat[], junctions: ReadonlySet<string>): readonly (readonly LonLat[])[] {
  const open = ring.slice(0, -1);
  const first = open.findIndex((position) => junctions.has(keyOf(position)));
  const start = first >= 0 ? first : lowestIndex(open);
  const turned = [...open.slice(start), ...open.slice(0, start + 1)];
  const arcs: LonLat[][] = [];
  let arc: LonLat[] = [];
  for (const [index, position] of turned.entries()) {
    arc.push(position);
    if (index > 0 && index < turned.length - 1 && junctions.has(keyOf(position))) {
      arcs.push(arc);
      arc = [position];
    }
  }
  return [...arcs, arc];
}

function lowestIndex(positions: readonly LonLat[]): number {
  return positions.reduce((best, position, index) => (isLower(position, positions[best]) ? index : best), 0);
}

const isLower = (a: LonLat, b: LonLat | undefined): boolean =>
  b === undefined || a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);

/** Simplifies an arc in one agreed direction, so that both neighbours find the same positions. */
function simplifyArc(
  arc: readonly LonLat[],
  toleranceDegrees: number,
  cache: Map<string, readonly LonLat[]>,
): readonly LonLat[] {
  const forward = arc.map(keyOf).join(' ');
  const backward = [...arc].reverse().map(keyOf).join(' ');
  const isForward = forward <= backward;
  const key = isForward ? forward : backward;
  const known = cache.get(key) ?? simplifyLine(isForward ? arc : [...arc].reverse(), toleranceDegrees);
  cache.set(key, known);
  return isForward ? known : [...known].reverse();
}
