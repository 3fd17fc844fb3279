import { describeError } from '#client/state/error-words.ts';
import { writePlanName } from '#client/state/plan-name.ts';
import { isBaseSuperseded } from '#client/state/plan-obstacles.ts';
import { usePlans, useRebasePlan } from '#client/state/use-plans.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import type { PlanAnswer } from '#core/api/plans.ts';

/** Another plan came into force since this one was begun: the way to put this one over it. */
export function RebasePanel({ plan }: { readonly plan: PlanAnswer }) {
  const say = useTopic('plans');
  const language = useView((view) => view.language);
  const plans = usePlans().data;
  const rebase = useRebasePlan();
  if (!plans || !isBaseSuperseded(plan, plans.inForce)) return null;
  const base = plans.items.find(({ code }) => code === plans.inForce);
  const name = base ? writePlanName(base, language) : '';
  return (
    <div className="plan-banner is-waiting">
      <p>
        {say('rebase_note', { name })}{' '}
        {plan.status === 'draft' ? (
          <button
            type="button"
            className="text-button"
            disabled={rebase.isPending}
            onClick={() => rebase.mutate({ ifVersion: plan.version })}
          >
            {say('rebase')}
          </button>
        ) : null}
      </p>
      {rebase.error ? <p role="alert">{describeError(rebase.error, language)}</p> : null}
    </div>
  );
}
