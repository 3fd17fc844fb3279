import { afterEach, describe, expect, it, vi } from 'vitest';
import { keepForms, readKeptForms } from '#client/state/choices-memory.ts';
import { INITIAL_CHOOSE_FORM } from '#client/state/choose-form.ts';
import { createProgrammeForm } from '#client/state/programme-form.ts';

/** A tab's memory in a test. */
function stubMemory(): Map<string, string> {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  return kept;
}

afterEach(() => vi.unstubAllGlobals());

describe('readKeptForms', () => {
  it('gives back what was kept of the county, and of no other', () => {
    stubMemory();
    const chooseForm = { ...INITIAL_CHOOSE_FORM, sites: '12', picks: { A01: 'required' as const } };
    const programmeForm = createProgrammeForm(2026, 2027);
    keepForms('529901', { chooseForm, programmeForm });
    expect(readKeptForms('529901')).toEqual({ chooseForm, programmeForm });
    expect(readKeptForms('529902')).toEqual({ chooseForm: INITIAL_CHOOSE_FORM, programmeForm: null });
  });

  it.each(['{', '{"chooseForm":{"problem":"nonsense"},"programmeForm":null}', 'null'])(
    'begins anew where the memory holds %s',
    (written) => {
      stubMemory().set('guatu.choices.529901', written);
      expect(readKeptForms('529901')).toEqual({ chooseForm: INITIAL_CHOOSE_FORM, programmeForm: null });
    },
  );

  it('begins anew where the browser gives no memory', () => {
    vi.stubGlobal('sessionStorage', undefined);
    expect(readKeptForms('529901').chooseForm).toEqual(INITIAL_CHOOSE_FORM);
  });
});
