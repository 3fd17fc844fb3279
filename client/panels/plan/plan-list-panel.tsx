import { useState } from 'react';
import { keepAnswer } from '#client/state/answer.ts';
import { writeAuthor, writeTime } from '#client/state/authorship.ts';
import { usePlans } from '#client/state/use-plans.ts';
import { useTopic } from '#client/state/use-text.ts';
import { openPlan, useView } from '#client/state/view-store.ts';
import { Icon } from '#client/ui/icon.tsx';
import { EmptyState } from '#client/ui/states.tsx';
import type { PlanSummary } from '#core/api/plans.ts';
import { formatNumber } from '#core/indicators/format-figure.ts';
import { AnswerPanel } from '../side/answer-panel.tsx';
import { CreatePlanPanel } from './create-plan-panel.tsx';

/** Plans of the county, the one in force marked. */
export function PlanListPanel() {
  const say = useTopic('plans');
  const answer = usePlans();
  const [creating, setCreating] = useState(false);
  return (
    <section className="section plan" aria-label={say('list')}>
      <div className="thing-head">
        <h2>{say('list')}</h2>
        {creating ? null : (
          <button type="button" className="plain-button" onClick={() => setCreating(true)}>
            <Icon name="plus" /> {say('new_plan')}
          </button>
        )}
      </div>
      <p className="tool-note">{say('list_note')}</p>
      <AnswerPanel answer={keepAnswer(answer)} lines={6}>
        {({ items, inForce }) => (
          <>
            {creating ? <CreatePlanPanel plans={items} onClose={() => setCreating(false)} /> : null}
            {items.length === 0 ? <EmptyState>{say('list_none')}</EmptyState> : null}
            <ul className="plan-list">
              {items.map((plan) => (
                <PlanItem key={plan.code} plan={plan} inForce={plan.code === inForce} />
              ))}
            </ul>
          </>
        )}
      </AnswerPanel>
    </section>
  );
}

function PlanItem({ plan, inForce }: { readonly plan: PlanSummary; readonly inForce: boolean }) {
  const say = useTopic('plans');
  const language = useView((view) => view.language);
  return (
    <li>
      <button type="button" className="plan-item" onClick={() => openPlan(plan.code)}>
        <strong>{plan.name}</strong>
        <span>
          {inForce ? <em className="mark is-in-force">{say('in_force')}</em> : null}
          <em className="mark">{say(`status_${plan.status}`)}</em>
        </span>
        <small className="numeral">
          {[
            writeAuthor(plan.owner, language),
            plan.publishedOn ? say('published_on', { date: plan.publishedOn }) : writeTime(plan.changedAt),
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
        <small className="numeral">{say('command_count', { n: formatNumber(plan.commandCount, 0) })}</small>
      </button>
    </li>
  );
}
