import { describe, expect, it } from 'vitest';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { createSheetService } from '#server/sheets/sheet-service.ts';
import { createSheetSpec } from '#tests/support/sheets.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

describe('createSheetService', () => {
  it('makes a sheet in its thread, after warming it up', async () => {
    const service = createSheetService();
    const context = createIndicatorContext(createTinyCounty());
    try {
      await service.warm({ context });
      const pdf = await service.createSheet(createSheetSpec({ paper: 'A4' }), { context });
      expect(new TextDecoder().decode(pdf.subarray(0, 5))).toBe('%PDF-');
    } finally {
      await service.close();
    }
  });

  it('warms without failing for a county that no sheet can be made of', async () => {
    const service = createSheetService();
    const context = createIndicatorContext({ ...createTinyCounty(), code: '000000' });
    try {
      await expect(service.warm({ context })).resolves.toBeUndefined();
    } finally {
      await service.close();
    }
  });

  it('writes many sheets as one PDF while it tells how far it is, and leaves out what cannot be made', async () => {
    const service = createSheetService();
    const context = createIndicatorContext(createTinyCounty());
    const chunks: Uint8Array[] = [];
    const progress: number[] = [];
    try {
      const spec = createSheetSpec({ paper: 'A4' });
      const failed = await service.makePages(
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
    } finally {
      await service.close();
    }
  });

  it('begins no further sheet of a batch that was given up, and makes the next one', async () => {
    const service = createSheetService();
    const context = createIndicatorContext(createTinyCounty());
    const spec = createSheetSpec({ paper: 'A4' });
    const file = { title: '图集', language: 'zh', asOf: spec.asOf } as const;
    const givenUp = new AbortController();
    let parts = 0;
    try {
      const made = service.makePages([{ spec }, { spec }, { spec }], {
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
      await expect(service.makePages([{ spec }], { context, file, write: () => undefined })).resolves.toEqual([]);
    } finally {
      await service.close();
    }
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
    const make = async (canShare: boolean): Promise<Buffer> => {
      const service = createSheetService({ canShare });
      const chunks: Uint8Array[] = [];
      try {
        const failed = await service.makePages(pages, { context, file, write: (bytes) => void chunks.push(bytes) });
        expect(failed.map(({ index }) => index)).toEqual([5]);
        return Buffer.concat(chunks);
      } finally {
        await service.close();
      }
    };
    const [alone, together] = [await make(false), await make(true)];
    expect(alone.equals(together)).toBe(true);
  });

  it('leaves out a sheet at which the program itself fails, with a sentence, and makes the others', async () => {
    const service = createSheetService({ canShare: false });
    const context = createIndicatorContext(createTinyCounty());
    const spec = createSheetSpec({ paper: 'A4' });
    const broken = { ...spec, options: undefined } as unknown as typeof spec;
    const warnings: string[] = [];
    const hear = ({ message }: Error): void => void warnings.push(message);
    process.on('warning', hear);
    try {
      const options = {
        context,
        file: { title: '图集', language: 'zh', asOf: spec.asOf },
        write: () => undefined,
      } as const;
      const failed = await service.makePages([{ spec: broken }, { spec }], options);
      expect(failed).toMatchObject([{ index: 0, error: { code: 'sheet_failed' } }]);
      await new Promise((resolve) => setImmediate(resolve));
      expect(warnings.join('')).toContain('TypeError');
      const none = service.makePages([{ spec: { ...spec, areaCode: '529902999' } }, { spec: broken }], options);
      await expect(none).rejects.toMatchObject({
        code: 'no_sheet_made',
        details: { count: 2, reason: expect.stringContaining('529902999') },
      });
    } finally {
      process.off('warning', hear);
      await service.close();
    }
  });

  it('says so when its thread ends in the middle of a batch, and makes the next one in a new thread', async () => {
    const service = createSheetService();
    const context = createIndicatorContext(createTinyCounty());
    const spec = createSheetSpec({ paper: 'A4' });
    const pages = Array.from({ length: 9 }, () => ({ spec }));
    const file = { title: '图集', language: 'zh', asOf: spec.asOf } as const;
    try {
      const lost = service.makePages(pages, { context, file, write: () => service.close() });
      await expect(lost).rejects.toMatchObject({ code: 'sheet_thread_lost' });
      await expect(service.makePages(pages, { context, file, write: () => undefined })).resolves.toEqual([]);
    } finally {
      await service.close();
    }
  });
});
