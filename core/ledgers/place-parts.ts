import type { AreaGeometry, Geometry, LineGeometry, PointGeometry } from '../geo/geometry.ts';
import { interiorPointOf } from '../geo/interior-point.ts';
import type { LonLat } from '../geo/lon-lat.ts';
import { createField } from './create-field.ts';
import type { Draft, LedgerPart } from './ledger-part.ts';

/** A position as a geometry. */
export const pointOf = (coordinates: LonLat): PointGeometry => ({ type: 'Point', coordinates });

/** Two columns of degrees (EPSG:4490) that hold a position beside the geometry of the row. */
export function positionPart<Row>(
  property: keyof Row & string,
  lon: { readonly name: string; readonly short: string },
  lat: { readonly name: string; readonly short: string },
): LedgerPart<Row> {
  return {
    fields: [
      createField(lon.name, 'number', { unit: 'degrees', minimum: -180, maximum: 180, short: lon.short }),
      createField(lat.name, 'number', { unit: 'degrees', minimum: -90, maximum: 90, short: lat.short }),
    ],
    fill: (values, row) => {
      const [x, y] = row[property] as LonLat;
      values[lon.name] = x;
      values[lat.name] = y;
    },
    apply: (draft, { values }) => {
      const x = values[lon.name];
      const y = values[lat.name];
      if (typeof x === 'number' && typeof y === 'number') draft[property] = [x, y] as Row[typeof property];
    },
  };
}

/** Puts a row that is a point in its place. */
export function placePoint<Row extends { readonly position: LonLat }>(
  draft: Draft<Row>,
  geometry: Geometry | null,
): void {
  if (geometry?.type === 'Point') draft.position = geometry.coordinates;
  else if (geometry !== null) throw wrongGeometry(geometry, 'a point');
  if (draft.position === undefined) throw new Error('Got a new row without a position when expected one.');
}

/** Puts a row that is a line in its place. */
export function placeLine<Row extends { readonly line: LineGeometry }>(
  draft: Draft<Row>,
  geometry: Geometry | null,
): void {
  if (geometry?.type === 'LineString') draft.line = geometry;
  else if (geometry?.type === 'MultiLineString' && geometry.coordinates.length === 1)
    draft.line = { type: 'LineString', coordinates: geometry.coordinates[0] ?? [] };
  else if (geometry !== null) throw wrongGeometry(geometry, 'a line');
  if (draft.line === undefined) throw new Error('Got a new row without a line when expected one.');
}

/** Puts a row that is a surface in its place. */
export function placeBoundary<Row extends { readonly boundary: AreaGeometry }>(
  draft: Draft<Row>,
  geometry: Geometry | null,
): void {
  if (geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon') draft.boundary = geometry;
  else if (geometry !== null && geometry.type !== 'Point') throw wrongGeometry(geometry, 'a surface');
  if (draft.boundary === undefined) throw new Error('Got a new row without a boundary when expected one.');
}

/**
 * Puts a row in its place that has a position and may have an outline: a point is the position and leaves the outline, a surface is the outline; then
 * the position is what the columns `lon` and `lat` say, what was known, or a point inside.
 */
export function placeOutlined<Row extends { readonly position: LonLat }>(
  draft: Draft<Row>,
  geometry: Geometry | null,
  outline: (draft: Draft<Row>, area: AreaGeometry) => void,
): void {
  if (geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon') {
    outline(draft, geometry);
    if (draft.position === undefined) draft.position = interiorPointOf(geometry);
    return;
  }
  placePoint(draft, geometry);
}

/** Columns of the point where a road reaches a thing; a new row that does not say has its position (`completeAccess`). */
export const accessPart = <Row extends { readonly accessPoint: LonLat }>(): LedgerPart<Row> =>
  positionPart<Row>(
    'accessPoint',
    { name: 'accessLon', short: 'ACCESSLON' },
    { name: 'accessLat', short: 'ACCESSLAT' },
  );

/** Gives a new row that names no access point its position as one. */
export function completeAccess<Row extends { readonly position: LonLat; readonly accessPoint: LonLat }>(
  draft: Draft<Row>,
): void {
  if (draft.accessPoint === undefined) draft.accessPoint = draft.position;
}

function wrongGeometry(geometry: Geometry, expected: string): Error {
  return new Error(`Got a ${geometry.type} when expected ${expected}.`);
}
