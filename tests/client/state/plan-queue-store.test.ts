import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EMPTY_QUEUE } from '#client/state/plan-queue.ts';
import { enqueueCommands, getQueue, queueKey, setQueue, usePlanQueueStore } from '#client/state/plan-queue-store.ts';
import type { SentCommand } from '#core/api/plans.ts';

const KEY = queueKey('529901', 'FA0001');
const CLOSE: SentCommand = { id: 'a', kind: 'close_site', input: { siteCode: 'AZ001' } };

const createStorage = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    kept,
  };
};
const closePage = (): void => usePlanQueueStore.setState({ queues: {} });

beforeEach(closePage);

describe('getQueue', () => {
  it('finds what waited when the page was closed', () => {
    vi.stubGlobal('localStorage', createStorage());
    enqueueCommands(KEY, [CLOSE], 3);
    closePage();
    expect(getQueue(KEY)).toEqual({ ...EMPTY_QUEUE, commands: [CLOSE], ifVersion: 3 });
    vi.unstubAllGlobals();
  });

  it('is empty where the memory holds something else', () => {
    const storage = createStorage();
    storage.setItem(`guatu.plan.${KEY}`, '{"commands":[{"kind":"paint"}]}');
    vi.stubGlobal('localStorage', storage);
    expect(getQueue(KEY)).toEqual(EMPTY_QUEUE);
    vi.unstubAllGlobals();
  });
});

describe('setQueue', () => {
  it('leaves nothing behind once the server has everything', () => {
    const storage = createStorage();
    vi.stubGlobal('localStorage', storage);
    enqueueCommands(KEY, [CLOSE], 3);
    setQueue(KEY, EMPTY_QUEUE);
    expect(storage.kept.size).toBe(0);
    vi.unstubAllGlobals();
  });
});
