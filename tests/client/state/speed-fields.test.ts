import { describe, expect, it } from 'vitest';
import { createSpeedDraft, readSpeedDraft } from '#client/state/speed-fields.ts';
import { DEFAULT_SPEEDS } from '#core/county/speed-table.ts';

describe('readSpeedDraft', () => {
  it('gives back the table that was not touched', () => {
    const { version: _, ...speeds } = DEFAULT_SPEEDS;
    expect(readSpeedDraft(createSpeedDraft(DEFAULT_SPEEDS), 'zh')).toEqual({ speeds });
  });

  it('says which number is out of its bounds, and what they are', () => {
    const draft = { ...createSpeedDraft(DEFAULT_SPEEDS), gravelKmh: '150' };
    expect(readSpeedDraft(draft, 'en')).toEqual({ fault: expect.stringMatching(/Gravel.*1 to 120/) });
    expect(readSpeedDraft({ ...draft, gravelKmh: '' }, 'zh')).toEqual({ fault: expect.stringContaining('砂石') });
  });

  it('asks for a source', () => {
    const draft = { ...createSpeedDraft(DEFAULT_SPEEDS), source: '  ' };
    expect(readSpeedDraft(draft, 'zh')).toEqual({ fault: '请写明来源。' });
  });
});
