import { describe, expect, it } from 'vitest';
import { createAnswerCache } from '#server/maps/answer-cache.ts';

describe('createAnswerCache', () => {
  it('makes an answer once', () => {
    const cache = createAnswerCache(1000);
    let made = 0;
    const make = () => {
      made += 1;
      return 'answer';
    };
    expect(cache.get('a', make)).toBe(cache.get('a', make));
    expect(made).toBe(1);
  });

  it('drops what was used longest ago when it is full', () => {
    const cache = createAnswerCache(10);
    const made: string[] = [];
    const get = (key: string) =>
      cache.get(key, () => {
        made.push(key);
        return '12345';
      });
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) get(key);
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });

  it('keeps the last answer even when it is larger than the cache', () => {
    const cache = createAnswerCache(2);
    const first = cache.get('a', () => 'large');
    expect(cache.get('a', () => 'other')).toBe(first);
  });

  it('tags answers by their content', () => {
    const cache = createAnswerCache(1000);
    const tagOf = (key: string, body: string) => cache.get(key, () => body).etag;
    expect(tagOf('a', 'x')).toBe(tagOf('b', 'x'));
    expect(tagOf('c', 'y')).not.toBe(tagOf('a', 'x'));
  });
});
