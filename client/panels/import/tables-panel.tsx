import { nameLedger } from '#client/state/import-ledgers.ts';
import type { MappedTable } from '#client/state/import-steps.ts';
import { formatCount } from '#client/state/import-words.ts';
import { useTopic } from '#client/state/use-text.ts';
import { openImport, useView } from '#client/state/view-store.ts';
import { formatViewUrl } from '#client/state/view-url.ts';
import { PlainLink } from '#client/ui/plain-link.tsx';

interface TablesPanelProps {
  readonly tables: readonly MappedTable[];
  readonly open: MappedTable;
}

/** Sheets and layers of all files: which ledger each is. */
export function TablesPanel({ tables, open }: TablesPanelProps) {
  const say = useTopic('importRoom');
  const view = useView((current) => current);
  return (
    <nav className="import-tables" aria-label={say('tables')}>
      <ul>
        {tables.map(({ file, table, fileName, source, mapping }) => (
          <li key={`${file}.${table}`}>
            <PlainLink
              href={formatViewUrl({ ...view, importing: { ...view.importing, table: { file, table } } })}
              current={file === open.file && table === open.table}
              onOpen={() => openImport({ table: { file, table } }, 'replace')}
            >
              <span>{source.name || fileName}</span>
              <small className="numeral">
                {fileName === source.name ? '' : `${fileName} · `}
                {say('rows', { count: formatCount(source.rowCount) })}
              </small>
              <small className="mark" data-none={!mapping?.ledger}>
                {mapping?.ledger ? nameLedger(mapping.ledger, view.language) : say('not_imported')}
              </small>
            </PlainLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
