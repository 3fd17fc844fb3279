import { describeError } from '#client/state/error-words.ts';
import { useIsSaving } from '#client/state/import-edit-store.ts';
import { isStale, listUnconfirmed, wasWritten } from '#client/state/import-steps.ts';
import { describeWriting } from '#client/state/import-words.ts';
import { useImportCommand } from '#client/state/use-import.ts';
import { useTopic } from '#client/state/use-text.ts';
import { openImport, useView } from '#client/state/view-store.ts';
import type { ImportRecord } from '#core/api/import-records.ts';

/** Writes the difference: the button says what it will do; while rows are held it is refused with the reason. */
export function WritePanel({ record }: { readonly record: ImportRecord }) {
  const say = useTopic('importRoom');
  const language = useView((view) => view.language);
  const command = useImportCommand();
  const isSaving = useIsSaving(record.id);
  const { summary, checkedRevision } = record;
  if (!summary || wasWritten(record)) return null;
  const unconfirmed = listUnconfirmed(record).length;
  const isOpen = unconfirmed > 0 && summary.canWrite;
  const reason = isStale(record)
    ? say('check_stale')
    : isOpen
      ? say('check_unconfirmed', { count: unconfirmed })
      : summary.whyNot;
  const canWrite = summary.canWrite && !isStale(record) && !isOpen && checkedRevision !== null;
  const write = (): void => {
    if (checkedRevision === null) return;
    const open = { onSuccess: () => openImport({ step: 'written' }) };
    command.mutate({ kind: 'write', ifRevision: checkedRevision }, open);
  };
  return (
    <div className="import-bar">
      <button
        type="button"
        className="plain-button is-main"
        disabled={!canWrite || isSaving || command.isPending}
        onClick={write}
      >
        {command.isPending ? say('writing') : describeWriting(record, language)}
      </button>
      {canWrite ? <small>{say('write_note')}</small> : null}
      {!canWrite && reason ? (
        <p role="alert">
          {reason}{' '}
          <button
            type="button"
            className="text-button"
            onClick={() => openImport({ step: isOpen ? 'positions' : 'report' })}
          >
            {say(isOpen ? 'to_positions' : 'to_report')}
          </button>
        </p>
      ) : null}
      {command.error ? <p role="alert">{describeError(command.error, language)}</p> : null}
    </div>
  );
}
