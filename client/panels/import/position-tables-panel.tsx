import type { listMapped, MappedTable } from '#client/state/import-steps.ts';
import { useTopic } from '#client/state/use-text.ts';
import { openImport, useView } from '#client/state/view-store.ts';
import { formatViewUrl } from '#client/state/view-url.ts';
import { PlainLink } from '#client/ui/plain-link.tsx';

interface PositionTablesPanelProps {
  readonly tables: ReturnType<typeof listMapped>;
  readonly open: MappedTable;
}

/** Tables that bring coordinates, and whether they are understood. */
export function PositionTablesPanel({ tables, open }: PositionTablesPanelProps) {
  const say = useTopic('importRoom');
  const view = useView((current) => current);
  return (
    <nav className="import-tables is-row" aria-label={say('tables')}>
      <ul>
        {tables.map(({ file, table, fileName, source, mapping }) => (
          <li key={`${file}.${table}`}>
            <PlainLink
              href={formatViewUrl({ ...view, importing: { ...view.importing, table: { file, table } } })}
              current={file === open.file && table === open.table}
              onOpen={() => openImport({ table: { file, table } }, 'replace')}
            >
              <span>{source.name || fileName}</span>
              <small className="mark" data-none={!mapping.crsConfirmed}>
                {say(mapping.crsConfirmed ? 'confirmed' : 'unconfirmed')}
              </small>
            </PlainLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
