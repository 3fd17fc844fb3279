import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openItems, openItemsSync, packItems } from '#server/imports/packed-items.ts';

interface Item {
  readonly place: number;
  readonly kind: string;
}

const createItems = (kinds: readonly number[]): readonly Item[] =>
  kinds.map((kind, place) => ({ place, kind: `kind ${kind}` }));

describe('packItems', () => {
  it('gives every page of every choice of keys as a plain list would', async () => {
    const kinds = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 1700 });
    await fc.assert(
      fc.asyncProperty(
        kinds,
        fc.nat(1800),
        fc.integer({ min: 1, max: 900 }),
        fc.nat(3),
        async (list, from, limit, kind) => {
          const items = createItems(list);
          const opened = await openItems<Item, string>(packItems(items, { head: 'head', keyOf: (item) => item.kind }));
          const isAsked = (key: string): boolean => key !== `kind ${kind}`;
          const asked = items.filter((item) => isAsked(item.kind));
          expect(opened.head).toBe('head');
          expect(opened.page({ from, limit })).toEqual(items.slice(from, from + limit));
          expect(opened.page({ isAsked, from, limit })).toEqual(asked.slice(from, from + limit));
          expect([opened.count(), opened.count(isAsked)]).toEqual([items.length, asked.length]);
        },
      ),
      { seed: 6, numRuns: 40 },
    );
  });

  it('gives all parts in their order, also in a thread', () => {
    const items = createItems(Array.from({ length: 1234 }, (_, place) => place % 5));
    const opened = openItemsSync<Item, null>(packItems(items, { head: null, keyOf: (item) => item.kind }));
    expect([...opened.parts()].flat()).toEqual(items);
  });
});
