import type { HouseholdRow } from '../../../county/things.ts';
import { type CheckContext, reportRow } from '../check-context.ts';
import { type RowDraft, textOf } from '../row-draft.ts';

/** A household that the county has in another site: it may have been assigned anew, so that this is a warning. In one file it is an error, see duplicates. */
export function checkOtherSite(context: CheckContext, draft: RowDraft): void {
  if (draft.table.kind !== 'households' || draft.before === null) return;
  const known = (draft.before as HouseholdRow).relocation?.siteCode ?? null;
  const stated = textOf(draft.values.siteCode);
  if (known === null || stated === null || known === stated) return;
  reportRow(context, draft, {
    rule: 'household_in_two_sites',
    severity: 'warning',
    field: 'siteCode',
    got: stated,
    expected: known,
    repairs: [{ kind: 'keep' }, { kind: 'set', field: 'siteCode', value: known }],
  });
}
