import { describe, expect, it } from 'vitest';
import { answerInTime } from '#server/county/answer-in-time.ts';

describe('answerInTime', () => {
  it('gives the answer when it comes in time', async () => {
    expect(await answerInTime(Promise.resolve('new'), 'known')).toBe('new');
  });

  it('gives what is known when the answer is late, and swallows its late failure', async () => {
    const late = new Promise<string>((_, reject) => setTimeout(reject, 260, new Error('lost')));
    expect(await answerInTime(late, 'known')).toBe('known');
    await expect(late).rejects.toThrow('lost');
  });

  it('fails when the answer fails in time', async () => {
    await expect(answerInTime(Promise.reject(new Error('lost')), 'known')).rejects.toThrow('lost');
  });
});
