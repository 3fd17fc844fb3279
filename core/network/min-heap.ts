/**
 * A priority queue of numbered items: a heap with four children a parent, in typed arrays. An item may stand in it more than once; whoever takes
 * it out skips what is out of date. Cheaper than moving items whose key falls, because few do.
 */
export interface MinHeap {
  keys: Float64Array;
  items: Int32Array;
  size: number;
}

/** An empty heap that can hold so many items. */
export const createMinHeap = (capacity: number): MinHeap => ({
  keys: new Float64Array(capacity),
  items: new Int32Array(capacity),
  size: 0,
});

/** Makes room for so many items; the heap must be empty. */
export function reserveHeap(heap: MinHeap, capacity: number): void {
  if (heap.keys.length >= capacity) return;
  heap.keys = new Float64Array(capacity);
  heap.items = new Int32Array(capacity);
}

/** Adds an item. The heap must have room. */
export function pushHeap(heap: MinHeap, key: number, item: number): void {
  const { keys, items } = heap;
  let place = heap.size++;
  while (place > 0) {
    const parent = (place - 1) >> 2;
    const parentKey = keys[parent] as number;
    if (parentKey <= key) break;
    keys[place] = parentKey;
    items[place] = items[parent] as number;
    place = parent;
  }
  keys[place] = key;
  items[place] = item;
}

/** Takes out an item with the least key, which is `keys[0]` before. The heap must not be empty. */
export function popHeap(heap: MinHeap): number {
  const { keys, items } = heap;
  const top = items[0] as number;
  const size = --heap.size;
  if (size === 0) return top;
  const key = keys[size] as number;
  const item = items[size] as number;
  let place = 0;
  for (;;) {
    let child = 4 * place + 1;
    if (child >= size) break;
    // the least of up to four children
    const end = Math.min(child + 4, size);
    let childKey = keys[child] as number;
    for (let other = child + 1; other < end; other++) {
      const otherKey = keys[other] as number;
      if (otherKey < childKey) {
        childKey = otherKey;
        child = other;
      }
    }
    if (childKey >= key) break;
    keys[place] = childKey;
    items[place] = items[child] as number;
    place = child;
  }
  keys[place] = key;
  items[place] = item;
  return top;
}
