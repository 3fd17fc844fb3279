import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collectYoungGarbage } from '#server/sheets/collect-garbage.ts';
import { ROOT } from '#tests/support/architecture/source-file.ts';

interface MeasuredHeap {
  /** Megabytes in use before the first sheet, and at most while the first and the second forty are drawn. */
  readonly before: number;
  readonly first: number;
  readonly second: number;
}

describe('collectMuchGarbage', () => {
  it('keeps the heap at its height, however much garbage is made and while more and more is kept', () => {
    const script = join(ROOT, 'tests/support/measure-heap.ts');
    const said = execFileSync(process.execPath, ['--import', 'tsx', script], { cwd: ROOT, encoding: 'utf8' });
    const { before, first, second } = JSON.parse(said) as MeasuredHeap;
    expect(first).toBeLessThan(2 * before);
    expect(second).toBeLessThan(1.05 * first);
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
