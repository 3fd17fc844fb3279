import { useState } from 'react';
import { writeAuthor } from '#client/state/authorship.ts';
import { describeError } from '#client/state/error-words.ts';
import { useOpenPlan, usePlanEdit } from '#client/state/use-plan-edit.ts';
import { usePlans } from '#client/state/use-plans.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import type { PlanAnswer } from '#core/api/plans.ts';
import { RebasePanel } from './rebase-panel.tsx';
import { RenamePanel } from './rename-panel.tsx';

/** State and version of the open plan, with undo and redo. */
export function StatusPanel({ plan }: { readonly plan: PlanAnswer }) {
  const say = useTopic('plans');
  const language = useView((view) => view.language);
  const inForce = usePlans().data?.inForce === plan.code;
  const { queue, canEdit } = useOpenPlan();
  const editing = usePlanEdit();
  const [renaming, setRenaming] = useState(false);
  const busy = editing.isStepping || queue.state === 'sending';
  return (
    <>
      <div className="plan-status">
        <p className="numeral">
          {inForce ? <em className="mark is-in-force">{say('in_force')}</em> : null}
          <em className="mark">{say(`status_${plan.status}`)}</em> {say('version', { n: plan.version })}
          {plan.owner === '' ? '' : ` · ${writeAuthor(plan.owner, language)}`}
        </p>
        {canEdit ? (
          <p>
            <button type="button" className="text-button" onClick={() => setRenaming(true)}>
              {say('rename')}
            </button>
            <IconButton
              icon="undo"
              label={say('undo')}
              disabled={busy || (!plan.canUndo && queue.commands.length === 0)}
              onPress={editing.undo}
            />
            <IconButton
              icon="redo"
              label={say('redo')}
              disabled={busy || !plan.canRedo || queue.commands.length > 0}
              onPress={editing.redo}
            />
          </p>
        ) : null}
      </div>
      {renaming && canEdit ? <RenamePanel plan={plan} onClose={() => setRenaming(false)} /> : null}
      <RebasePanel plan={plan} />
      {plan.description === '' ? null : <p className="tool-note">{plan.description}</p>}
      {canEdit ? null : (
        <p className="tool-note">{say(plan.status === 'submitted' ? 'frozen_submitted' : 'frozen_published')}</p>
      )}
      {editing.error ? <p role="alert">{describeError(editing.error, language)}</p> : null}
    </>
  );
}
