import { useState } from 'react';
import { keepAnswer } from '#client/state/answer.ts';
import { writeAuthor, writeTime } from '#client/state/authorship.ts';
import { writePlanName } from '#client/state/plan-name.ts';
import { usePlans } from '#client/state/use-plans.ts';
import { useTopic } from '#client/state/use-text.ts';
import { openPlan, openPlanTab, useView } from '#client/state/view-store.ts';
import { Icon } from '#client/ui/icon.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import { EmptyState } from '#client/ui/states.tsx';
import type { PlanSummary } from '#core/api/plans.ts';
import { formatNumber } from '#core/indicators/format-figure.ts';
import { AnswerPanel } from '../side/answer-panel.tsx';
import { CreatePlanPanel } from './create-plan-panel.tsx';

/** Plans of the county, the one in force marked. */
export function PlanListPanel() {
  const say = useTopic('plans');
  const compare = useTopic('compare');
  const answer = usePlans();
  const [creating, setCreating] = useState<{ readonly copyOf: PlanSummary | null } | null>(null);
  return (
    <section className="section plan" aria-label={say('list')}>
      <div className="thing-head">
        <h2>{say('list')}</h2>
        {creating ? null : (
          <button type="button" className="plain-button" onClick={() => setCreating({ copyOf: null })}>
            <Icon name="plus" /> {say('new_plan')}
          </button>
        )}
      </div>
      <p className="tool-note">{say('list_note')}</p>
      <button type="button" className="plain-button" onClick={() => openPlanTab('compare')}>
        {compare('open')}
      </button>
      <AnswerPanel answer={keepAnswer(answer)} lines={6}>
        {({ items, inForce }) => (
          <>
            {creating ? (
              <CreatePlanPanel
                key={creating.copyOf?.code}
                plans={items}
                copyOf={creating.copyOf}
                onClose={() => setCreating(null)}
              />
            ) : null}
            {items.length === 0 ? <EmptyState>{say('list_none')}</EmptyState> : null}
            <ul className="plan-list">
              {items.map((plan) => (
                <PlanItem
                  key={plan.code}
                  plan={plan}
                  inForce={plan.code === inForce}
                  onCopy={() => setCreating({ copyOf: plan })}
                />
              ))}
            </ul>
          </>
        )}
      </AnswerPanel>
    </section>
  );
}

interface PlanItemProps {
  readonly plan: PlanSummary;
  readonly inForce: boolean;
  /** Asks for a plan that begins with what this one does. */
  readonly onCopy: () => void;
}

function PlanItem({ plan, inForce, onCopy }: PlanItemProps) {
  const say = useTopic('plans');
  const language = useView((view) => view.language);
  return (
    <li className="plan-row">
      <button type="button" className="plan-item" onClick={() => openPlan(plan.code)}>
        <strong>{writePlanName(plan, language)}</strong>
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
        {plan.unfitCount > 0 ? (
          <small className="plan-fault">{say('unfit_count', { n: formatNumber(plan.unfitCount, 0) })}</small>
        ) : null}
      </button>
      <IconButton icon="copy" label={say('duplicate', { name: writePlanName(plan, language) })} onPress={onCopy} />
    </li>
  );
}
