import {
  type CrsConverter,
  convertGeometry,
  createCrsConverter,
  isKnownProjection,
} from '../../geo/convert-source-crs.ts';
import type { Geometry } from '../../geo/geometry.ts';
import { readAngle } from '../../geo/read-angle.ts';
import { orderPair, readPair } from '../../geo/read-pair.ts';
import { readWkt } from '../../geo/read-wkt.ts';
import type { SourceCrs } from '../../geo/source-crs.ts';
import type { SourceCell, SourceRow } from '../source-table.ts';
import type { PositionSource, TableMapping } from '../table-mapping.ts';

/** What a row says of its place, in the reference system of its file. */
export type PositionReading =
  | { readonly kind: 'none' }
  /** `ordered`: the text says itself which is which, so that the first is the longitude. */
  | { readonly kind: 'pair'; readonly first: number; readonly second: number; readonly ordered: boolean }
  | { readonly kind: 'geometry'; readonly geometry: Geometry }
  | { readonly kind: 'village'; readonly said: string }
  | { readonly kind: 'unreadable'; readonly got: string };

/** What stands in while nobody said in which system a file is. */
export const ASSUMED_CRS: SourceCrs = { kind: 'cgcs2000', swapped: false };

/** Reads where a row says that it is. Empty cells say nothing; half a position cannot be read. */
export function readPosition(source: PositionSource, row: Pick<SourceRow, 'cells' | 'geometry'>): PositionReading {
  switch (source.kind) {
    case 'none':
      return { kind: 'none' };
    case 'geometry':
      return row.geometry === null ? { kind: 'none' } : { kind: 'geometry', geometry: row.geometry };
    case 'two_columns':
      return readTwo(row.cells[source.first] ?? null, row.cells[source.second] ?? null);
    case 'one_column':
      return readOne(row.cells[source.column] ?? null);
    case 'wkt': {
      const cell = row.cells[source.column] ?? null;
      if (isBlank(cell)) return { kind: 'none' };
      const geometry = readWkt(String(cell));
      return geometry === null ? { kind: 'unreadable', got: String(cell) } : { kind: 'geometry', geometry };
    }
    case 'village': {
      const cell = row.cells[source.column] ?? null;
      return isBlank(cell) ? { kind: 'none' } : { kind: 'village', said: String(cell).trim() };
    }
  }
}

const isBlank = (cell: SourceCell): boolean => cell === null || String(cell).trim() === '';

function readTwo(first: SourceCell, second: SourceCell): PositionReading {
  if (isBlank(first) && isBlank(second)) return { kind: 'none' };
  const a = readAngle(String(first ?? ''));
  const b = readAngle(String(second ?? ''));
  const pair = a && b ? orderPair(a, b) : null;
  return pair === null
    ? { kind: 'unreadable', got: `${String(first ?? '')}, ${String(second ?? '')}` }
    : { kind: 'pair', ...pair };
}

function readOne(cell: SourceCell): PositionReading {
  if (isBlank(cell)) return { kind: 'none' };
  const pair = readPair(String(cell));
  return pair === null ? { kind: 'unreadable', got: String(cell) } : { kind: 'pair', ...pair };
}

/** Converters of a table: as its system is stated, and with the axes exchanged. */
export interface TableConverters {
  readonly stated: CrsConverter;
  readonly swapped: CrsConverter;
  /** For texts that say which is longitude and which latitude. */
  readonly ordered: CrsConverter;
}

/** Built once for each table; null for a projection that nobody knows. */
export function createConverters({ crs }: TableMapping): TableConverters | null {
  const known = crs ?? ASSUMED_CRS;
  if (known.kind === 'proj' && !isKnownProjection(known.definition)) return null;
  return {
    stated: createCrsConverter(known),
    swapped: createCrsConverter({ ...known, swapped: !known.swapped }),
    ordered: createCrsConverter({ ...known, swapped: false }),
  };
}

/** A reading as a geometry in EPSG:4490; null for what says nothing of the kind. */
export function toGeometry(reading: PositionReading, convert: CrsConverter): Geometry | null {
  if (reading.kind === 'pair') return { type: 'Point', coordinates: convert(reading.first, reading.second) };
  return reading.kind === 'geometry' ? simplify(convertGeometry(reading.geometry, convert)) : null;
}

/** Parts of one are no parts. */
function simplify(geometry: Geometry): Geometry {
  if (geometry.type === 'MultiPolygon' && geometry.coordinates.length === 1)
    return { type: 'Polygon', coordinates: geometry.coordinates[0] ?? [] };
  if (geometry.type === 'MultiLineString' && geometry.coordinates.length === 1)
    return { type: 'LineString', coordinates: geometry.coordinates[0] ?? [] };
  return geometry;
}
