import type { Geometry } from '#core/geo/geometry.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { geometryToMercator } from '#core/geo/mercator.ts';
import { ewkbHexToGeometry, geometryToEwkbHex } from '#core/geo/wkb.ts';

/** A row of a table as the database driver gives and takes it, by column name. */
export type DbRecord = Readonly<Record<string, unknown>>;

/** One column: how a property is written, and read unless the column is there for SQL only. */
export interface ColumnSpec<Row> {
  readonly column: string;
  readonly write: (row: Row) => unknown;
  readonly read?: { readonly property: keyof Row & string; readonly decode: (value: unknown) => unknown };
  /** True for geometries, which the driver gives as EWKB in hexadecimal. */
  readonly isShape?: boolean;
}

/** A table of versions; `county_code`, `revision_from` and `revision_to` are in every one and not listed. */
export interface TableSpec<Row> {
  readonly table: string;
  readonly columns: readonly ColumnSpec<Row>[];
}

/** Makers of columns for one type of row; a column is called like its property unless another name is given. */
export function columnsOf<Row>() {
  type Property = keyof Row & string;
  const make = (property: Property, encode: (value: unknown) => unknown, decode: (value: unknown) => unknown) => ({
    column: toSnakeCase(property),
    write: (row: Row) => encode(row[property]),
    read: { property, decode },
  });
  return {
    /** Values that the driver gives back as they are: text, numbers, flags, dates as text, lists of text, JSON. */
    plain: (...properties: readonly Property[]): readonly ColumnSpec<Row>[] =>
      properties.map((property) => make(property, keep, keep)),
    /** The same under another name. */
    renamed: (property: Property, column: string): ColumnSpec<Row> => ({ ...make(property, keep, keep), column }),
    /** A position, stored as a point. */
    position: (property: Property): ColumnSpec<Row> => ({
      ...make(property, encodePosition, decodePosition),
      isShape: true,
    }),
    /** A geometry or null. */
    geometry: (property: Property): ColumnSpec<Row> => ({
      ...make(property, encodeGeometry, decodeGeometry),
      isShape: true,
    }),
    /** The copy of a position or geometry in EPSG:3857, for tiles. */
    mercator: (property: Property): ColumnSpec<Row> => ({
      column: `${toSnakeCase(property)}_mercator`,
      write: (row) => encodeMercator(row[property]),
    }),
    /** A value for SQL only. */
    computed: (column: string, write: (row: Row) => unknown): ColumnSpec<Row> => ({ column, write }),
  };
}

/** A row as it is written. A plain loop: it runs a million times for a county. */
export function toRecord<Row>(spec: TableSpec<Row>, row: Row): DbRecord {
  const record: Record<string, unknown> = {};
  for (const column of spec.columns) record[column.column] = column.write(row);
  return record;
}

/** The row of a record; properties in the order of the columns. */
export function fromRecord<Row>(spec: TableSpec<Row>, record: DbRecord): Row {
  const row: Partial<Record<keyof Row, unknown>> = {};
  for (const { column, read } of spec.columns) {
    if (read) row[read.property] = read.decode(record[column]);
  }
  return row as Row;
}

/** Names of the columns that are read. */
export const readColumns = <Row>(spec: TableSpec<Row>): readonly string[] =>
  spec.columns.filter((column) => column.read !== undefined).map((column) => column.column);

const toSnakeCase = (property: string): string => property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const keep = (value: unknown): unknown => value;

const encodePosition = (value: unknown): string =>
  geometryToEwkbHex({ type: 'Point', coordinates: value as LonLat }, 4490);

const decodePosition = (value: unknown): unknown => ewkbHexToGeometry(String(value)).coordinates;

const encodeGeometry = (value: unknown): string | null =>
  value === null ? null : geometryToEwkbHex(value as Geometry, 4490);

const decodeGeometry = (value: unknown): unknown => (value === null ? null : ewkbHexToGeometry(String(value)));

function encodeMercator(value: unknown): string {
  const geometry = Array.isArray(value)
    ? ({ type: 'Point', coordinates: value as unknown as LonLat } as const)
    : (value as Geometry);
  return geometryToEwkbHex(geometryToMercator(geometry), 3857);
}
