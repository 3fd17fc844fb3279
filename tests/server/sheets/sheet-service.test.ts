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
});
