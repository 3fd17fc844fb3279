import type { CountyRows } from '#core/county/county-rows.ts';
import type { IsoDate } from '#core/county/dates.ts';
import type { Geometry } from '#core/geo/geometry.ts';
import { checkImport } from '#core/ledgers/checks/check-import.ts';
import type { CheckResult } from '#core/ledgers/checks/check-input.ts';
import { formatValue } from '#core/ledgers/format-field.ts';
import type { RepairChoice } from '#core/ledgers/import-finding.ts';
import type { Ledger, LedgerKind } from '#core/ledgers/ledger.ts';
import { getLedger, listLedgerRows } from '#core/ledgers/ledgers.ts';
import type { SourceCell, SourceFile, SourceRow, SourceTable } from '#core/ledgers/source-table.ts';
import type { TableMapping } from '#core/ledgers/table-mapping.ts';

/** A table as a reader would give it, with the mapping that a person would confirm. */
export interface MappedTable {
  readonly table: SourceTable;
  readonly mapping: TableMapping;
}

/** Row number of the first row under a header of one line. */
const FIRST_ROW = 2;

/** A mapping of columns to the fields of the same name. */
export function mapByName(
  ledger: LedgerKind,
  columns: readonly string[],
  options: Partial<TableMapping> = {},
): TableMapping {
  const known = new Set(getLedger(ledger).fields.map(({ name }) => name));
  return {
    file: 0,
    table: 0,
    ledger,
    columns: Object.fromEntries(columns.flatMap((name, index) => (known.has(name) ? [[name, index]] : []))),
    constants: {},
    position: { kind: 'none' },
    crs: null,
    crsConfirmed: false,
    mode: 'add',
    areaCode: '',
    asOf: '2026-11-22',
    ...options,
  };
}

/** A table of plain cells with columns that are named like the fields. */
export function createMappedTable(
  ledger: LedgerKind,
  columns: readonly string[],
  rows: readonly (readonly SourceCell[])[],
  options: { readonly table?: Partial<SourceTable>; readonly mapping?: Partial<TableMapping> } = {},
): MappedTable {
  const table: SourceTable = {
    name: 'Sheet1',
    columns,
    rows: rows.map((cells, index) => ({ row: index + FIRST_ROW, cells, geometry: null })),
    totals: [],
    headerRow: 1,
    crs: null,
    leftOut: [],
    samePersons: [],
    notes: [],
    from1904: false,
    ...options.table,
  };
  return { table, mapping: mapByName(ledger, columns, options.mapping) };
}

/** A ledger of a county as a workbook or a GIS file would hold it: words for choices, numbers as numbers, geometry beside the cells. */
export function exportLedger(rows: CountyRows, kind: LedgerKind, asOf: IsoDate = rows.dataDate): MappedTable {
  // rows of any ledger, which it alone looks into
  const ledger = getLedger(kind) as unknown as Ledger<object>;
  const fields = ledger.fields.filter(({ finds }) => finds === undefined);
  const sourceRows = (listLedgerRows(rows, kind) as readonly object[]).map((row, index): SourceRow => {
    const { values, geometry } = ledger.toEntry(row, { asOf });
    const cells = fields.map((field): SourceCell => {
      const value = values[field.name] ?? null;
      return typeof value === 'number' || value === null ? value : formatValue('zh', field, value);
    });
    return { row: index + FIRST_ROW, cells, geometry };
  });
  const position = ledger.geometries.length > 0 ? ({ kind: 'geometry' } as const) : ({ kind: 'none' } as const);
  return createMappedTable(
    kind,
    fields.map(({ name }) => name),
    [],
    { table: { name: kind, rows: sourceRows }, mapping: { position, areaCode: rows.code, asOf } },
  );
}

/** Checks tables of one file against a county. */
export function checkTables(
  rows: CountyRows,
  tables: readonly MappedTable[],
  options: { readonly repairs?: readonly RepairChoice[]; readonly fileName?: string } = {},
): CheckResult {
  const file: SourceFile = {
    name: options.fileName ?? 'ledger.xlsx',
    format: 'xlsx',
    byteCount: 0,
    sha256: '',
    tables: tables.map(({ table }) => table),
    notes: [],
  };
  const mappings = tables.map(({ mapping }, table) => ({ ...mapping, file: 0, table }));
  const steps = checkImport({ rows, files: [file], mappings, repairs: options.repairs ?? [], today: rows.dataDate });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The table with one cell of a row (its place from 0) changed; the column is added when the table has none for the field. */
export function setCell(
  mapped: MappedTable,
  [at, field]: readonly [row: number, field: string],
  cell: SourceCell,
): MappedTable {
  const { table, mapping } = field in mapped.mapping.columns ? mapped : addColumn(mapped, field);
  const column = mapping.columns[field] ?? -1;
  const rows = table.rows.map((row, index) =>
    index === at ? { ...row, cells: row.cells.map((old, each) => (each === column ? cell : old)) } : row,
  );
  return { table: { ...table, rows }, mapping };
}

function addColumn({ table, mapping }: MappedTable, field: string): MappedTable {
  const rows = table.rows.map((row) => ({ ...row, cells: [...row.cells, null] }));
  return {
    table: { ...table, columns: [...table.columns, field], rows },
    mapping: { ...mapping, columns: { ...mapping.columns, [field]: table.columns.length } },
  };
}

/** The table with another geometry in a row (its place from 0). */
export function setGeometry({ table, mapping }: MappedTable, at: number, geometry: Geometry | null): MappedTable {
  const rows = table.rows.map((row, index) => (index === at ? { ...row, geometry } : row));
  return { table: { ...table, rows }, mapping };
}

/** The table with only some of its rows. */
export function pickRows(
  { table, mapping }: MappedTable,
  isPicked: (row: SourceRow, index: number) => boolean,
): MappedTable {
  return { table: { ...table, rows: table.rows.filter(isPicked) }, mapping };
}

/** The table with a copy of one of its rows (its place from 0) at the end. */
export function repeatRow({ table, mapping }: MappedTable, at: number): MappedTable {
  const row = table.rows[at];
  const last = table.rows.at(-1);
  if (!row || !last) return { table, mapping };
  return { table: { ...table, rows: [...table.rows, { ...row, row: last.row + 1 }] }, mapping };
}

/** The cell of a field in a row. */
export const cellAt = ({ table, mapping }: MappedTable, at: number, field: string): SourceCell =>
  table.rows[at]?.cells[mapping.columns[field] ?? -1] ?? null;
