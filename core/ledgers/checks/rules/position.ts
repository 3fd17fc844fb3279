import type { AreaRow } from '../../../county/things.ts';
import { type Bbox, bboxOf, positionsOf } from '../../../geo/bbox.ts';
import { polygonsOf } from '../../../geo/geodesic-area.ts';
import type { AreaGeometry, Geometry } from '../../../geo/geometry.ts';
import type { LonLat } from '../../../geo/lon-lat.ts';
import { distanceToLineMeters } from '../../../geo/point-to-line.ts';
import type { Repair } from '../../import-finding.ts';
import { type CheckContext, reportRow, reportTable } from '../check-context.ts';
import { type PositionReading, readPosition, type TableConverters, toGeometry } from '../locate-draft.ts';
import { nearestNames } from '../names.ts';
import { type DraftTable, type RowDraft, rowNumberOf } from '../row-draft.ts';
import { narrowByName } from '../strip-area-names.ts';

/** Outside the county by less than this is on its line: it is a working line, and places of ledgers are no surveys. */
const ON_LINE_METERS = 100;

/** Outside the county by less than this may be right: a warning. */
const NEAR_COUNTY_METERS = 2_000;

/** Farther from the box of the county than this (5 km and more below 60 degrees) nothing is near it. */
const FAR_DEGREES = 0.1;

/** Digits of degrees in findings: 0.1 m. */
const SHOWN_DIGITS = 6;

/**
 * Reads the place of a row, converts it and tests it against the county: `position_unreadable`, `axes_swapped` where the numbers fit the other way
 * round, `outside_county`. Whether a place is missing is known only when the row is known.
 */
export function locateDraft(context: CheckContext, draft: RowDraft, converters: TableConverters): void {
  const { table } = draft;
  if (table.ledger.geometries.length === 0) return;
  const reading = readPosition(table.mapping.position, draft.source);
  if (reading.kind === 'none') return;
  if (reading.kind === 'unreadable') {
    reportRow(context, draft, { rule: 'position_unreadable', got: reading.got });
    return;
  }
  if (reading.kind === 'village') {
    draft.geometry = locateByVillage(context, draft, reading.said);
    return;
  }
  const isOrdered = reading.kind === 'pair' && reading.ordered;
  const geometry = toGeometry(reading, isOrdered ? converters.ordered : converters.stated);
  draft.geometry = geometry;
  if (geometry === null || isInCounty(context, geometry)) return;
  reportOutside(context, draft, { reading, geometry, converters });
}

/**
 * The positions of a table whose projection is not known cannot be read; new things are held for want of a place.
 *
 * @returns `leave_out` where a person chose to import nothing of the table
 */
export function reportUnknownCrs(context: CheckContext, table: DraftTable): Repair | null {
  const { crs } = table.mapping;
  return reportTable(context, table, {
    rule: 'position_unreadable',
    got: crs?.kind === 'proj' ? crs.name : '',
    repairs: [{ kind: 'leave_out' }],
  });
}

function reportOutside(
  context: CheckContext,
  draft: RowDraft,
  found: { readonly reading: PositionReading; readonly geometry: Geometry; readonly converters: TableConverters },
): void {
  const other = toGeometry(found.reading, found.converters.swapped);
  const got = quotePosition(found.reading);
  if (other !== null && isAtCounty(context, other)) {
    const settled = reportRow(context, draft, {
      rule: 'axes_swapped',
      got,
      expected: formatLonLat(positionsOf(other)[0]),
      repairs: [{ kind: 'swap_axes' }],
      position: positionsOf(other)[0] ?? null,
    });
    if (settled?.kind === 'swap_axes') draft.geometry = other;
    return;
  }
  const [first] = positionsOf(found.geometry);
  const meters = first === undefined ? Infinity : distanceToCounty(context, first);
  if (meters < ON_LINE_METERS) return;
  reportRow(context, draft, {
    rule: 'outside_county',
    got: first === undefined || !isOnEarth(first) ? got : formatLonLat(first),
    expected: context.things.nameOf(context.rows.code),
    position: first !== undefined && isOnEarth(first) ? first : null,
    ...(meters < NEAR_COUNTY_METERS ? { severity: 'warning' as const } : {}),
  });
}

