import { useState } from 'react';
import { type PlanObstacle, readObstacles } from '#client/state/plan-obstacles.ts';
import { listPlanReasons } from '#client/state/plan-reasons.ts';
import { useOpenPlan } from '#client/state/use-plan-edit.ts';
import { useDeletePlan, useSetPlanStatus } from '#client/state/use-plans.ts';
import { useTopic } from '#client/state/use-text.ts';
import { openPlan, useView } from '#client/state/view-store.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import type { PlanAnswer } from '#core/api/plans.ts';
import { CountyAccountPanel } from './county-account-panel.tsx';
import { ObstaclesPanel, UnfitPanel } from './obstacles-panel.tsx';

type Step = 'submit' | 'withdraw' | 'publish' | 'delete';

/** Steps that a plan in each state can take. */
const STEPS: Readonly<Record<PlanAnswer['status'], readonly Step[]>> = {
  draft: ['submit', 'publish', 'delete'],
  submitted: ['publish', 'withdraw'],
  published: [],
  superseded: [],
};
const TARGETS: Readonly<Record<Exclude<Step, 'delete'>, 'draft' | 'submitted' | 'published'>> = {
  submit: 'submitted',
  withdraw: 'draft',
  publish: 'published',
};

/** Submitting, publishing and deleting; each asks first and says what stands in the way. */
export function PublishPanel() {
  const say = useTopic('plans');
  const { plan, queue } = useOpenPlan();
  const [step, setStep] = useState<Step | null>(null);
  const [refused, setRefused] = useState<readonly PlanObstacle[]>([]);
  if (!plan) return null;
  const waiting = queue.commands.length;
  return (
    <>
      {STEPS[plan.status].length === 0 ? <UnfitPanel plan={plan} /> : <ObstaclesPanel plan={plan} refused={refused} />}
      {waiting > 0 ? <p className="plan-banner is-waiting">{say('waiting_first', { n: waiting })}</p> : null}
      <p className="tool-actions">
        {STEPS[plan.status].map((one) => (
          <button
            key={one}
            type="button"
            className={one === 'publish' ? 'plain-button is-main' : 'plain-button'}
            disabled={one !== 'delete' && (waiting > 0 || plan.commandCount === 0)}
            onClick={() => setStep(one)}
          >
            {say(one)}
          </button>
        ))}
      </p>
      {step ? <StepDialog plan={plan} step={step} onRefused={setRefused} onClose={() => setStep(null)} /> : null}
      <CountyAccountPanel />
    </>
  );
}

interface StepDialogProps {
  readonly plan: PlanAnswer;
  readonly step: Step;
  /** Told every reason of a refusal: the page lists them with the way to each. */
  readonly onRefused: (obstacles: readonly PlanObstacle[]) => void;
  readonly onClose: () => void;
}

function StepDialog({ plan, step, onRefused, onClose }: StepDialogProps) {
  const say = useTopic('plans');
  const language = useView((view) => view.language);
  const status = useSetPlanStatus();
  const remove = useDeletePlan();
  const error = status.error ?? remove.error;
  const confirm = (): void => {
    if (step === 'delete') remove.mutate(plan.version, { onSuccess: () => openPlan(null) });
    else
      status.mutate(
        { ifVersion: plan.version, to: TARGETS[step] },
        { onSuccess: onClose, onError: (error) => onRefused(readObstacles(error)) },
      );
  };
  return (
    <Dialog title={say(step)} closeLabel={say('close')} onClose={onClose}>
      <p>{say(`${step}_note`, { name: plan.name, n: plan.commandCount })}</p>
      {error ? (
        <div className="plan-refusal" role="alert">
          {listPlanReasons(error, language).map((reason) => (
            <p key={reason}>{reason}</p>
          ))}
        </div>
      ) : null}
      <p className="tool-actions">
        <button
          type="button"
          className="plain-button is-main"
          disabled={status.isPending || remove.isPending}
          onClick={confirm}
        >
          {say(`confirm_${step}`)}
        </button>
        <button type="button" className="plain-button" onClick={onClose}>
          {say('cancel')}
        </button>
      </p>
    </Dialog>
  );
}
