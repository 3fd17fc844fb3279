import { describeError } from '#client/state/error-words.ts';
import { useOpenPlan } from '#client/state/use-plan-edit.ts';
import { useCreatePlan } from '#client/state/use-plans.ts';
import { useTopic } from '#client/state/use-text.ts';
import { openPlan, openPlanTab, useView } from '#client/state/view-store.ts';

/** Where the open plan cannot be changed: offers a draft that begins with its commands. */
export function NeedDraftPanel() {
  const say = useTopic('plans');
  const language = useView((view) => view.language);
  const tab = useView((view) => view.planTab);
  const { plan } = useOpenPlan();
  const create = useCreatePlan();
  if (!plan) return null;
  const copy = (): void =>
    create.mutate(
      { name: say('copy_name', { name: plan.name }), copyOf: plan.code },
      {
        onSuccess: ({ code }) => {
          openPlan(code);
          openPlanTab(tab);
        },
      },
    );
  return (
    <div className="plan-banner">
      <p>{say('need_draft')}</p>
      <button type="button" className="plain-button" disabled={create.isPending} onClick={copy}>
        {say('need_draft_copy')}
      </button>
      {create.error ? <p role="alert">{describeError(create.error, language)}</p> : null}
    </div>
  );
}
