import { EMPTY_QUEUE, enqueue, type PlanQueue } from '#client/state/plan-queue.ts';
import { queueKey, setQueue } from '#client/state/plan-queue-store.ts';
import { usePlanEdit } from '#client/state/use-plan-edit.ts';
import { useCreatePlan } from '#client/state/use-plans.ts';
import { useTopic } from '#client/state/use-text.ts';
import { openPlan } from '#client/state/view-store.ts';
import type { PlanAnswer } from '#core/api/plans.ts';

interface QueuePanelProps {
  readonly plan: PlanAnswer;
  readonly queue: PlanQueue;
}

/** What the server does not have yet, why, and the ways on; nothing while all is saved. */
export function QueuePanel({ plan, queue }: QueuePanelProps) {
  const say = useTopic('plans');
  const editing = usePlanEdit();
  const copy = useCopyQueue({ plan, queue });
  const n = queue.commands.length;
  if (n === 0) return null;
  const retry = (
    <button type="button" className="text-button" onClick={editing.retry}>
      {say('queue_retry')}
    </button>
  );
  const discard = (
    <button type="button" className="text-button" onClick={editing.discard}>
      {say('queue_discard')}
    </button>
  );
  switch (queue.state) {
    case 'idle':
    case 'sending':
      return (
        <p className="plan-banner numeral" role="status">
          {say('queue_sending', { n })}
        </p>
      );
    case 'away':
      return (
        <p className="plan-banner is-waiting numeral" role="status">
          {say('queue_away', { n })} {retry}
        </p>
      );
    case 'refused':
      return (
        <p className="plan-banner is-refused numeral" role="alert">
          {say('queue_refused', { n, sentence: queue.sentence ?? '' })}
          <span>
            {retry}
            <button type="button" className="text-button" disabled={copy.isPending} onClick={copy.start}>
              {say('queue_copy')}
            </button>
            {discard}
          </span>
        </p>
      );
    case 'conflict':
      return (
        <p className="plan-banner is-refused numeral" role="alert">
          {say('queue_conflict', { n: queue.conflict?.conflicts.length ?? 0 })}
        </p>
      );
  }
}

/** Takes what waits into a copy of the plan: for one that was published or deleted meanwhile. */
function useCopyQueue({ plan, queue }: QueuePanelProps) {
  const say = useTopic('plans');
  const create = useCreatePlan();
  const start = (): void =>
    create.mutate(
      {
        name: say('copy_name', { name: plan.name }),
        copyOf: plan.code,
        description: plan.description,
        owner: plan.owner,
      },
      {
        onSuccess: (fresh) => {
          setQueue(queueKey(plan.county, fresh.code), enqueue(EMPTY_QUEUE, queue.commands, fresh.version));
          setQueue(queueKey(plan.county, plan.code), EMPTY_QUEUE);
          openPlan(fresh.code);
        },
      },
    );
  return { start, isPending: create.isPending };
}
