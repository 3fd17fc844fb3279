import type { MappedTable } from '#client/state/import-steps.ts';
import { useTableRows } from '#client/state/use-import-rows.ts';
import { useText, useTopic } from '#client/state/use-text.ts';
import { Fold } from '#client/ui/fold.tsx';
import { LongRowsPanel } from './long-rows-panel.tsx';

/** The rows of a table as they were read. */
export function TableRowsPanel({ table }: { readonly table: MappedTable }) {
  const say = useTopic('importRoom');
  return (
    <section className="import-section" aria-label={say('preview')}>
      <Fold title={say('preview')} note={say('preview_note')} isOpen>
        <Rows table={table} />
      </Fold>
    </section>
  );
}

function Rows({ table }: { readonly table: MappedTable }) {
  const say = useTopic('importRoom');
  const sayApp = useText();
  const rows = useTableRows(table);
  const { columns } = table.source;
  return (
    <LongRowsPanel
      rows={rows}
      label={say('preview')}
      waiting={sayApp('loading')}
      rowPixels={30}
      columns={[
        { key: 'row', title: say('row'), width: '4rem' },
        ...columns.map((header, column) => ({
          key: String(column),
          title: header || say('column_unnamed', { number: column + 1 }),
          width: 'minmax(7rem, 1fr)',
        })),
      ]}
      drawCells={({ row, cells }) => [
        <span key="row" className="numeral">
          {row}
        </span>,
        ...columns.map((_, column) => writeCell(cells[column] ?? null)),
      ]}
    />
  );
}

const writeCell = (cell: string | number | boolean | null): string => (cell === null ? '' : String(cell));
