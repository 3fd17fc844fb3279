import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Garbage that may lie about, in bytes, and as a share of what is in use where that is more. */
const MOST_GARBAGE_BYTES = 64_000_000;
const MOST_GARBAGE_SHARE = 0.5;

let collect: (() => void) | null = null;
let bytesInUse: number | null = null;

/**
 * Collects the garbage of this thread when there is much of it; called between the sheets of a file of many. Left to itself V8 lets garbage grow with
 * what is in use, to nearly as much again and beyond while it marks: the four hundredth sheet then finds far more memory taken than the fortieth. Less
 * garbage than this costs time: a collection takes as long as half a village sheet.
 */
export function collectMuchGarbage(): void {
  const used = getHeapStatistics().used_heap_size;
  if (bytesInUse !== null && used - bytesInUse < Math.max(MOST_GARBAGE_BYTES, bytesInUse * MOST_GARBAGE_SHARE)) {
    // V8 has collected by itself
    bytesInUse = Math.min(bytesInUse, used);
    return;
  }
  collect ??= findCollector();
  collect();
  bytesInUse = getHeapStatistics().used_heap_size;
}

/** The collector that V8 shows to contexts made under this flag. It stays set: it is one for all threads, and another one may be asking just now. */
function findCollector(): () => void {
  setFlagsFromString('--expose-gc');
  const found: unknown = runInNewContext('globalThis.gc');
  return typeof found === 'function' ? () => found() : () => undefined;
}
