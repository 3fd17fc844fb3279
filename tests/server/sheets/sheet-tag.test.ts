import { describe, expect, it } from 'vitest';
import { buildCounty } from '#core/county/build-county.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { createSheetTags, type SheetIdentity } from '#server/sheets/sheet-tag.ts';
import { createSheetSpec } from '#tests/support/sheets.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

const identity = (time: string, program = '0.4.0 v20'): SheetIdentity => ({
  program,
  findRevisionTime: async () => new Date(time),
});
/** The tag that one start of the server gives. */
const tagOf = (of: SheetIdentity | undefined, { revision = 1, isUnderPlan = false, paper = 'A4' } = {}) =>
  createSheetTags(of)(
    { spec: createSheetSpec({ paper }), file: { format: 'pdf' } },
    { context: createIndicatorContext(buildCounty(createTinyCountyRows(), revision)), isUnderPlan },
  );
const NOON = '2026-11-22T04:00:00.000Z';

describe('createSheetTags', () => {
  it('gives the same tag at every start for the same sheet of the same data', async () => {
    expect(await tagOf(identity(NOON))).toBe(await tagOf(identity(NOON)));
  });

  it('tells apart papers, revisions, programs, and the same revision of a restored backup', async () => {
    const tags = [
      await tagOf(identity(NOON)),
      await tagOf(identity(NOON), { paper: 'A3' }),
      await tagOf(identity(NOON), { revision: 2 }),
      await tagOf(identity(NOON, '0.5.0 v20')),
      await tagOf(identity('2026-11-22T04:00:00.001Z')),
    ];
    expect(new Set(tags).size).toBe(tags.length);
  });

  it('holds no longer than the county in memory under a draft, which changes without a revision', async () => {
    expect(await tagOf(identity(NOON), { isUnderPlan: true })).not.toBe(
      await tagOf(identity(NOON), { isUnderPlan: true }),
    );
  });
});
