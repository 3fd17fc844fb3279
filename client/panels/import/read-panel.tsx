import { describeError } from '#client/state/error-words.ts';
import { createMapping, replaceMapping } from '#client/state/import-mapping.ts';
import { canEdit, listTables, type MappedTable } from '#client/state/import-steps.ts';
import { useArea } from '#client/state/use-area.ts';
import { type ImportEdit, useImportEdit } from '#client/state/use-import-edit.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import type { ImportRecord } from '#core/api/import-records.ts';
import { ColumnsPanel } from './columns-panel.tsx';
import { MappingPanel } from './mapping-panel.tsx';
import type { MappingProps } from './mapping-props.ts';
import { MissingFieldsPanel } from './missing-fields-panel.tsx';
import { PositionSourcePanel } from './position-source-panel.tsx';
import { ReadingPanel } from './reading-panel.tsx';
import { TableRowsPanel } from './table-rows-panel.tsx';
import { TablesPanel } from './tables-panel.tsx';
import { TemplatesPanel } from './templates-panel.tsx';

/** What was read of each table, and which column is which field. */
export function ReadPanel({ record }: { readonly record: ImportRecord }) {
  const say = useTopic('importRoom');
  const chosen = useView((view) => view.importing.table);
  const tables = listTables(record);
  const table =
    tables.find(({ file, table: place }) => file === chosen?.file && place === chosen.table) ??
    tables.find(({ mapping }) => mapping?.ledger) ??
    tables[0];
  const editing = useImportEdit('mappings');
  if (!table) return <p className="state-empty">{say('no_tables')}</p>;
  return (
    <div className="import-read">
      <TablesPanel tables={tables} open={table} />
      <TableMappingPanel record={record} table={table} editing={editing} />
    </div>
  );
}

interface TableMappingPanelProps {
  readonly record: ImportRecord;
  readonly table: MappedTable;
  readonly editing: ImportEdit<'mappings'>;
}

function TableMappingPanel({ record, table, editing }: TableMappingPanelProps) {
  const say = useTopic('importRoom');
  const language = useView((view) => view.language);
  const county = useArea().data?.county;
  const mapping =
    table.mapping ?? createMapping(table, { areaCode: record.county, asOf: county?.dataDate ?? '2000-01-01' });
  const props: MappingProps = {
    table,
    mapping,
    onChange: (changed) => editing.edit((before) => replaceMapping(before, changed)),
    isFixed: !canEdit(record),
  };
  return (
    <div className="import-table" key={`${table.file}.${table.table}`}>
      <ReadingPanel table={table} />
      {editing.error ? <p role="alert">{describeError(editing.error, language)}</p> : null}
      <MappingPanel {...props} />
      <TemplatesPanel {...props} />
      {mapping.ledger ? (
        <>
          <ColumnsPanel {...props} />
          <MissingFieldsPanel {...props} />
          <PositionSourcePanel {...props} />
        </>
      ) : (
        <p className="import-section room-note">{say('not_imported_note')}</p>
      )}
      <TableRowsPanel table={table} />
    </div>
  );
}
