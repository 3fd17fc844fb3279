import { sampleColumns } from './column-fit.ts';
import { proposePosition } from './propose-position.ts';
import type { LeftOutColumn, SourceNote, SourceTable } from './source-table.ts';
import type { TableMapping } from './table-mapping.ts';

/**
 * A ledger of households without the columns of coordinates that say where each lives: a house point is personal data, and households stand at their
 * settlement. The columns are recognised as those of any ledger of points are.
 *
 * @param mapping the mapping that was proposed for the table
 * @returns the same table where it is another ledger or has no such columns
 */
export function leaveOutHousePoints(table: SourceTable, { ledger, columns }: TableMapping): SourceTable {
  if (ledger !== 'households') return table;
  const fields = new Set(Object.values(columns));
  const free = sampleColumns(table).filter(({ index }) => !fields.has(index));
  const { position, by } = proposePosition({ geometries: ['Point'] }, { table, columns: free }, null);
  const places = listPlaces(position);
  if (places.length === 0) return table;
  const leftOut = places.map(
    (place): LeftOutColumn => ({
      header: table.columns[place] ?? '',
      kind: 'house_point',
      by: by === 'header' ? 'header' : 'contents',
    }),
  );
  const strip = <T>(cells: readonly T[]): readonly T[] => cells.filter((_, place) => !places.includes(place));
  return {
    ...table,
    columns: strip(table.columns),
    rows: table.rows.map((row) => ({ ...row, cells: strip(row.cells) })),
    totals: table.totals.map((row) => ({ ...row, cells: strip(row.cells) })),
    leftOut: [...table.leftOut, ...leftOut],
    notes: recount(table.notes, table.leftOut.length + leftOut.length),
  };
}

function listPlaces(position: TableMapping['position']): readonly number[] {
  if (position.kind === 'two_columns') return [position.first, position.second];
  return position.kind === 'one_column' || position.kind === 'wkt' ? [position.column] : [];
}

const recount = (notes: readonly SourceNote[], count: number): readonly SourceNote[] => [
  ...notes.filter(({ kind }) => kind !== 'left_out'),
  { kind: 'left_out', values: { count } },
];
