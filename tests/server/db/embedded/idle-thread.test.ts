import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createIdleThread, type RunningThread } from '#server/db/embedded/idle-thread.ts';

/** A thread that answers what it is told, counts what it was told, and breaks when told to. */
const ECHO = `
import { parentPort } from 'node:worker_threads';
let count = 0;
parentPort.on('message', (message) => {
  if (message === 'break') throw new RangeError('broken on purpose');
  parentPort.postMessage([message, ++count]);
});
`;

function openThread(idleMilliseconds = 60_000) {
  const file = new URL(`data:text/javascript,${encodeURIComponent(ECHO)}`);
  const thread = createIdleThread<string>({ file, idleMilliseconds });
  onTestFinished(() => thread.end());
  return thread;
}

async function tell(worker: Worker, message: string): Promise<readonly [string, number]> {
  const answer = once(worker, 'message');
  worker.postMessage(message);
  const [told] = await answer;
  return told;
}

describe('createIdleThread', () => {
  it('does one work after the other in one thread, which keeps what it was given', async () => {
    const thread = openThread();
    const order: string[] = [];
    const work = (name: string) =>
      thread.use(async ({ worker }) => {
        order.push(`begin ${name}`);
        const told = await tell(worker, name);
        order.push(`end ${name}`);
        return told;
      });
    const all = [work('a'), work('b')];
    expect(thread.waiting()).toBe(2);
    expect(await Promise.all(all)).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect(order).toEqual(['begin a', 'end a', 'begin b', 'end b']);
    expect(thread.waiting()).toBe(0);
    await thread.use(async (used) => {
      expect(used.held).toBeNull();
      used.held = 'county';
    });
    expect(await thread.use(async ({ held }) => held)).toBe('county');
  });

  it('goes on after a work that failed, and starts none for an unwanted one', async () => {
    const thread = openThread();
    await expect(thread.use(() => Promise.reject(new RangeError('no')))).rejects.toThrow('no');
    let begun = false;
    const unwanted = thread.use(
      async () => {
        begun = true;
      },
      () => {
        throw new RangeError('unwanted');
      },
    );
    await expect(unwanted).rejects.toThrow('unwanted');
    expect(begun).toBe(false);
    expect(await thread.use(({ worker }) => tell(worker, 'c'))).toEqual(['c', 1]);
  });

  it('starts another thread, which holds nothing, after one that ended or broke while nobody asked', async () => {
    const thread = openThread();
    const hold = async (used: RunningThread<string>): Promise<RunningThread<string>> => {
      used.held = 'county';
      return used;
    };
    const first = await thread.use(hold);
    const ended = new Promise((resolve) => first.worker.once('exit', resolve));
    first.worker.postMessage('break');
    await ended;
    expect(thread.isRunning(first)).toBe(false);
    const second = await thread.use(async (used) => {
      expect(used.held).toBeNull();
      return hold(used);
    });
    await thread.end();
    expect(thread.isRunning(second)).toBe(false);
    expect(await thread.use(async ({ held }) => held)).toBeNull();
  });

  it('ends a thread that nobody has used for a while', async () => {
    const thread = openThread(1);
    const used = await thread.use(async (running) => running);
    await once(used.worker, 'exit');
    expect(thread.isRunning(used)).toBe(false);
  });
});
