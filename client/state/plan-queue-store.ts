import { z } from 'zod';
import { create } from 'zustand';
import { type SentCommand, sentCommandSchema } from '#core/api/plans.ts';
import { EMPTY_QUEUE, enqueue, type PlanQueue } from './plan-queue.ts';

const PREFIX = 'guatu.plan.';

const keptSchema = z.object({ ifVersion: z.number().int(), commands: z.array(sentCommandSchema) });

interface PlanQueueStore {
  /** By `county/plan`. */
  readonly queues: Readonly<Record<string, PlanQueue>>;
}

/** What waits to be sent, by plan; the browser keeps it until the server has it. */
export const usePlanQueueStore = create<PlanQueueStore>()(() => ({ queues: {} }));

/** Under which a plan's queue is kept. */
export const queueKey = (county: string, plan: string): string => `${county}/${plan}`;

/** The queue of a plan, read from the browser's memory the first time. */
export function getQueue(key: string): PlanQueue {
  const known = usePlanQueueStore.getState().queues[key];
  if (known) return known;
  const kept = readKept(key);
  if (kept.commands.length > 0) setQueue(key, kept);
  return kept;
}

/** Replaces the queue of a plan and keeps it. */
export function setQueue(key: string, queue: PlanQueue): void {
  usePlanQueueStore.setState(({ queues }) => ({ queues: { ...queues, [key]: queue } }));
  keep(key, queue);
}

/** Puts commands at the end of a plan's queue. */
export const enqueueCommands = (key: string, commands: readonly SentCommand[], version: number): void =>
  setQueue(key, enqueue(getQueue(key), commands, version));

function readKept(key: string): PlanQueue {
  try {
    const parsed = keptSchema.safeParse(JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null'));
    return parsed.success ? { ...EMPTY_QUEUE, ...parsed.data } : EMPTY_QUEUE;
  } catch {
    // Without storage, or with something else in it, nothing was kept.
    return EMPTY_QUEUE;
  }
}

function keep(key: string, { commands, ifVersion }: PlanQueue): void {
  try {
    if (commands.length === 0) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, JSON.stringify({ commands, ifVersion }));
  } catch {
    // The browser gives no storage: what waits is kept as long as the page is open.
  }
}
