import { getHeapStatistics } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { collectMuchGarbage, collectYoungGarbage } from '#server/sheets/collect-garbage.ts';

const usedMegabytes = (): number => getHeapStatistics().used_heap_size / 1e6;

const createObjects = (count: number): unknown => Array.from({ length: count }, (_, i) => ({ x: i + 0.5 }));

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

describe('collectMuchGarbage', () => {
  it('keeps the heap at its height, however much garbage is made and while more and more is kept', () => {
    const county = createObjects(500_000);
    collectMuchGarbage();
    const before = usedMegabytes();
    const used = drawSheets(80);
    const [first, second] = [used.slice(0, 40), used.slice(40)].map((half) => Math.max(...half)) as [number, number];
    expect(first).toBeLessThan(2 * before);
    expect(second).toBeLessThan(1.05 * first);
    expect(county).toHaveLength(500_000);
  });
});

describe('collectYoungGarbage', () => {
  it('lets go of buffers that another thread sent', () => {
    collectYoungGarbage();
    const before = process.memoryUsage().external / 1e6;
    for (let part = 0; part < 20; part++) {
      const { buffer } = new Uint8Array(1_000_000).fill(part);
      structuredClone(buffer, { transfer: [buffer] });
    }
    collectYoungGarbage();
    // V8 frees them beside its work and counts them as freed the next time
    collectYoungGarbage();
    expect(process.memoryUsage().external / 1e6 - before).toBeLessThan(5);
  });
});
