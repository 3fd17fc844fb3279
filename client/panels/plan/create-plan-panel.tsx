import { useState } from 'react';
import { describeError } from '#client/state/error-words.ts';
import { useCreatePlan } from '#client/state/use-plans.ts';
import { useTopic } from '#client/state/use-text.ts';
import { openPlan, useView } from '#client/state/view-store.ts';
import type { PlanSummary } from '#core/api/plans.ts';

interface CreatePlanPanelProps {
  readonly plans: readonly PlanSummary[];
  /** The plan that is copied; null = from today. */
  readonly copyOf: PlanSummary | null;
  readonly onClose: () => void;
}

const EMPTY = { name: '', description: '', owner: '', copyOf: '' };

/** Begins a plan: from today, or from what another plan does. */
export function CreatePlanPanel({ plans, copyOf, onClose }: CreatePlanPanelProps) {
  const say = useTopic('plans');
  const language = useView((view) => view.language);
  const create = useCreatePlan();
  const [draft, setDraft] = useState(() => ({
    ...EMPTY,
    ...(copyOf && { name: say('copy_name', { name: copyOf.name }), copyOf: copyOf.code, owner: copyOf.owner }),
  }));
  const [asked, setAsked] = useState(false);
  const name = draft.name.trim();
  const submit = (): void => {
    setAsked(true);
    if (name === '') return;
    const { description, owner, copyOf } = draft;
    create.mutate(
      { name, description, owner, ...(copyOf === '' ? {} : { copyOf }) },
      { onSuccess: (plan) => openPlan(plan.code) },
    );
  };
  const field = (key: 'name' | 'description' | 'owner', most: number) => (
    <label className="plan-field">
      {say(key)}
      <input
        value={draft[key]}
        maxLength={most}
        // biome-ignore lint/a11y/noAutofocus: the form was asked for and its name is what comes first
        autoFocus={key === 'name'}
        onChange={(event) => setDraft({ ...draft, [key]: event.target.value })}
      />
    </label>
  );
  return (
    <form
      className="plan-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {field('name', 60)}
      {field('owner', 60)}
      {field('description', 2000)}
      <label className="plan-field">
        {say('copy_of')}
        <select value={draft.copyOf} onChange={(event) => setDraft({ ...draft, copyOf: event.target.value })}>
          <option value="">{say('copy_of_none')}</option>
          {plans.map((plan) => (
            <option key={plan.code} value={plan.code}>
              {say('copy_of_plan', { name: plan.name })}
            </option>
          ))}
        </select>
      </label>
      {asked && name === '' ? <p role="alert">{say('name_missing')}</p> : null}
      {create.error ? <p role="alert">{describeError(create.error, language)}</p> : null}
      <p className="tool-actions">
        <button type="submit" className="plain-button is-main" disabled={create.isPending}>
          {say('create')}
        </button>
        <button type="button" className="plain-button" onClick={onClose}>
          {say('cancel')}
        </button>
      </p>
    </form>
  );
}
