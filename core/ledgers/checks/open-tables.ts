import type { Language } from '../../texts/language.ts';
import type { Ledger } from '../ledger.ts';
import { findField, getLedger } from '../ledgers.ts';
import type { SourceFile } from '../source-table.ts';
import type { TableMapping } from '../table-mapping.ts';
import { READING_ORDER } from './check-context.ts';
import type { CheckInput } from './check-input.ts';
import { createCellReader } from './read-draft.ts';
import type { AnyRow, DraftTable, MappedField, RowDraft } from './row-draft.ts';

/** A table whose rows are still being read. */
export interface OpenTable extends DraftTable {
  readonly drafts: RowDraft[];
}

/** The tables that are mapped to a ledger, in the order in which they are read. Mappings of tables that are not there are left alone. */
export function openTables({ files, mappings, language = 'zh' }: CheckInput): readonly OpenTable[] {
  const tables = mappings.flatMap((mapping) => openTable(files, mapping, language) ?? []);
  const order = new Map(READING_ORDER.map((kind, index) => [kind, index]));
  return tables.sort(
    (a, b) => (order.get(a.kind) ?? 0) - (order.get(b.kind) ?? 0) || a.file - b.file || a.place - b.place,
  );
}

function openTable(files: readonly SourceFile[], mapping: TableMapping, language: Language): OpenTable | null {
  const file = files[mapping.file];
  const source = file?.tables[mapping.table];
  if (mapping.ledger === null || file === undefined || source === undefined) return null;
  const kind = mapping.ledger;
  return {
    file: mapping.file,
    place: mapping.table,
    mapping,
    kind,
    // rows of every ledger have at most a code in common, which is all that is asked of them here
    ledger: getLedger(kind) as unknown as Ledger<AnyRow>,
    source,
    sourceName: file.tables.length > 1 ? `${file.name} ${source.name}` : file.name,
    fields: mapFields(mapping),
    read: createCellReader({ mapping, source }, language),
    drafts: [],
  };
}

/** Columns of the mapping in the order of the ledger; a value for every row counts where there is no column. */
function mapFields(mapping: TableMapping): readonly MappedField[] {
  if (mapping.ledger === null) return [];
  const fields: MappedField[] = [];
  for (const { name } of getLedger(mapping.ledger).fields) {
    const field = findField(mapping.ledger, name);
    const column = mapping.columns[name];
    const constant = mapping.constants[name];
    if (field === undefined || (column === undefined && constant === undefined)) continue;
    fields.push(
      column === undefined ? { field, column: -1, constant: constant ?? null } : { field, column, constant: null },
    );
  }
  return fields;
}
