import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPdfContent } from '#server/sheets/writers/pdf-content.ts';
import { formatPlace } from '#server/sheets/writers/pdf-numbers.ts';

const read = (streams: readonly Uint8Array[]): string =>
  streams.map((bytes) => inflateSync(bytes).toString('latin1')).join('');

describe('createPdfContent', () => {
  it('writes operators and contours in the order of being added', async () => {
    const content = createPdfContent();
    content.add('q');
    content.addContours([[0, -0.004, 12.5, 1189.03, -3.1, 7]], true);
    content.add('S\nQ');
    expect(read(await content.finish())).toBe('q\n0 0 m\n12.5 1189.03 l\n-3.1 7 l\nh\nS\nQ\n');
  });

  it('writes places as the numbers of texts are written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ min: -20_000, max: 20_000, noNaN: true }), async (value) => {
        const content = createPdfContent();
        content.addContours([[value, value]], false);
        expect(read(await content.finish())).toBe(`${formatPlace(value)} ${formatPlace(value)} m\n`);
      }),
      { seed: 20_261_123, numRuns: 300 },
    );
  });

  it('packs a large page as several streams, none of them cut inside a line', async () => {
    const content = createPdfContent();
    for (let i = 0; i < 300_000; i++) content.addContours([[i / 100, i / 50, i / 25, i / 10]], false);
    const streams = await content.finish();
    expect(streams.length).toBeGreaterThan(2);
    expect(streams.every((bytes) => inflateSync(bytes).at(-1) === 10)).toBe(true);
    expect(read(streams).split('\n')).toHaveLength(600_001);
  });

  it('refuses what is no place', () => {
    expect(() => createPdfContent().addContours([[0, Number.NaN]], false)).toThrow(RangeError);
    expect(() => createPdfContent().addContours([[Infinity, 0]], false)).toThrow(RangeError);
  });
});
