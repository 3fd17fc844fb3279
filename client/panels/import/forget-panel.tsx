import { describeError } from '#client/state/error-words.ts';
import { canEdit } from '#client/state/import-steps.ts';
import { useDeleteImport } from '#client/state/use-import.ts';
import { useTopic } from '#client/state/use-text.ts';
import { openImport, useView } from '#client/state/view-store.ts';
import type { ImportRecord } from '#core/api/import-records.ts';

/** Gives up an import that wrote nothing. */
export function ForgetPanel({ record }: { readonly record: ImportRecord }) {
  const say = useTopic('importRoom');
  const language = useView((view) => view.language);
  const forget = useDeleteImport();
  if (!canEdit(record)) return null;
  return (
    <p className="room-actions">
      <button
        type="button"
        className="text-button"
        disabled={forget.isPending}
        onClick={() =>
          forget.mutate(record.id, { onSuccess: () => openImport({ id: null, step: 'files', table: null }) })
        }
      >
        {say('forget')}
      </button>
      <small>{say('forget_note')}</small>
      {forget.error ? <span role="alert">{describeError(forget.error, language)}</span> : null}
    </p>
  );
}
