import type { Geometry } from '#core/geo/geometry.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import type { OutCrs } from '../out-crs.ts';
import type { OutColumn, OutTable, OutValue } from '../out-table.ts';

/** What a cell of a workbook holds at most. Source: Excel specifications and limits. */
export const MOST_CELL_CHARACTERS = 32_767;

/** Columns that stand for the geometry in a table of text, and what they hold. */
export interface GeometryColumns {
  readonly columns: readonly OutColumn[];
  readonly toValues: (geometry: Geometry | null) => readonly OutValue[];
}

/** Two numbers for tables of points, well-known text for all others; nothing for plain tables. */
export function createGeometryColumns(
  table: OutTable,
  {
    language,
    crs,
    mostCharacters,
  }: { readonly language: Language; readonly crs: OutCrs; readonly mostCharacters?: number },
): GeometryColumns {
  if (table.geometries.length === 0) return { columns: [], toValues: () => [] };
  const convert = (geometry: Geometry): Geometry => crs.convert(geometry);
  if (table.geometries.length === 1 && table.geometries[0] === 'Point') {
    const [x, y] = crs.isProjected ? (['easting', 'northing'] as const) : (['lon', 'lat'] as const);
    return {
      columns: [x, y].map((name) => createColumn(language, name, 'number')),
      toValues(geometry) {
        if (geometry?.type !== 'Point') return [null, null];
        const moved = convert(geometry);
        return moved.type === 'Point' ? [moved.coordinates[0], moved.coordinates[1]] : [null, null];
      },
    };
  }
  return {
    columns: [createColumn(language, 'wkt', 'text')],
    toValues(geometry) {
      if (geometry === null) return [null];
      const written = writeWkt(convert(geometry));
      return [written.length > (mostCharacters ?? Number.POSITIVE_INFINITY) ? null : written];
    },
  };
}

const createColumn = (
  language: Language,
  name: 'lon' | 'lat' | 'easting' | 'northing' | 'wkt',
  type: 'number' | 'text',
): OutColumn => ({
  name,
  title: text(language, 'exports', `column_${name}`),
  shortName: name.toUpperCase(),
  type,
  words: null,
});

/** Well-known text of a geometry (OGC 06-103r4), first number x. */
export function writeWkt(geometry: Geometry): string {
  const pair = ([x, y]: readonly [number, number]): string => `${x} ${y}`;
  const line = (positions: readonly (readonly [number, number])[]): string => `(${positions.map(pair).join(', ')})`;
  const lines = (parts: readonly (readonly (readonly [number, number])[])[]): string =>
    `(${parts.map(line).join(', ')})`;
  switch (geometry.type) {
    case 'Point':
      return `POINT (${pair(geometry.coordinates)})`;
    case 'LineString':
      return `LINESTRING ${line(geometry.coordinates)}`;
    case 'MultiLineString':
      return `MULTILINESTRING ${lines(geometry.coordinates)}`;
    case 'Polygon':
      return `POLYGON ${lines(geometry.coordinates)}`;
    case 'MultiPolygon':
      return `MULTIPOLYGON (${geometry.coordinates.map(lines).join(', ')})`;
  }
}
