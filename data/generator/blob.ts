import type { PolygonGeometry } from '#core/geo/geometry.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { roundDegrees } from './grid.ts';
import type { Random } from './random.ts';

/** Metres per degree at 27.0 N, CGCS2000; enough for drawing invented outlines. */
export const METERS_PER_DEGREE_EAST = 99_255;
export const METERS_PER_DEGREE_NORTH = 110_804;

/** A position moved by metres east and north. */
export const moveByMeters = ([lon, lat]: LonLat, east: number, north: number): LonLat => [
  roundDegrees(lon + east / METERS_PER_DEGREE_EAST),
  roundDegrees(lat + north / METERS_PER_DEGREE_NORTH),
];

/** Shape of a blob before it is bent at random. */
export interface BlobShape {
  readonly radiusMeters: number;
  /** Length of the long axis as a multiple of the short one. */
  readonly stretch: number;
  /** Direction of the long axis, radians counter-clockwise from east. */
  readonly direction: number;
}

const CORNERS = 18;

/** A rounded, irregular patch around a centre; counter-clockwise, closed. */
export function createBlob(
  centre: LonLat,
  { radiusMeters, stretch, direction }: BlobShape,
  random: Random,
): PolygonGeometry {
  const phase = random.next() * 6;
  const ring: LonLat[] = [];
  for (let i = 0; i < CORNERS; i++) {
    const angle = (i / CORNERS) * 2 * Math.PI;
    const radius = radiusMeters * (1 + 0.16 * Math.sin(2 * angle + phase) + 0.1 * Math.sin(3 * angle + 2 * phase));
    const along = radius * Math.cos(angle) * stretch;
    const across = radius * Math.sin(angle);
    const east = along * Math.cos(direction) - across * Math.sin(direction);
    const north = along * Math.sin(direction) + across * Math.cos(direction);
    ring.push(moveByMeters(centre, east, north));
  }
  ring.push(ring[0] as LonLat);
  return { type: 'Polygon', coordinates: [ring] };
}
