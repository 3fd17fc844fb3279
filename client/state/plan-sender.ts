import { appendCommands, type PlanQuestion, readConflict } from '#client/api/plans-requests.ts';
import { RequestError } from '#client/api/problem.ts';
import { MOST_COMMANDS, type PlanAnswer } from '#core/api/plans.ts';
import { describeError } from './error-words.ts';
import { type PlanQueue, takeSent } from './plan-queue.ts';
import { getQueue, queueKey, setQueue } from './plan-queue-store.ts';
import { useViewStore } from './view-store.ts';

const FIRST_PAUSE_MILLISECONDS = 2000;
const LONGEST_PAUSE_MILLISECONDS = 60_000;

/** Timers of plans whose server is away. */
const timers = new Map<string, ReturnType<typeof setTimeout>>();

/** How commands reach the server; tests give their own. */
export type SendCommands = typeof appendCommands;

/**
 * Sends what waits for a plan. A server that is away or out of order is asked again, later and later; a refusal and a conflict wait for the reader.
 * Nothing leaves the queue before the server has it.
 */
export async function sendQueue(
  question: PlanQuestion,
  onSaved: (plan: PlanAnswer) => void,
  send: SendCommands = appendCommands,
): Promise<void> {
  const key = queueKey(question.county, question.plan);
  for (let queue = getQueue(key); isReady(queue); queue = getQueue(key)) {
    clearTimeout(timers.get(key));
    const commands = queue.commands.slice(0, MOST_COMMANDS);
    setQueue(key, { ...queue, state: 'sending', sentence: null });
    try {
      const plan = await send(question, { ifVersion: queue.ifVersion, commands });
      setQueue(key, takeSent(getQueue(key), commands, plan.version));
      onSaved(plan);
    } catch (error) {
      setQueue(key, { ...getQueue(key), ...explain(error) });
      if (getQueue(key).state === 'away') tryLater(question, onSaved, send);
      return;
    }
  }
  pauses.delete(key);
}

const pauses = new Map<string, number>();

function tryLater(question: PlanQuestion, onSaved: (plan: PlanAnswer) => void, send: SendCommands): void {
  const key = queueKey(question.county, question.plan);
  const pause = pauses.get(key) ?? FIRST_PAUSE_MILLISECONDS;
  pauses.set(key, Math.min(LONGEST_PAUSE_MILLISECONDS, 2 * pause));
  clearTimeout(timers.get(key));
  timers.set(
    key,
    setTimeout(() => void sendQueue(question, onSaved, send), pause),
  );
}

const isReady = ({ commands, state }: PlanQueue): boolean =>
  commands.length > 0 && (state === 'idle' || state === 'away');

function explain(error: unknown): Pick<PlanQueue, 'state' | 'sentence' | 'conflict'> {
  const conflict = readConflict(error);
  if (conflict) return { state: 'conflict', sentence: conflict.detail, conflict };
  const status = error instanceof RequestError ? error.status : null;
  const sentence = describeError(error, useViewStore.getState().view.language);
  const away = status === null || status === 0 || status >= 500;
  return { state: away ? 'away' : 'refused', sentence, conflict: null };
}
