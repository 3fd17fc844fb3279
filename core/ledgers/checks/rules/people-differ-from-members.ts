import { type CheckContext, reportRow } from '../check-context.ts';
import type { RowDraft } from '../row-draft.ts';
import { readReportedJson } from './reported-json.ts';

/** The number of people of a household differs from the number of members that the same row gives. */
export function checkMembers(context: CheckContext, draft: RowDraft): void {
  const { kind } = draft.table;
  if (kind !== 'households' && kind !== 'ledger_rows') return;
  const { people, members } = kind === 'households' ? draft.values : readReportedJson(draft);
  if (typeof people !== 'number' || typeof members !== 'number' || people === members) return;
  reportRow(context, draft, {
    rule: 'people_differ_from_members',
    field: kind === 'households' ? 'people' : 'values',
    got: String(people),
    expected: String(members),
    repairs: kind === 'households' ? [{ kind: 'keep' }, { kind: 'set', field: 'people', value: members }] : [],
  });
}
