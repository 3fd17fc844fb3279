import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RequestError } from '#client/api/problem.ts';
import { EMPTY_QUEUE } from '#client/state/plan-queue.ts';
import { enqueueCommands, getQueue, queueKey, usePlanQueueStore } from '#client/state/plan-queue-store.ts';
import { type SendCommands, sendQueue } from '#client/state/plan-sender.ts';
import type { PlanAnswer, SentCommand } from '#core/api/plans.ts';

const QUESTION = { county: '529901', plan: 'FA0001', lang: 'zh' };
const KEY = queueKey('529901', 'FA0001');
const close = (id: string): SentCommand => ({ id, kind: 'close_site', input: { siteCode: 'AZ001' } });
const answer = (version: number): PlanAnswer => ({ version }) as PlanAnswer;

const createServer = (answers: (PlanAnswer | RequestError)[]) => {
  const sent: { ifVersion: number; ids: string[] }[] = [];
  const send: SendCommands = async (_, { ifVersion, commands }) => {
    sent.push({ ifVersion, ids: commands.map(({ id }) => id) });
    const next = answers.shift() ?? answer(99);
    if (next instanceof RequestError) throw next;
    return next;
  };
  return { sent, send };
};

beforeEach(() => {
  vi.useFakeTimers();
  usePlanQueueStore.setState({ queues: {} });
});
afterEach(() => vi.useRealTimers());

describe('sendQueue', () => {
  it('empties the queue once the server has the commands', async () => {
    const { sent, send } = createServer([answer(4)]);
    const saved: number[] = [];
    enqueueCommands(KEY, [close('a')], 3);
    await sendQueue(QUESTION, ({ version }) => saved.push(version), send);
    expect(sent).toEqual([{ ifVersion: 3, ids: ['a'] }]);
    expect(saved).toEqual([4]);
    expect(getQueue(KEY)).toEqual({ ...EMPTY_QUEUE, ifVersion: 4 });
  });

  it('keeps everything while the server is away, and sends it once it is back', async () => {
    const away = new RequestError({ status: 503, code: 'unexpected_answer', sentence: null });
    const { sent, send } = createServer([away, answer(4)]);
    enqueueCommands(KEY, [close('a')], 3);
    await sendQueue(QUESTION, () => undefined, send);
    expect(getQueue(KEY)).toMatchObject({ state: 'away', commands: [close('a')] });
    enqueueCommands(KEY, [close('b')], 3);
    await vi.advanceTimersByTimeAsync(3000);
    expect(sent.at(-1)).toEqual({ ifVersion: 3, ids: ['a', 'b'] });
    expect(getQueue(KEY).commands).toEqual([]);
  });

  it('shows both sides of a conflict and sends nothing until it is resolved', async () => {
    const body = { code: 'plan_conflict', detail: 'Both.', version: 8, conflicts: [] };
    const refused = new RequestError({ status: 409, code: 'plan_conflict', sentence: 'Both.', body });
    const { sent, send } = createServer([refused]);
    enqueueCommands(KEY, [close('a')], 3);
    await sendQueue(QUESTION, () => undefined, send);
    await sendQueue(QUESTION, () => undefined, send);
    expect(sent).toHaveLength(1);
    expect(getQueue(KEY)).toMatchObject({ state: 'conflict', commands: [close('a')], conflict: { version: 8 } });
  });

  it('keeps what the server refused, with its sentence', async () => {
    const refused = new RequestError({ status: 409, code: 'plan_frozen', sentence: 'Published meanwhile.' });
    const { send } = createServer([refused]);
    enqueueCommands(KEY, [close('a')], 3);
    await sendQueue(QUESTION, () => undefined, send);
    expect(getQueue(KEY)).toMatchObject({ state: 'refused', sentence: 'Published meanwhile.', commands: [close('a')] });
  });
});
