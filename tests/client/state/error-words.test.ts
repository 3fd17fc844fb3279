import { describe, expect, it } from 'vitest';
import { RequestError } from '#client/api/problem.ts';
import { describeError } from '#client/state/error-words.ts';

describe('describeError', () => {
  it("shows the server's own sentence", () => {
    const error = new RequestError({ status: 404, code: 'unknown_area', sentence: '没有代码为 529999 的区域。' });
    expect(describeError(error, 'zh')).toBe('没有代码为 529999 的区域。');
  });

  it('has its own sentence when the server cannot be reached', () => {
    const error = new RequestError({ status: 0, code: 'unreachable', sentence: null });
    expect(describeError(error, 'en')).toMatch(/^The server cannot be reached/);
  });

  it('never shows the insides of an unexpected failure', () => {
    expect(describeError(new TypeError('x is not a function'), 'zh')).not.toContain('function');
  });
});
