import { getHeapStatistics } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { collectMuchGarbage } from '#server/sheets/collect-garbage.ts';

const usedMegabytes = (): number => getHeapStatistics().used_heap_size / 1e6;

describe('collectMuchGarbage', () => {
  it('leaves no more than a little garbage behind, however much is made', () => {
    collectMuchGarbage();
    const before = usedMegabytes();
    let most = 0;
    for (let sheet = 0; sheet < 25; sheet++) {
      // some MB that live long enough to be moved to the old space
      const drawn = Array.from({ length: 40_000 }, (_, i) => ({ x: i + 0.5, y: sheet }));
      collectMuchGarbage();
      expect(drawn).toHaveLength(40_000);
      most = Math.max(most, usedMegabytes());
    }
    expect(most - before).toBeLessThan(Math.max(100, before));
  });
});
