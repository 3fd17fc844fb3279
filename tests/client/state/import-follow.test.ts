import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followImportWork, isAtWork } from '#client/state/import-follow.ts';
import { createImportRecord } from '#tests/support/import-record.ts';

const QUESTION = { id: 'a1', lang: 'zh' };
const READING = createImportRecord({ state: 'reading', progress: { phase: 'reading', rowsDone: 5, rowsTotal: 10 } });

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
  const listener = { onStep: vi.fn(), onLost: vi.fn() };
  return { ...listener, stop: followImportWork(QUESTION, listener) };
};

describe('followImportWork', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('EventSource', FakeEventSource);
  });
  afterEach(() => {
    streams.length = 0;
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('tells each step and stops listening when the work is over', () => {
    const { onStep } = listen();
    streams[0]?.onmessage?.({ data: JSON.stringify(READING) });
    expect(streams[0]?.isOpen).toBe(true);
    streams[0]?.onmessage?.({ data: JSON.stringify(createImportRecord()) });
    expect(onStep).toHaveBeenCalledTimes(2);
    expect(streams[0]?.isOpen).toBe(false);
  });

  it('asks on while the server is away, then listens again', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('refused')));
    const { onLost, stop } = listen();
    streams[0]?.onerror?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(onLost).toHaveBeenLastCalledWith(true);
    vi.stubGlobal('fetch', async () => Response.json(READING));
    await vi.advanceTimersByTimeAsync(7000);
    expect(onLost).toHaveBeenLastCalledWith(false);
    expect(streams).toHaveLength(2);
    stop();
    expect(streams[1]?.isOpen).toBe(false);
  });

  it('gives up where the server does not know the import', async () => {
    vi.stubGlobal('fetch', async () => Response.json({}, { status: 404 }));
    listen();
    streams[0]?.onerror?.();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(streams).toHaveLength(1);
  });
});

describe('isAtWork', () => {
  it('is so while a state or progress says it', () => {
    expect(isAtWork(READING)).toBe(true);
    expect(isAtWork(createImportRecord({ state: 'checking' }))).toBe(true);
    expect(isAtWork(createImportRecord({ state: 'checked' }))).toBe(false);
  });
});
