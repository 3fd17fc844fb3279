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
});
