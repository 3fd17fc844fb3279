import { bboxOf } from './bbox.ts';
import { geodesicAreaSquareMeters, polygonsOf } from './geodesic-area.ts';
import { geodesicLengthMeters } from './geodesic-length.ts';
import type { AreaGeometry, Geometry, PolygonGeometry } from './geometry.ts';
import { findGeometryFault } from './geometry-fault.ts';
import { interiorPointOf } from './interior-point.ts';
import type { LonLat } from './lon-lat.ts';
import { nearDistanceMeters } from './near-distance.ts';
import { intersectionOf } from './overlay.ts';
import { nearestOnLine } from './point-to-line.ts';
import { turnArea } from './turn-area.ts';

/** A surface, or a hole, whose mean width is less than this is a sliver: what is left between two lines that were drawn twice. */
export const SLIVER_WIDTH_METERS = 1;

/** Parts of lines that meet within this are one line. */
const SAME_END_METERS = 1;

/** Room around a surface when it is laid over its own box, in degrees. */
const BOX_MARGIN_DEGREES = 1e-4;

/** The surface with every ring closed and positions that repeat each other left out. */
export function closeRings(area: AreaGeometry): AreaGeometry {
  return mapRings(area, (ring) => {
    const bare = ring.filter((position, index) => index === 0 || !isSame(position, ring[index - 1]));
    const [first] = bare;
    return first !== undefined && !isSame(first, bare.at(-1)) ? [...bare, first] : bare;
  });
}

/**
 * The surface without self-crossings: what an odd number of its loops hold, in several polygons where it falls apart.
 *
 * @returns null when nothing sound is left
 */
export function untieArea(area: AreaGeometry): AreaGeometry | null {
  const closed = closeRings(area);
  const [west, south, east, north] = bboxOf(closed);
  const box: PolygonGeometry = {
    type: 'Polygon',
    coordinates: [
      boxRing([
        west - BOX_MARGIN_DEGREES,
        south - BOX_MARGIN_DEGREES,
        east + BOX_MARGIN_DEGREES,
        north + BOX_MARGIN_DEGREES,
      ]),
    ],
  };
  const untied = tryIntersection(closed, box);
  const sound = untied === null ? null : dropSlivers(turnArea(untied));
  return sound === null || findGeometryFault(sound) ? null : sound;
}

/**
 * What two surfaces have in common, however badly they are drawn.
 *
 * @returns null when they share no surface, and when the overlay gives up
 */
export function tryIntersection(a: AreaGeometry, b: AreaGeometry): AreaGeometry | null {
  try {
    return intersectionOf(a, b);
  } catch {
    // the sweep of polyclip-ts throws where rounding leaves it rings that it cannot close
    return null;
  }
}

/** First sliver of a surface: a polygon of several, or a hole, that is too narrow to mean anything; undefined when there is none. */
export function findSliver(
  area: AreaGeometry,
): { readonly widthMeters: number; readonly position: LonLat } | undefined {
  for (const rings of polygonsOf(area)) {
    for (const ring of rings) {
      const widthMeters = meanWidthMeters(ring);
      if (widthMeters < SLIVER_WIDTH_METERS) return { widthMeters, position: ring[0] ?? [0, 0] };
    }
  }
  return undefined;
}

/**
 * The surface without its slivers.
 *
 * @returns null when nothing else is left
 */
export function dropSlivers(area: AreaGeometry): AreaGeometry | null {
  const kept = polygonsOf(area).flatMap((rings) => {
    const [outer, ...holes] = rings;
    if (outer === undefined || meanWidthMeters(outer) < SLIVER_WIDTH_METERS) return [];
    return [[outer, ...holes.filter((hole) => meanWidthMeters(hole) >= SLIVER_WIDTH_METERS)]];
  });
  const [only] = kept;
  if (only === undefined) return null;
  return kept.length === 1 ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates: kept };
}

/**
 * A geometry as one of the wanted kinds, where that loses nothing that a map shows: a point inside a surface, a closed line as a surface, parts of a
 * line that follow each other as one.
 *
 * @returns null when it cannot be
 */
export function toWantedKind(geometry: Geometry, wanted: readonly Geometry['type'][]): Geometry | null {
  if (wanted.includes(geometry.type)) return geometry;
  if (geometry.type === 'MultiLineString' && wanted.includes('LineString')) return joinParts(geometry.coordinates);
  if (geometry.type === 'LineString' && wanted.includes('Polygon')) {
    const [first] = geometry.coordinates;
    const isClosed =
      first !== undefined && geometry.coordinates.length >= 4 && isSame(first, geometry.coordinates.at(-1));
    return isClosed ? turnArea({ type: 'Polygon', coordinates: [geometry.coordinates] }) : null;
  }
  const isArea = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
  return isArea && wanted.includes('Point') ? { type: 'Point', coordinates: interiorPointOf(geometry) } : null;
}

/** A line whose end nearest to another line is moved onto it. */
export function joinEnd(line: readonly LonLat[], other: readonly LonLat[]): readonly LonLat[] {
  const first = line[0];
  const last = line.at(-1);
  if (first === undefined || last === undefined) return line;
  const atStart = nearestOnLine(first, other);
  const atEnd = nearestOnLine(last, other);
  return atStart.distanceMeters < atEnd.distanceMeters
    ? [atStart.position, ...line.slice(1)]
    : [...line.slice(0, -1), atEnd.position];
}

/** Mean width of a ring: its surface over half its length; what is long and thin has next to none. */
function meanWidthMeters(ring: readonly LonLat[]): number {
  const lengthMeters = geodesicLengthMeters(ring);
  if (lengthMeters === 0) return 0;
  return geodesicAreaSquareMeters({ type: 'Polygon', coordinates: [ring] }) / (lengthMeters / 2);
}

function joinParts(parts: readonly (readonly LonLat[])[]): Geometry | null {
  const joined: LonLat[] = [];
  for (const part of parts) {
    const end = joined.at(-1);
    const [start] = part;
    if (start === undefined) continue;
    if (end !== undefined && nearDistanceMeters(end, start) > SAME_END_METERS) return null;
    joined.push(...(end === undefined ? part : part.slice(1)));
  }
  return joined.length >= 2 ? { type: 'LineString', coordinates: joined } : null;
}

function mapRings(area: AreaGeometry, change: (ring: readonly LonLat[]) => readonly LonLat[]): AreaGeometry {
  return area.type === 'Polygon'
    ? { type: 'Polygon', coordinates: area.coordinates.map(change) }
    : { type: 'MultiPolygon', coordinates: area.coordinates.map((rings) => rings.map(change)) };
}

const boxRing = ([west, south, east, north]: readonly [number, number, number, number]): readonly LonLat[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

const isSame = (a: LonLat, b: LonLat | undefined): boolean => b !== undefined && a[0] === b[0] && a[1] === b[1];
