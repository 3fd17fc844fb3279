import { useState } from 'react';
import { describeError } from '#client/state/error-words.ts';
import { usePatchPlan } from '#client/state/use-plans.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import type { PlanAnswer } from '#core/api/plans.ts';

/** Longest text of each field, as the server takes it. */
const FIELDS = { name: 60, nameEn: 80, owner: 60, description: 2000 } as const;
type Field = keyof typeof FIELDS;

interface RenamePanelProps {
  readonly plan: PlanAnswer;
  readonly onClose: () => void;
}

/** How a plan is called, who is responsible for it, what it is for. */
export function RenamePanel({ plan, onClose }: RenamePanelProps) {
  const say = useTopic('plans');
  const language = useView((view) => view.language);
  const patch = usePatchPlan();
  const { name, nameEn, owner, description } = plan;
  const [typed, setTyped] = useState<Readonly<Record<Field, string>>>({ name, nameEn, owner, description });
  const isNamed = typed.name.trim() !== '';
  return (
    <form
      className="plan-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isNamed) patch.mutate({ ...typed, ifVersion: plan.version }, { onSuccess: onClose });
      }}
    >
      {(Object.keys(FIELDS) as readonly Field[]).map((field) => (
        <label key={field} className="plan-field">
          {say(field === 'nameEn' ? 'name_en' : field)}
          <input
            value={typed[field]}
            maxLength={FIELDS[field]}
            onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
          />
        </label>
      ))}
      {isNamed ? null : <p role="alert">{say('name_missing')}</p>}
      {patch.error ? <p role="alert">{describeError(patch.error, language)}</p> : null}
      <p className="tool-actions">
        <button type="submit" className="plain-button is-main" disabled={!isNamed || patch.isPending}>
          {say('save')}
        </button>
        <button type="button" className="plain-button" onClick={onClose}>
          {say('cancel')}
        </button>
      </p>
    </form>
  );
}
