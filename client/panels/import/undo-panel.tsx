import { useState } from 'react';
import { describeError } from '#client/state/error-words.ts';
import { useUndoImport } from '#client/state/use-import.ts';
import { useText, useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { Icon } from '#client/ui/icon.tsx';
import type { ImportBrief } from '#core/api/import-records.ts';

type Undoable = Pick<ImportBrief, 'id' | 'state' | 'undo' | 'writtenRevision'>;

/** Takes back a written import after asking, or says why that cannot be done. */
export function UndoPanel({ record, isRoomy = false }: { readonly record: Undoable; readonly isRoomy?: boolean }) {
  const say = useTopic('importRoom');
  const [isAsking, setAsking] = useState(false);
  if (record.state !== 'written') return null;
  if (!record.undo.isPossible) return record.undo.whyNot ? <small>{record.undo.whyNot}</small> : null;
  return (
    <>
      <button type="button" className={isRoomy ? 'plain-button' : 'text-button'} onClick={() => setAsking(true)}>
        <Icon name="undo" /> {say('undo')}
      </button>
      {isAsking ? <UndoDialog record={record} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

function UndoDialog({ record, onClose }: { readonly record: Undoable; readonly onClose: () => void }) {
  const say = useTopic('importRoom');
  const sayApp = useText();
  const language = useView((view) => view.language);
  const undo = useUndoImport();
  return (
    <Dialog title={say('undo_title')} closeLabel={sayApp('close')} onClose={onClose}>
      <p>{say('undo_question', { revision: record.writtenRevision ?? '' })}</p>
      {undo.error ? <p role="alert">{describeError(undo.error, language)}</p> : null}
      <p className="room-actions">
        <button
          type="button"
          className="plain-button is-main"
          disabled={undo.isPending}
          onClick={() => undo.mutate(record.id, { onSuccess: onClose })}
        >
          {say(undo.isPending ? 'undo_running' : 'undo_confirm')}
        </button>
        <button type="button" className="plain-button" onClick={onClose}>
          {say('undo_keep')}
        </button>
      </p>
    </Dialog>
  );
}
