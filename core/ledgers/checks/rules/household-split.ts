import { type CheckContext, reportRow } from '../check-context.ts';
import { type RowDraft, textOf } from '../row-draft.ts';
import { readReportedJson } from './reported-json.ts';

/** One registered household (户籍户) under two household codes: it was split, perhaps to be counted twice. */
export function checkSplitHouseholds(context: CheckContext): void {
  for (const { kind, drafts } of context.tables) {
    if (kind !== 'households' && kind !== 'ledger_rows') continue;
    const first = new Map<string, string>();
    for (const draft of drafts) {
      if (draft.state === 'left_out') continue;
      const { registered, code } = readRegistered(draft);
      if (registered === null || code === null) continue;
      const known = first.get(registered);
      if (known === undefined) first.set(registered, code);
      else if (known !== code)
        reportRow(context, draft, {
          rule: 'household_split',
          field: 'registeredHousehold',
          got: code,
          expected: known,
        });
    }
  }
}

function readRegistered(draft: RowDraft): { readonly registered: string | null; readonly code: string | null } {
  if (draft.table.kind === 'households')
    return { registered: textOf(draft.values.registeredHousehold), code: draft.code };
  const reported = readReportedJson(draft).registeredHousehold;
  return {
    registered: typeof reported === 'string' && reported !== '' ? `${draft.values.source} ${reported}` : null,
    code: textOf(draft.values.householdCode),
  };
}
