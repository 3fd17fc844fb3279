import { describe, expect, it } from 'vitest';
import { createKeptValues, keepByNumber } from '#core/cartography/sheet/kept-values.ts';

describe('createKeptValues', () => {
  it('creates each value once, and lets all go when it is full', () => {
    const created: string[] = [];
    const keep = createKeptValues<string>(2);
    const get = (key: string): string =>
      keep(key, () => {
        created.push(key);
        return `value of ${key}`;
      });
    expect([get('a'), get('a'), get('b'), get('b')]).toEqual(['value of a', 'value of a', 'value of b', 'value of b']);
    expect(created).toEqual(['a', 'b']);
    get('c');
    get('a');
    expect(created).toEqual(['a', 'b', 'c', 'a']);
  });
});

describe('keepByNumber', () => {
  it('asks once for each number', () => {
    const asked: number[] = [];
    const double = keepByNumber((number) => {
      asked.push(number);
      return { value: 2 * number };
    });
    expect(double(2)).toBe(double(2));
    expect(double(3)).toEqual({ value: 6 });
    expect(asked).toEqual([2, 3]);
  });
});
