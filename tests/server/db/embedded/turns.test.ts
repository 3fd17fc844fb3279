import { describe, expect, it } from 'vitest';
import { createTurns } from '#server/db/embedded/turns.ts';

const later = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('createTurns', () => {
  it('runs one after the other, in the order of asking', async () => {
    const turns = createTurns();
    const log: string[] = [];
    const work = (name: string, milliseconds: number) => async () => {
      log.push(`${name} begins`);
      await later(milliseconds);
      log.push(`${name} ends`);
    };
    await Promise.all([turns.take(work('a', 20), undefined), turns.take(work('b', 1), undefined)]);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('refuses a turn inside a turn at once', async () => {
    const turns = createTurns();
    const inner = turns.take(() => turns.take(async () => 1, undefined), undefined);
    await expect(inner).rejects.toThrow(/expected the transaction that was passed/);
  });

  it('gives up waiting after the limit and lets the next one in', async () => {
    const turns = createTurns();
    const first = turns.take(() => later(60), undefined);
    await expect(turns.take(async () => 'late', 10)).rejects.toMatchObject({ code: 'database_busy' });
    const third = turns.take(async () => 'third', undefined);
    await first;
    await expect(third).resolves.toBe('third');
  });

  it('lends a turn, inside which nobody can ask for one either', async () => {
    const turns = createTurns();
    const inner = turns.take(() => turns.lend(() => turns.take(async () => 1, undefined)), undefined);
    await expect(inner).rejects.toThrow(/expected the transaction that was passed/);
    await expect(turns.lend(async () => 'lent')).resolves.toBe('lent');
    await expect(turns.take(async () => 'next', undefined)).resolves.toBe('next');
  });

  it('goes on after work that throws', async () => {
    const turns = createTurns();
    await expect(turns.take(() => Promise.reject(new Error('no')), undefined)).rejects.toThrow('no');
    await expect(turns.take(async () => 'next', undefined)).resolves.toBe('next');
  });
});
