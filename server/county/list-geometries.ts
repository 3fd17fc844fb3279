import type { CountyRows } from '#core/county/county-rows.ts';
import type { Geometry } from '#core/geo/geometry.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';

/** A geometry with the place in the rows where it stands. */
export interface PlacedGeometry {
  /** Kind, code and property. */
  readonly where: string;
  readonly geometry: Geometry;
}

/** Every geometry of a county. */
export function* listGeometries(rows: CountyRows): Iterable<PlacedGeometry> {
  for (const area of rows.areas) {
    yield { where: `area ${area.code} boundary`, geometry: area.boundary };
    yield point(`area ${area.code} seat`, area.seat);
  }
  for (const { code, line } of rows.segments) yield { where: `segment ${code} line`, geometry: line };
  for (const { code, line } of rows.rivers) yield { where: `river ${code} line`, geometry: line };
  for (const { code, boundary } of rows.constraints) yield { where: `constraint ${code} boundary`, geometry: boundary };
  for (const { code, threatenedArea, position } of rows.hazards) {
    if (threatenedArea) yield { where: `hazard ${code} threatenedArea`, geometry: threatenedArea };
    yield point(`hazard ${code} position`, position);
  }
  yield* listPoints('settlement', rows.settlements);
  yield* listPoints('service', rows.services);
  yield* listPoints('homestead', rows.homesteads);
  yield* listOutlined('site', rows.sites);
  yield* listOutlined('park', rows.parks);
}

const point = (where: string, coordinates: LonLat): PlacedGeometry => ({
  where,
  geometry: { type: 'Point', coordinates },
});

function* listPoints(
  kind: string,
  things: readonly { readonly code: string; readonly position: LonLat }[],
): Iterable<PlacedGeometry> {
  for (const { code, position } of things) yield point(`${kind} ${code} position`, position);
}

function* listOutlined(kind: string, things: CountyRows['sites'] | CountyRows['parks']): Iterable<PlacedGeometry> {
  yield* listPoints(kind, things);
  for (const { code, outline, accessPoint } of things) {
    yield point(`${kind} ${code} accessPoint`, accessPoint);
    if (outline) yield { where: `${kind} ${code} outline`, geometry: outline };
  }
}