/** Whether any position lies in the county; true where the county has no outline, and for the county itself. */
function isInCounty(context: CheckContext, geometry: Geometry): boolean {
  const outline = outlineOf(context);
  return (
    outline === undefined || positionsOf(geometry).some((position) => context.things.areaAt(position) !== undefined)
  );
}

const outlineOf = ({ rows, things }: CheckContext): AreaGeometry | undefined =>
  (things.rowOf('areas', rows.code) as AreaRow | undefined)?.boundary;

/** In the county or on its line. */
function isAtCounty(context: CheckContext, geometry: Geometry): boolean {
  const [first] = positionsOf(geometry);
  return isInCounty(context, geometry) || (first !== undefined && distanceToCounty(context, first) < ON_LINE_METERS);
}

function distanceToCounty(context: CheckContext, position: LonLat): number {
  const outline = outlineOf(context);
  if (outline === undefined || !isOnEarth(position) || isFarFromBox(position, boxOfOutline(outline))) return Infinity;
  const rings = polygonsOf(outline).flatMap((polygon) => polygon.slice(0, 1));
  return Math.min(...rings.map((ring) => distanceToLineMeters(position, ring)));
}

const boxesOfOutlines = new WeakMap<AreaGeometry, Bbox>();

function boxOfOutline(outline: AreaGeometry): Bbox {
  const box = boxesOfOutlines.get(outline) ?? bboxOf(outline);
  boxesOfOutlines.set(outline, box);
  return box;
}

const isFarFromBox = ([lon, lat]: LonLat, [west, south, east, north]: Bbox): boolean =>
  lon < west - FAR_DEGREES || lon > east + FAR_DEGREES || lat < south - FAR_DEGREES || lat > north + FAR_DEGREES;

/** The seat of the village whose code or name a cell holds. */
function locateByVillage(context: CheckContext, draft: RowDraft, said: string): Geometry | null {
  const { things, rows } = context;
  const within = draft.table.mapping.areaCode || rows.code;
  const stated = /^(\d+)(?:\.0+)?$/.exec(said)?.[1];
  const byCode = stated === undefined ? undefined : things.rowOf('areas', stated);
  const listVillages = (name: string, area: string) =>
    things.named('areas', name, area).filter(({ code }) => code.length === 12);
  const whole = listVillages(said, within);
  const left = whole.length > 0 ? null : narrowByName(things, said, { county: rows.code, within });
  const named = left === null ? whole : listVillages(left.name, left.within);
  const [only] = named;
  const row = byCode ?? (only && named.length === 1 ? things.rowOf('areas', only.code) : undefined);
  if (row !== undefined) return { type: 'Point', coordinates: (row as AreaRow).seat };
  const near = nearestNames(
    said,
    things.listNamed('areas', within).filter(({ code }) => code.length === 12),
  );
  reportRow(context, draft, {
    rule: named.length > 1 ? 'name_ambiguous' : 'position_unreadable',
    got: said,
    expected: (named.length > 1 ? named : near)
      .slice(0, 5)
      .map(({ name, code }) => `${name} ${code}`)
      .join('\u3001'),
  });
  return null;
}

/** A new thing of a ledger with geometry needs a place. */
export function checkPlaced(context: CheckContext, draft: RowDraft): void {
  if (draft.table.ledger.geometries.length === 0 || draft.before !== null || draft.geometry !== null) return;
  if (draft.state !== 'good' || hasStatedPlace(draft)) return;
  reportRow(context, draft, { rule: 'position_missing', got: String(rowNumberOf(draft)) });
}

/** Ledgers that have columns of degrees beside the geometry: sites, hazards and parks. */
const hasStatedPlace = ({ values }: RowDraft): boolean =>
  typeof values.lon === 'number' && typeof values.lat === 'number';

const isOnEarth = ([lon, lat]: LonLat): boolean => Math.abs(lon) <= 180 && Math.abs(lat) <= 90;

function quotePosition(reading: PositionReading): string {
  if (reading.kind === 'pair') return `${reading.first}, ${reading.second}`;
  if (reading.kind !== 'geometry') return '';
  const [first] = positionsOf(reading.geometry);
  return first === undefined ? '' : `${first[0]}, ${first[1]}`;
}

/** A position as a finding quotes it. */
export const formatLonLat = (position: LonLat | undefined): string =>
  position === undefined ? '' : `${position[0].toFixed(SHOWN_DIGITS)}, ${position[1].toFixed(SHOWN_DIGITS)}`;
