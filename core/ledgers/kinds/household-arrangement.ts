import type { ArrangementKind } from '../../county/kinds.ts';
import type { ArrangementRow, HouseholdRow } from '../../county/things.ts';
import { createField } from '../create-field.ts';
import type { LedgerValue } from '../ledger.ts';
import type { LedgerPart } from '../ledger-part.ts';

/** The relocation arrangement of a household: four columns that are all empty when it is not to be moved. */
export const arrangementPart: LedgerPart<HouseholdRow> = {
  fields: [
    createField('arrangement', 'choice', { short: 'ARRANGE', choices: 'arrangement' }),
    createField('siteCode', 'code', { short: 'SITECODE', refersTo: ['sites'] }),
    createField('plannedYear', 'year', { short: 'PLANYEAR', requiredWith: 'arrangement' }),
    createField('retainedReason', 'text', { short: 'RETAINED' }),
  ],
  fill: (values, { relocation }) => {
    values.arrangement = relocation?.kind ?? null;
    values.siteCode = relocation?.siteCode ?? null;
    values.plannedYear = relocation?.plannedYear ?? null;
    values.retainedReason = relocation?.retainedReason ?? null;
  },
  apply: (draft, { values }) => {
    const known = draft.relocation;
    const kind = values.arrangement === undefined ? known?.kind : values.arrangement;
    if (typeof kind !== 'string') {
      draft.relocation = null;
      return;
    }
    const plannedYear = values.plannedYear ?? known?.plannedYear;
    if (typeof plannedYear !== 'number')
      throw new Error('Got an arrangement without plannedYear when expected the year in which the household moves.');
    const next: ArrangementRow = {
      kind: kind as ArrangementKind,
      siteCode: kind === 'centralised' ? stated(values.siteCode, known?.siteCode) : null,
      plannedYear,
      retainedReason: stated(values.retainedReason, known?.retainedReason),
    };
    draft.relocation = next;
  },
};

/** What an entry says of a text that may be unknown, else what was known. */
function stated(value: LedgerValue | undefined, known: string | null | undefined): string | null {
  if (value === undefined) return known ?? null;
  return typeof value === 'string' ? value : null;
}
