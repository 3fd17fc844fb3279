import { afterAll, describe, expect, it, vi } from 'vitest';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { createSheetService } from '#server/sheets/sheet-service.ts';
import { createSheetSpec } from '#tests/support/sheets.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

/** For the tests that do not end its threads: starting them takes longer than what is asked of them. */
const shared = createSheetService();
/** The same with one thread for a batch. */
const alone = createSheetService({ canShare: false });
afterAll(async () => {
  await shared.close();
  await alone.close();
});

describe('createSheetService', () => {
  it('makes a sheet in its thread, after warming it up', async () => {
    const context = createIndicatorContext(createTinyCounty());
    await shared.warm({ context });
    const pdf = await shared.createSheet(createSheetSpec({ paper: 'A4' }), { context });
    expect(new TextDecoder().decode(pdf.subarray(0, 5))).toBe('%PDF-');
  });

  it('warms without failing for a county that no sheet can be made of', async () => {
    const context = createIndicatorContext({ ...createTinyCounty(), code: '000000' });
    await expect(shared.warm({ context })).resolves.toBeUndefined();
  });

  it('writes many sheets as one PDF while it tells how far it is, and leaves out what cannot be made', async () => {
    const context = createIndicatorContext(createTinyCounty());
    const chunks: Uint8Array[] = [];
    const progress: number[] = [];
    const spec = createSheetSpec({ paper: 'A4' });
    const failed = await shared.makePages(
      [
        { spec, bookmark: { title: 'a', level: 0 } },
        { spec: { ...spec, areaCode: '529902999' } },
        { spec: { ...spec, map: 'targets' } },
      ],
      {
        context,
        file: { title: '图集', language: 'zh', asOf: spec.asOf },
        write: (bytes) => void chunks.push(bytes),
        onProgress: (done) => void progress.push(done),
      },
    );
    expect(failed).toMatchObject([{ index: 1, error: { code: 'unknown_area' } }]);
    expect(progress.at(-1)).toBe(3);
    expect(progress.length).toBeGreaterThan(1);
    const pdf = Buffer.concat(chunks).toString('latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf.trimEnd().endsWith('%%EOF')).toBe(true);
  });

  it('begins no further sheet of a batch that was given up, and makes the next one', async () => {
    const context = createIndicatorContext(createTinyCounty());
    const spec = createSheetSpec({ paper: 'A4' });
    const file = { title: '图集', language: 'zh', asOf: spec.asOf } as const;
    const givenUp = new AbortController();
    let parts = 0;
    const made = shared.makePages([{ spec }, { spec }, { spec }], {
      context,
      file,
      signal: givenUp.signal,
      write: () => {
        parts += 1;
        givenUp.abort();
      },
    });
    await expect(made).rejects.toThrow(/abort/i);
    expect(parts).toBe(1);
    await expect(shared.makePages([{ spec }], { context, file, write: () => undefined })).resolves.toEqual([]);
  });

  it('gives the same bytes whether one thread or two make a batch', async () => {
    const context = createIndicatorContext(createTinyCounty());
    const spec = createSheetSpec({ paper: 'A4' });
    const file = { title: '图集', language: 'zh', asOf: spec.asOf } as const;
    const maps = ['progress', 'targets', 'measures', 'industry'] as const;
    const pages = Array.from({ length: 12 }, (_, i) => ({
      spec: { ...spec, map: maps[i % maps.length] ?? 'progress', ...(i === 5 && { areaCode: '529902999' }) },
      label: `P${i}`,
    }));
    const make = async (service: typeof shared): Promise<Buffer> => {
      const chunks: Uint8Array[] = [];
      const failed = await service.makePages(pages, { context, file, write: (bytes) => void chunks.push(bytes) });
      expect(failed.map(({ index }) => index)).toEqual([5]);
      return Buffer.concat(chunks);
    };
    expect((await make(alone)).equals(await make(shared))).toBe(true);
  });

  it('leaves out a sheet at which the program itself fails, with a sentence, and makes the others', async () => {
    const context = createIndicatorContext(createTinyCounty());
    const spec = createSheetSpec({ paper: 'A4' });
    const broken = { ...spec, options: undefined } as unknown as typeof spec;
    // the warning is what is looked for: it need not stand in the log of the tests
    const warn = vi.spyOn(process, 'emitWarning').mockReturnValue();
    try {
      const options = {
        context,
        file: { title: '图集', language: 'zh', asOf: spec.asOf },
        write: () => undefined,
      } as const;
      const failed = await alone.makePages([{ spec: broken }, { spec }], options);
      expect(failed).toMatchObject([{ index: 0, error: { code: 'sheet_failed' } }]);
      expect(warn.mock.calls.join('')).toContain('TypeError');
      const none = alone.makePages([{ spec: { ...spec, areaCode: '529902999' } }, { spec: broken }], options);
      await expect(none).rejects.toMatchObject({
        code: 'no_sheet_made',
        details: { count: 2, reason: expect.stringContaining('529902999') },
      });
    } finally {
      warn.mockRestore();
    }
  });

  it('says so when its thread ends in the middle of a batch, and makes the next one in a new thread', async () => {
    const context = createIndicatorContext(createTinyCounty());
    const spec = createSheetSpec({ paper: 'A4' });
    const pages = Array.from({ length: 9 }, () => ({ spec }));
    const file = { title: '图集', language: 'zh', asOf: spec.asOf } as const;
    const lost = shared.makePages(pages, { context, file, write: () => shared.close() });
    await expect(lost).rejects.toMatchObject({ code: 'sheet_thread_lost' });
    await expect(shared.makePages(pages, { context, file, write: () => undefined })).resolves.toEqual([]);
  });
});
