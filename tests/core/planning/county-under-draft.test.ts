import { describe, expect, it } from 'vitest';
import type { PlanEdit } from '#core/county/plan.ts';
import { findDraftSource, getCountyUnderDraft } from '#core/planning/county-under-draft.ts';
import { getPlannedCounty } from '#core/planning/planned-county.ts';
import { numberCommands } from '#tests/support/plan-commands.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const closing = (siteCode: string): PlanEdit => ({ kind: 'close_site', input: { siteCode } });
const draftOf = (...edits: readonly PlanEdit[]) => ({ basedOn: null, commands: numberCommands(edits) });

describe('getCountyUnderDraft', () => {
  const base = createTinyCounty();

  it('gives the same county for the same commands, and what they arrange', () => {
    const draft = draftOf(closing('site-2'));
    const county = getCountyUnderDraft(base, draft);
    expect(getCountyUnderDraft(base, draftOf(closing('site-2')))).toBe(county);
    expect(county).toEqual(getPlannedCounty(base).withDraft(null, draft.commands).county);
    expect(findDraftSource(county)).toEqual({ base, draft });
  });

  it('sees a changed draft, and another county', () => {
    const county = getCountyUnderDraft(base, draftOf(closing('site-2')));
    expect(getCountyUnderDraft(base, draftOf(closing('site-1')))).not.toBe(county);
    expect(getCountyUnderDraft(createTinyCounty(), draftOf(closing('site-2')))).not.toBe(county);
  });

  it('keeps the last two', () => {
    const first = getCountyUnderDraft(base, draftOf(closing('site-2')));
    getCountyUnderDraft(base, draftOf(closing('site-1')));
    getCountyUnderDraft(base, draftOf(closing('site-1'), closing('site-2')));
    expect(getCountyUnderDraft(base, draftOf(closing('site-2')))).not.toBe(first);
  });

  it('names no source for a county that no draft has changed', () => {
    expect(getCountyUnderDraft(base, draftOf())).toBe(base);
    expect(findDraftSource(base)).toBeUndefined();
  });
});
