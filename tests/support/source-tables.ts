import type { Geometry } from '#core/geo/geometry.ts';
import type { SourceCell, SourceTable } from '#core/ledgers/source-table.ts';

/** A table as a reader would give it. */
export const createSourceTable = (overrides: Partial<SourceTable> = {}): SourceTable => ({
  name: 'Sheet1',
  columns: [],
  rows: [],
  totals: [],
  headerRow: 1,
  crs: null,
  leftOut: [],
  samePersons: [],
  notes: [],
  from1904: false,
  ...overrides,
});

/** A table from rows of cells; the first row of the sheet is its header. */
export const tableOfCells = (
  columns: readonly string[],
  rows: readonly (readonly SourceCell[])[],
  overrides: Partial<SourceTable> = {},
): SourceTable =>
  createSourceTable({
    columns,
    rows: rows.map((cells, index) => ({ row: index + 2, cells, geometry: null })),
    ...overrides,
  });

/** The table with a geometry for each row. */
export const withGeometry = (table: SourceTable, geometryOf: (index: number) => Geometry | null): SourceTable => ({
  ...table,
  rows: table.rows.map((row, index) => ({ ...row, geometry: geometryOf(index) })),
});
