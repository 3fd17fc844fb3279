import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** The height of the heap as a multiple of what was in use before the first sheet: what sheets leave to keep takes from the room of garbage. */
const MOST_HEAP = 2;
/** The same as a multiple of what is in use now, where that leaves less room. */
const LEAST_HEAP = 1.25;

type Collect = (options?: { readonly type: 'minor' }) => void;

let found: Collect | null = null;
let mostBytes = 0;
let bytesInUse = 0;

/**
 * Collects the garbage of this thread when there is much of it; called between the sheets of a file of many. Left to itself V8 lets garbage grow with
 * what is in use, to nearly as much again and beyond while it marks: the four hundredth sheet then finds far more memory taken than the fortieth. So the
 * heap has a height of its own, reached within the first twenty sheets. A whole collection takes as long as half a village sheet; young objects, of
 * which hardly any are in use between two sheets, are collected each time, or else the next sheet would make old ones of them: a quarter less to collect.
 */
export function collectMuchGarbage(): void {
  collectYoungGarbage();
  const used = getHeapStatistics().used_heap_size;
  if (used < Math.max(mostBytes, bytesInUse * LEAST_HEAP)) {
    // V8 may have collected by itself
    bytesInUse = Math.min(bytesInUse, used);
    return;
  }
  collect();
  bytesInUse = getHeapStatistics().used_heap_size;
  // at the first sheet, or of a larger county
  if (bytesInUse > mostBytes) mostBytes = bytesInUse * MOST_HEAP;
}

/** Collects what was made and let go of lately: takes a few milliseconds. Buffers that came from another thread are let go of by nothing else for long. */
export const collectYoungGarbage = (): void => collect({ type: 'minor' });

function collect(options?: Parameters<Collect>[0]): void {
  found ??= findCollector();
  found(options);
}

/** The collector that V8 shows to contexts made under this flag. It stays set: it is one for all threads, and another one may be asking just now. */
function findCollector(): Collect {
  setFlagsFromString('--expose-gc');
  const shown: unknown = runInNewContext('globalThis.gc');
  return typeof shown === 'function' ? (options) => shown(options) : () => undefined;
}
