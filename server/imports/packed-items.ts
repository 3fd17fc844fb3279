import { promisify } from 'node:util';
import { gunzip, gunzipSync, gzipSync } from 'node:zlib';

/** Items a part: some milliseconds to parse. */
const ITEMS_IN_PART = 500;

const GZIP_LEVEL = 3;

interface PackedIndex<Head> {
  readonly head: Head;
  /** Of each part how many items it has of each key, in the order of the parts. */
  readonly parts: readonly Readonly<Record<string, number>>[];
}

/** Items as they were packed; only the parts that are asked for are parsed. */
export interface PackedItems<Item, Head> {
  readonly head: Head;
  /** How many items have a key of which `isAsked` is true. */
  count(isAsked?: (key: string) => boolean): number;
  /** Items from a place on among those that are asked for. */
  page(options: {
    readonly isAsked?: (key: string) => boolean;
    readonly from: number;
    readonly limit: number;
  }): readonly Item[];
  /** Every item, part by part. */
  parts(): Iterable<readonly Item[]>;
}

/**
 * Packs thousands of items so that a page of them can be read without parsing the others.
 *
 * @param keyOf what an item is asked for by: few different values
 */
export function packItems<Item, Head>(
  items: readonly Item[],
  { head, keyOf }: { readonly head: Head; readonly keyOf: (item: Item) => string },
): Uint8Array {
  const parts: Record<string, number>[] = [];
  const lines: string[] = [];
  for (let start = 0; start < items.length; start += ITEMS_IN_PART) {
    const part = items.slice(start, start + ITEMS_IN_PART);
    const counts: Record<string, number> = {};
    for (const item of part) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
    parts.push(counts);
    lines.push(JSON.stringify(part.map((item) => [keyOf(item), item])));
  }
  const index: PackedIndex<Head> = { head, parts };
  return gzipSync([JSON.stringify(index), ...lines].join('\n'), { level: GZIP_LEVEL });
}

const unzip = promisify(gunzip);

/** Opens packed items without holding up the server. */
export const openItems = async <Item, Head>(packed: Uint8Array): Promise<PackedItems<Item, Head>> =>
  readItems((await unzip(packed)).toString('utf8'));

/** The same in a thread. */
export const openItemsSync = <Item, Head>(packed: Uint8Array): PackedItems<Item, Head> =>
  readItems(gunzipSync(packed).toString('utf8'));

function readItems<Item, Head>(text: string): PackedItems<Item, Head> {
  const [first = '{}', ...lines] = text.split('\n');
  const index = JSON.parse(first) as PackedIndex<Head>;
  const read = (part: number): readonly (readonly [string, Item])[] => JSON.parse(lines[part] ?? '[]');
  const countIn = (part: Readonly<Record<string, number>>, isAsked: (key: string) => boolean): number =>
    Object.entries(part).reduce((sum, [key, count]) => sum + (isAsked(key) ? count : 0), 0);
  return {
    head: index.head,
    count: (isAsked = () => true) => index.parts.reduce((sum, part) => sum + countIn(part, isAsked), 0),
    page({ isAsked = () => true, from, limit }) {
      const found: Item[] = [];
      let passed = 0;
      for (const [place, part] of index.parts.entries()) {
        const count = countIn(part, isAsked);
        if (passed + count > from && found.length < limit) {
          const asked = read(place).filter(([key]) => isAsked(key));
          const start = Math.max(0, from - passed);
          found.push(...asked.slice(start, start + limit - found.length).map(([, item]) => item));
        }
        passed += count;
      }
      return found;
    },
    *parts() {
      for (const place of lines.keys()) yield read(place).map(([, item]) => item);
    },
  };
}
