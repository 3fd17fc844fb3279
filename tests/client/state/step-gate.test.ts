import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStepGate } from '#client/state/step-gate.ts';

/** Steps are texts; what two come to is both. */
const createGate = () => {
  const told: string[] = [];
  const gate = createStepGate<string>({
    pauseMilliseconds: 50,
    join: (earlier, later) => earlier + later,
    tell: (step) => told.push(step),
  });
  return { told, gate };
};

describe('createStepGate', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('tells the first step at once and a hundred that follow as one', () => {
    const { told, gate } = createGate();
    gate.hear('a');
    expect(told).toEqual(['a']);
    for (let i = 0; i < 100; i++) gate.hear('b');
    expect(told).toEqual(['a']);
    vi.advanceTimersByTime(50);
    expect(told).toEqual(['a', 'b'.repeat(100)]);
    gate.hear('c');
    vi.advanceTimersByTime(50);
    expect(told.at(-1)).toBe('c');
    vi.advanceTimersByTime(50);
    gate.hear('d');
    expect(told.at(-1)).toBe('d');
  });

  it('tells nothing after it was closed', () => {
    const { told, gate } = createGate();
    gate.hear('a');
    gate.hear('b');
    gate.close();
    vi.advanceTimersByTime(100);
    expect(told).toEqual(['a']);
  });
});
