import { nameLedger } from '#client/state/import-ledgers.ts';
import { CHANGE_KINDS, type ChangeFilter, type ChangeKind } from '#client/state/import-view.ts';
import { formatCount } from '#client/state/import-words.ts';
import { useTopic } from '#client/state/use-text.ts';
import { openImport, useView } from '#client/state/view-store.ts';
import type { ImportRecord } from '#core/api/import-records.ts';
import type { LedgerKind } from '#core/ledgers/ledger.ts';
import { ChangeMarkPanel } from './change-mark-panel.tsx';

interface ChangeCountsPanelProps {
  readonly summary: NonNullable<ImportRecord['summary']>;
  /** Another part is looked at. */
  readonly onPick?: () => void;
}

/** How many things of each ledger come, change, stay and end; a number shows those, but for what stays, which is only counted. */
export function ChangeCountsPanel({ summary, onPick }: ChangeCountsPanelProps) {
  const say = useTopic('importRoom');
  const language = useView((view) => view.language);
  const change = useView((view) => view.importing.change);
  const pick = (ledger: LedgerKind, kind: ChangeKind): void => {
    const isOpen = change?.ledger === ledger && change.kind === kind;
    const next: ChangeFilter | null = isOpen ? null : { ledger, kind };
    openImport({ change: next }, 'replace');
    onPick?.();
  };
  return (
    <table className="import-grid counts-grid" aria-label={say('change_counts')}>
      <thead>
        <tr>
          <th scope="col">{say('ledger')}</th>
          {CHANGE_KINDS.map((kind) => (
            <th key={kind} scope="col" className="is-number">
              <ChangeMarkPanel kind={kind} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {summary.ledgers.map((counts) => (
          <tr key={counts.ledger}>
            <th scope="row">{nameLedger(counts.ledger, language)}</th>
            {CHANGE_KINDS.map((kind) => (
              <td key={kind} className="is-number numeral">
                {counts[kind] === 0 ? (
                  '–'
                ) : kind === 'unchanged' ? (
                  formatCount(counts[kind])
                ) : (
                  <button
                    type="button"
                    className="text-button"
                    aria-pressed={change?.ledger === counts.ledger && change.kind === kind}
                    onClick={() => pick(counts.ledger, kind)}
                  >
                    {formatCount(counts[kind])}
                  </button>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
