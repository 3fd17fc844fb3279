import type { Geometry } from '../../geo/geometry.ts';
import type { LonLat } from '../../geo/lon-lat.ts';

const roundedGeometries = new Map<number, WeakMap<Geometry, Geometry>>();

/** The geometry with coordinates rounded to decimal places of degrees; remembered as long as the geometry lives. */
export function roundGeometry<Shape extends Geometry>(geometry: Shape, decimals: number): Shape {
  let cache = roundedGeometries.get(decimals);
  if (!cache) {
    cache = new WeakMap();
    roundedGeometries.set(decimals, cache);
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

/** Positions rounded to decimal places of degrees. */
export function roundPositions(line: readonly LonLat[], decimals: number): readonly LonLat[] {
  const factor = 10 ** decimals;
  const rounded: LonLat[] = new Array(line.length);
  for (let i = 0; i < line.length; i++) {
    const position = line[i] as LonLat;
    rounded[i] = [Math.round(position[0] * factor) / factor, Math.round(position[1] * factor) / factor];
  }
  return rounded;
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
