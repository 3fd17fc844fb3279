import type { CountyRows } from '../county/county-rows.ts';
import { type Bbox, bboxesTouch, bboxOf, positionsOf } from '../geo/bbox.ts';
import type { AreaGeometry, Geometry } from '../geo/geometry.ts';
import type { LonLat } from '../geo/lon-lat.ts';
import { intersectionOf } from '../geo/overlay.ts';
import { isPointInArea } from '../geo/point-in-polygon.ts';
import type { LedgerKind } from './ledger.ts';
import { type LedgerRowOf, listLedgerRows } from './ledgers.ts';

/** Digits of a county's code. */
const COUNTY_DIGITS = 6;

/** Which rows of a county belong to one of its areas. */
export interface RowsOfArea {
  /** Of the county everything, of a town or village what lies in it or is about it. */
  list<Kind extends LedgerKind>(kind: Kind): readonly LedgerRowOf<Kind>[];
}

/**
 * The rows of an area. A segment, river or constraint area belongs to every town and village that it touches; benchmarks and the calendar belong to the
 * county alone.
 *
 * @param areaCode 6, 9 or 12 digits, of the county's areas
 */
export function createRowsOfArea(rows: CountyRows, areaCode: string): RowsOfArea {
  if (areaCode.length === COUNTY_DIGITS) return { list: (kind) => listLedgerRows(rows, kind) };
  const touches = createTouch(rows.areas.find(({ code }) => code === areaCode)?.boundary ?? null);
  const isInside = (code: string | null): boolean => code?.startsWith(areaCode) ?? false;
  const belongs: { readonly [Kind in Exclude<LedgerKind, 'events'>]: (row: LedgerRowOf<Kind>) => boolean } = {
    areas: (row) => isInside(row.code),
    settlements: (row) => isInside(row.villageCode),
    households: (row) => isInside(row.settlementCode),
    sites: (row) => isInside(row.areaCode),
    homesteads: (row) => isInside(row.householdCode),
    segments: (row) => touches(row.line),
    hazards: (row) => isInside(row.areaCode),
    parks: (row) => isInside(row.areaCode),
    services: (row) => isInside(row.areaCode),
    constraints: (row) => touches(row.boundary),
    projects: (row) => isInside(row.areaCode),
    tasks: (row) => isInside(row.areaCode),
    items: (row) => isInside(row.areaCode),
    responsibilities: (row) => isInside(row.aboutCode),
    benchmarks: () => false,
    calendar_stops: () => false,
    rivers: (row) => touches(row.line),
    ledger_rows: (row) => isInside(row.villageCode),
    reported_totals: (row) => isInside(row.areaCode),
  };
  const listKind = <Kind extends Exclude<LedgerKind, 'events'>>(kind: Kind): readonly LedgerRowOf<Kind>[] =>
    listLedgerRows(rows, kind).filter(belongs[kind]);
  return {
    list<Kind extends LedgerKind>(kind: Kind): readonly LedgerRowOf<Kind>[] {
      if (kind !== 'events') return listKind(kind as Exclude<LedgerKind, 'events'>) as readonly LedgerRowOf<Kind>[];
      const kinds = Object.keys(belongs) as (keyof typeof belongs)[];
      const codes = new Set(kinds.flatMap((one) => listKind(one).flatMap((row) => ('code' in row ? [row.code] : []))));
      const events = listLedgerRows(rows, 'events').filter(({ thingCode }) => codes.has(thingCode));
      return events as unknown as readonly LedgerRowOf<Kind>[];
    },
  };
}

/** Whether something touches an area: a vertex or the middle of an edge inside, or a common surface. */
function createTouch(boundary: AreaGeometry | null): (geometry: Geometry) => boolean {
  if (boundary === null) return () => false;
  const bbox: Bbox = bboxOf(boundary);
  const isInArea = (position: LonLat): boolean => isPointInArea(position, boundary);
  return (geometry) => {
    if (!bboxesTouch(bbox, bboxOf(geometry))) return false;
    const positions = positionsOf(geometry);
    if (positions.some(isInArea)) return true;
    if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') {
      return intersectionOf(geometry, boundary) !== null;
    }
    return positions.some((position, place) => {
      const next = positions[place + 1];
      return next !== undefined && isInArea([(position[0] + next[0]) / 2, (position[1] + next[1]) / 2]);
    });
  };
}
