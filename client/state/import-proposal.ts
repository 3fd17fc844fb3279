import type { ImportRecord } from '#core/api/import-records.ts';
import { type SampledColumn, sampleColumns } from '#core/ledgers/column-fit.ts';
import type { LedgerKind } from '#core/ledgers/ledger.ts';
import { getLedger } from '#core/ledgers/ledgers.ts';
import { proposeColumns } from '#core/ledgers/propose-columns.ts';
import { proposePosition } from '#core/ledgers/propose-position.ts';
import type { SourceTable } from '#core/ledgers/source-table.ts';
import type { PositionSource, TableMapping } from '#core/ledgers/table-mapping.ts';
import { setLedger } from './import-mapping.ts';

type Table = ImportRecord['files'][number]['tables'][number];

/** The table becomes another ledger by hand: what is mapped and still fits stays, for the rest columns are proposed from the first rows. */
export function chooseLedger(table: Table, mapping: TableMapping, kind: LedgerKind | null): TableMapping {
  const kept = setLedger(mapping, kind, kind ? getLedger(kind).fields : []);
  if (kind === null) return kept;
  const source = toSource(table);
  const columns = sampleColumns(source);
  const used = new Set(Object.values(kept.columns));
  const free = columns.filter(({ index }) => !used.has(index));
  const proposed = proposeColumns(kind, free, { asOf: mapping.asOf, from1904: false }).filter(
    ({ field }) => !Object.hasOwn(kept.columns, field),
  );
  const position = choosePosition(kind, { table, mapping, source, columns });
  const isOfPosition = (column: number): boolean =>
    ('first' in position && (column === position.first || column === position.second)) ||
    ('column' in position && position.kind !== 'village' && column === position.column);
  const added = proposed.filter(({ column }) => !isOfPosition(column)).map(({ field, column }) => [field, column]);
  return { ...kept, columns: { ...kept.columns, ...Object.fromEntries(added) }, position };
}

interface PositionEvidence {
  readonly table: Table;
  readonly mapping: TableMapping;
  readonly source: SourceTable;
  readonly columns: readonly SampledColumn[];
}

function choosePosition(kind: LedgerKind, { table, mapping, source, columns }: PositionEvidence): PositionSource {
  const ledger = getLedger(kind);
  if (ledger.geometries.length === 0) return { kind: 'none' };
  if (mapping.position.kind !== 'none') return mapping.position;
  return table.hasGeometry
    ? { kind: 'geometry' }
    : proposePosition(ledger, { table: source, columns }, mapping.columns.villageName ?? null).position;
}

/** What is known of the table here: its first rows, without shapes. */
const toSource = ({ name, columns, sample, headerRow }: Table): SourceTable => ({
  name,
  columns,
  rows: sample.map(({ row, cells }) => ({ row, cells, geometry: null })),
  totals: [],
  headerRow,
  crs: null,
  leftOut: [],
  samePersons: [],
  notes: [],
  from1904: false,
});
