import { getHeapStatistics } from 'node:v8';
import { collectMuchGarbage } from '#server/sheets/collect-garbage.ts';

const usedMegabytes = (): number => getHeapStatistics().used_heap_size / 1e6;

const createObjects = (count: number): unknown[] => Array.from({ length: count }, (_, i) => ({ x: i + 0.5 }));

/** Sheets wait to be written while the next are drawn: long enough to be moved to the old space. */
const WAITING = 3;

/**
 * Draws sheets of more than a megabyte each; what each leaves to keep is a thirtieth of it.
 *
 * @returns megabytes in use after each
 */
function drawSheets(count: number): readonly number[] {
  const waiting: unknown[] = [];
  const kept: unknown[] = [];
  return Array.from({ length: count }, () => {
    waiting.push(createObjects(30_000));
    kept.push(createObjects(1000));
    if (waiting.length > WAITING) waiting.shift();
    collectMuchGarbage();
    return usedMegabytes();
  });
}

// a process of its own: nothing else makes garbage in it
const county = createObjects(500_000);
collectMuchGarbage();
const before = usedMegabytes();
const used = drawSheets(80);
const [first, second] = [used.slice(0, 40), used.slice(40)].map((half) => Math.max(...half));
process.stdout.write(JSON.stringify({ before, first, second, things: county.length }));
