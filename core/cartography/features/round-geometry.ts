import type { Geometry } from '../../geo/geometry.ts';
import type { LonLat } from '../../geo/lon-lat.ts';

const rounded = new Map<number, WeakMap<Geometry, Geometry>>();

/** The geometry with coordinates rounded to decimal places of degrees; remembered as long as the geometry lives. */
export function roundGeometry<Shape extends Geometry>(geometry: Shape, decimals: number): Shape {
  let cache = rounded.get(decimals);
  if (!cache) {
    cache = new WeakMap();
    rounded.set(decimals, cache);
  }
  const known = cache.get(geometry);
  if (known) return known as Shape;
  const result = mapPositions(geometry, (position) => roundPosition(position, decimals));
  cache.set(geometry, result);
  return result as Shape;
}

/** A position rounded to decimal places of degrees. */
export function roundPosition([lon, lat]: LonLat, decimals: number): LonLat {
  const factor = 10 ** decimals;
  return [Math.round(lon * factor) / factor, Math.round(lat * factor) / factor];
}

function mapPositions(geometry: Geometry, change: (position: LonLat) => LonLat): Geometry {
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: change(geometry.coordinates) };
    case 'LineString':
      return { type: 'LineString', coordinates: geometry.coordinates.map(change) };
    case 'MultiLineString':
    case 'Polygon':
      return { type: geometry.type, coordinates: geometry.coordinates.map((line) => line.map(change)) };
    case 'MultiPolygon':
      return {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((rings) => rings.map((ring) => ring.map(change))),
      };
  }
}
