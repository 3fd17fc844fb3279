import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followPersistently } from '#client/state/use-job.ts';

const JOB = { id: 'a1', lang: 'zh' };

/** The streams that were opened, newest last. */
const streams: FakeEventSource[] = [];

class FakeEventSource {
  onmessage: ((event: { data: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  isOpen = true;

  constructor() {
    streams.push(this);
  }

  close(): void {
    this.isOpen = false;
  }
}

const listen = () => {
  const listener = { onStep: vi.fn(), onLost: vi.fn(), onRefused: vi.fn() };
  return { ...listener, stop: followPersistently(JOB, listener) };
};

const answer = (status: number, body: unknown) => vi.stubGlobal('fetch', async () => Response.json(body, { status }));

describe('followPersistently', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('EventSource', FakeEventSource);
  });
  afterEach(() => {
    streams.length = 0;
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('says that the server is away, and goes on asking while it is away or starting', async () => {
    const asked = vi.fn(() => Promise.reject(new TypeError('refused')));
    vi.stubGlobal('fetch', asked);
    const { onLost, onRefused, stop } = listen();
    streams[0]?.onerror?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(onLost).toHaveBeenLastCalledWith(true);
    answer(503, 'Guatu is starting');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).toHaveBeenCalledOnce();
    expect(onRefused).not.toHaveBeenCalled();
    stop();
  });

  it('ends with the reason when the server does not know the job', async () => {
    answer(404, {});
    const { onRefused, onLost } = listen();
    streams[0]?.onerror?.();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(onRefused).toHaveBeenCalledOnce();
    expect(onLost).not.toHaveBeenCalledWith(true);
    expect(streams).toHaveLength(1);
  });

  it('asks nothing more once it is stopped', async () => {
    const asked = vi.fn(() => Promise.reject(new TypeError('refused')));
    vi.stubGlobal('fetch', asked);
    const { stop } = listen();
    streams[0]?.onerror?.();
    await vi.advanceTimersByTimeAsync(0);
    stop();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).toHaveBeenCalledOnce();
    expect(streams[0]?.isOpen).toBe(false);
  });
});
