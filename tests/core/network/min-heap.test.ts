import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMinHeap, popHeap, pushHeap, reserveHeap } from '#core/network/min-heap.ts';

describe('createMinHeap', () => {
  it('gives keys back in order, items with their keys', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 200 }), (keys) => {
        const heap = createMinHeap(keys.length);
        keys.forEach((key, item) => {
          pushHeap(heap, key, item);
        });
        const taken = keys.map(() => {
          const key = heap.keys[0];
          expect(keys[popHeap(heap)]).toBe(key);
          return key;
        });
        expect(taken).toEqual([...keys].sort((a, b) => a - b));
      }),
      { seed: 20_261_122, numRuns: 200 },
    );
  });

  it('grows when room is asked for, and never shrinks', () => {
    const heap = createMinHeap(1);
    reserveHeap(heap, 3);
    reserveHeap(heap, 2);
    for (const item of [3, 1, 2]) pushHeap(heap, item, item);
    expect([popHeap(heap), popHeap(heap), popHeap(heap)]).toEqual([1, 2, 3]);
  });
});
