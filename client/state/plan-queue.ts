import type { PlanConflictAnswer, SentCommand } from '#core/api/plans.ts';

/** Why commands wait: nothing is wrong, they are on their way, the server is away, it refused them, or others changed the same things. */
export type QueueState = 'idle' | 'sending' | 'away' | 'refused' | 'conflict';

/** Commands of one plan that the server does not have yet. */
export interface PlanQueue {
  readonly commands: readonly SentCommand[];
  /** The version that their author had before them. */
  readonly ifVersion: number;
  readonly state: QueueState;
  /** What the server said when it refused. */
  readonly sentence: string | null;
  readonly conflict: PlanConflictAnswer | null;
}

/** Nothing waits. */
export const EMPTY_QUEUE: PlanQueue = { commands: [], ifVersion: 0, state: 'idle', sentence: null, conflict: null };

/** Whose change of a thing holds. */
export type ConflictSide = 'mine' | 'theirs';

/** Adds commands made upon `version`; what waits already keeps the version it was made upon. */
export const enqueue = (queue: PlanQueue, commands: readonly SentCommand[], version: number): PlanQueue => ({
  ...queue,
  commands: [...queue.commands, ...commands],
  ifVersion: queue.commands.length === 0 ? version : queue.ifVersion,
  // a refusal speaks of the commands that were sent: with new ones it is asked again, a conflict stays until it is resolved
  state: queue.state === 'refused' ? 'idle' : queue.state,
});

/** Takes out what the server has; what was made meanwhile stands upon the version it answered with. */
export function takeSent(queue: PlanQueue, sent: readonly SentCommand[], version: number): PlanQueue {
  const ids = new Set(sent.map(({ id }) => id));
  const commands = queue.commands.filter(({ id }) => !ids.has(id));
  return { ...EMPTY_QUEUE, commands, ifVersion: version };
}

/** Takes back the last step that waits; null when none does or it is on its way. */
export function dropLastStep(queue: PlanQueue): PlanQueue | null {
  const last = queue.commands.at(-1);
  if (!last || queue.state === 'sending') return null;
  const commands = queue.commands.filter(
    (command) => command !== last && (last.batch === undefined || command.batch !== last.batch),
  );
  return settle({ ...queue, commands });
}

/** Takes out commands that wait. */
export const dropCommands = (queue: PlanQueue, ids: ReadonlySet<string>): PlanQueue =>
  settle({ ...queue, commands: queue.commands.filter(({ id }) => !ids.has(id)) });

/**
 * Settles a conflict thing by thing. Where theirs holds, the commands about that thing are dropped; the others are to be sent again upon the version
 * that holds now, which says that their author has seen it.
 */
export function resolveConflict(queue: PlanQueue, sides: Readonly<Record<string, ConflictSide>>): PlanQueue {
  const { conflict } = queue;
  if (!conflict) return queue;
  const dropped = new Set(
    conflict.conflicts.filter(({ about }) => sides[about] === 'theirs').flatMap(({ mine }) => mine.map(({ id }) => id)),
  );
  const commands = queue.commands.filter(({ id }) => !dropped.has(id));
  return { ...EMPTY_QUEUE, commands, ifVersion: conflict.version };
}

const settle = (queue: PlanQueue): PlanQueue =>
  queue.commands.length === 0 || queue.state !== 'away'
    ? { ...queue, state: 'idle', sentence: null, conflict: null }
    : queue;
