import { type SampledColumn, sampleColumns } from './column-fit.ts';
import { proposePosition } from './propose-position.ts';
import type { LeftOutColumn, SourceNote, SourceRow, SourceTable } from './source-table.ts';
import type { TableMapping } from './table-mapping.ts';

/** Header under which the geometry of features is listed: it has none of its own. */
const GEOMETRY = 'geometry';

/** Columns that say where houses stand. */
interface HousePoints {
  readonly places: ReadonlySet<number>;
  readonly leftOut: readonly LeftOutColumn[];
}

/**
 * A ledger of households without the geometry and the columns of coordinates that say where each lives: a house point is personal data, and households stand
 * at their settlement. The columns are recognised as those of any ledger of points are, all of them.
 *
 * @param mapping the mapping that was proposed for the table, or made by hand; its columns are no coordinates
 * @param keepsPlaces whether the columns stay, empty, so that a mapping which was made by hand still names the same ones
 * @returns the same table where it is another ledger or says nothing of it
 */
export function leaveOutHousePoints(
  table: SourceTable,
  { ledger, columns }: Pick<TableMapping, 'ledger' | 'columns'>,
  { keepsPlaces = false }: { readonly keepsPlaces?: boolean } = {},
): SourceTable {
  if (ledger !== 'households') return table;
  const { places, leftOut } = findHousePoints(table, new Set(Object.values(columns)));
  if (leftOut.length === 0) return table;
  const stripCells = <Cell>(cells: readonly (Cell | null)[]): readonly (Cell | null)[] =>
    keepsPlaces
      ? cells.map((cell, place) => (places.has(place) ? null : cell))
      : cells.filter((_, place) => !places.has(place));
  const strip = (row: SourceRow): SourceRow => ({ ...row, cells: stripCells(row.cells), geometry: null });
  return {
    ...table,
    columns: keepsPlaces ? table.columns : table.columns.filter((_, place) => !places.has(place)),
    rows: table.rows.map(strip),
    totals: table.totals.map(strip),
    leftOut: [...table.leftOut, ...leftOut],
    notes: recount(table.notes, table.leftOut.length + leftOut.length),
  };
}

function findHousePoints(table: SourceTable, fields: ReadonlySet<number>): HousePoints {
  const hasGeometry = table.rows.some(({ geometry }) => geometry !== null);
  const leftOut: LeftOutColumn[] = hasGeometry ? [{ header: GEOMETRY, kind: 'house_point', by: 'geometry' }] : [];
  const places = new Set<number>();
  // what was emptied before says nothing any more
  const isFilled = ({ index }: SampledColumn): boolean =>
    table.rows.some(({ cells }) => (cells[index] ?? null) !== null);
  let free = sampleColumns(table).filter((column) => !fields.has(column.index) && isFilled(column));
  for (;;) {
    const { position, by } = proposePosition({ geometries: ['Point'] }, { table: { rows: [] }, columns: free }, null);
    const found = listPlaces(position);
    if (found.length === 0) return { places, leftOut };
    for (const place of found) {
      places.add(place);
      const header = table.columns[place] ?? '';
      leftOut.push({ header, kind: 'house_point', by: by === 'header' ? 'header' : 'contents' });
    }
    free = free.filter(({ index }) => !places.has(index));
  }
}

function listPlaces(position: TableMapping['position']): readonly number[] {
  if (position.kind === 'two_columns') return [position.first, position.second];
  return position.kind === 'one_column' || position.kind === 'wkt' ? [position.column] : [];
}

const recount = (notes: readonly SourceNote[], count: number): readonly SourceNote[] => [
  ...notes.filter(({ kind }) => kind !== 'left_out'),
  { kind: 'left_out', values: { count } },
];
