import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { type PlanQuestion, stepPlan } from '#client/api/plans-requests.ts';
import type { PlanAnswer, SentCommand } from '#core/api/plans.ts';
import type { PlanEdit } from '#core/county/plan.ts';
import { createCommands, listCommands, type ShownCommand } from './plan-edits.ts';
import {
  type ConflictSide,
  dropCommands,
  dropLastStep,
  EMPTY_QUEUE,
  type PlanQueue,
  resolveConflict,
} from './plan-queue.ts';
import { enqueueCommands, getQueue, queueKey, setQueue, usePlanQueueStore } from './plan-queue-store.ts';
import { sendQueue } from './plan-sender.ts';
import { planQueryKey, usePlanAnswer, usePlanQuestion } from './use-plans.ts';

/** The open plan as its author sees it: what the server has and what waits. */
export interface OpenPlan {
  readonly plan: PlanAnswer | undefined;
  readonly commands: readonly ShownCommand[];
  readonly queue: PlanQueue;
  /** Drafts alone are edited. */
  readonly canEdit: boolean;
}

/** The open plan with what waits. */
export function useOpenPlan(): OpenPlan {
  const question = usePlanQuestion();
  const plan = usePlanAnswer().data;
  const key = question && queueKey(question.county, question.plan);
  const kept = usePlanQueueStore((store) => (key === null ? undefined : store.queues[key]));
  useEffect(() => {
    if (key !== null) getQueue(key);
  }, [key]);
  const queue = kept ?? EMPTY_QUEUE;
  return useMemo(
    () => ({ plan, commands: listCommands(plan, queue), queue, canEdit: plan?.status === 'draft' }),
    [plan, queue],
  );
}

/** What can be done to the open plan. */
export interface PlanEditing {
  /** Adds commands: at once on the page, then on the server; several are one step. */
  readonly add: (edits: readonly PlanEdit[]) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Takes one command out, wherever it stands. */
  readonly remove: (id: string) => void;
  /** Sends again what waits. */
  readonly retry: () => void;
  /** Forgets what waits. */
  readonly discard: () => void;
  readonly resolve: (sides: Readonly<Record<string, ConflictSide>>) => void;
  readonly isStepping: boolean;
  readonly error: Error | null;
}

/** Edits the open plan. */
export function usePlanEdit(): PlanEditing {
  const question = usePlanQuestion();
  const save = useSavePlan(question);
  const step = useStep(question, save);
  const change = useCallback(
    (replace: (queue: PlanQueue) => PlanQueue): void => {
      if (!question) return;
      const key = queueKey(question.county, question.plan);
      setQueue(key, replace(getQueue(key)));
      void sendQueue(question, save);
    },
    [question, save],
  );
  const takeBack = (kind: 'undo' | 'redo', ids?: readonly string[]): void => {
    if (question) step.mutate({ kind, ids });
  };
  return {
    add: useAdd(question, save),
    undo: () => {
      if (!question) return;
      const key = queueKey(question.county, question.plan);
      const without = dropLastStep(getQueue(key));
      if (without) change(() => without);
      else takeBack('undo');
    },
    redo: () => takeBack('redo'),
    remove: (id) => {
      if (!question) return;
      const waits = getQueue(queueKey(question.county, question.plan)).commands.some((command) => command.id === id);
      if (waits) change((queue) => dropCommands(queue, new Set([id])));
      else takeBack('undo', [id]);
    },
    retry: () => change((queue) => ({ ...queue, state: 'idle' })),
    discard: () => change(() => EMPTY_QUEUE),
    resolve: (sides) => change((queue) => resolveConflict(queue, sides)),
    isStepping: step.isPending,
    error: step.error,
  };
}

/** Sends what waited from an earlier visit, and again when the browser is back on line. */
export function useQueueSender(): void {
  const question = usePlanQuestion();
  const save = useSavePlan(question);
  useEffect(() => {
    if (!question) return;
    const send = (): void => void sendQueue(question, save);
    send();
    window.addEventListener('online', send);
    return () => window.removeEventListener('online', send);
  }, [question, save]);
}

function useAdd(question: PlanQuestion | null, save: (plan: PlanAnswer) => void): PlanEditing['add'] {
  const version = usePlanAnswer().data?.version ?? 0;
  return useCallback(
    (edits) => {
      if (!question || edits.length === 0) return;
      const commands: readonly SentCommand[] = createCommands(edits);
      enqueueCommands(queueKey(question.county, question.plan), commands, version);
      void sendQueue(question, save);
    },
    [question, save, version],
  );
}

/** Keeps what the server answered. */
function useSavePlan(question: PlanQuestion | null): (plan: PlanAnswer) => void {
  const client = useQueryClient();
  return useCallback(
    (plan) => {
      if (!question) return;
      client.setQueryData(planQueryKey(question), plan);
      void client.invalidateQueries({ queryKey: ['plans'] });
    },
    [client, question],
  );
}

function useStep(question: PlanQuestion | null, save: (plan: PlanAnswer) => void) {
  const client = useQueryClient();
  const version = usePlanAnswer().data?.version ?? 0;
  return useMutation({
    mutationFn: ({ kind, ids }: { readonly kind: 'undo' | 'redo'; readonly ids?: readonly string[] | undefined }) => {
      if (!question) throw new Error('Got a step without a plan.');
      return stepPlan(question, kind, { ifVersion: version, ...(ids ? { ids } : {}) });
    },
    onSuccess: save,
    // somebody else was faster: what holds now is asked for
    onError: () => client.invalidateQueries({ queryKey: ['plan'] }),
  });
}
