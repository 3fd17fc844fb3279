import { afterAll, describe, expect, it } from 'vitest';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { getCountyUnderDraft } from '#core/planning/county-under-draft.ts';
import { createSheet } from '#server/sheets/create-sheet.ts';
import { createSheetService } from '#server/sheets/sheet-service.ts';
import { sendDraft } from '#server/sheets/under-draft.ts';
import { numberCommands } from '#tests/support/plan-commands.ts';
import { createSheetSpec } from '#tests/support/sheets.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const county = createTinyCounty();
const draftOf = (siteCode: string) => ({
  basedOn: null,
  commands: numberCommands([{ kind: 'close_site', input: { siteCode } }]),
});

describe('sendDraft', () => {
  const service = createSheetService();
  afterAll(() => service.close());

  it('asks about the county itself, with the draft beside it', () => {
    const context = createIndicatorContext(getCountyUnderDraft(county, draftOf('site-2')));
    const [wish, request] = sendDraft({ kind: 'inspection' }, { context, isUnderPlan: true });
    expect(wish).toEqual({ kind: 'inspection', draft: draftOf('site-2') });
    expect(request.context.recorded).toBe(county);
    expect(request.isUnderPlan).toBe(false);
  });

  it('leaves alone what stands under no draft', () => {
    const request = { context: createIndicatorContext(county), isUnderPlan: false };
    const wish = { kind: 'inspection' };
    expect(sendDraft(wish, request)).toEqual([wish, request]);
  });

  it('makes the sheet that the county under the draft has, and the one without it in turn', async () => {
    const spec = createSheetSpec({ paper: 'A4', map: 'measures' });
    const file = { format: 'svg', page: 1, isPreview: true } as const;
    const underOf = (siteCode: string) => createIndicatorContext(getCountyUnderDraft(county, draftOf(siteCode)));
    const plain = createIndicatorContext(county);
    for (const context of [underOf('site-2'), plain, underOf('site-1'), underOf('site-2')]) {
      const isUnderPlan = context !== plain;
      const made = await service.createSheet(spec, { context, isUnderPlan, file });
      // the thread puts a county under the plans in force by itself, and this one has none that is not in its rows
      expect(Buffer.from(made).equals(await createSheet(spec, { context, file }))).toBe(true);
    }
  });
});
