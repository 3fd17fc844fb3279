import { canonicalJson } from '../canonical-json.ts';
import { type CheckContext, reportRow } from '../check-context.ts';
import { type DraftTable, type RowDraft, textOf } from '../row-draft.ts';

/**
 * The same thing twice in what is imported: the same code; for rows without codes of their own the same key. Of households with two sites it is said
 * that they stand in two sites. The first row is right until somebody says otherwise.
 */
export function checkDuplicates(context: CheckContext): void {
  const seen = new Map<string, RowDraft>();
  for (const table of context.tables) {
    for (const draft of table.drafts) {
      if (draft.state === 'left_out') continue;
      const key = keyOf(table, draft);
      const first = key === null ? undefined : seen.get(key);
      if (key !== null && first === undefined) seen.set(key, draft);
      if (first !== undefined) reportDuplicate(context, draft, first);
    }
  }
}

function keyOf({ kind, ledger, sourceName }: DraftTable, { code, values }: RowDraft): string | null {
  if (kind === 'events') return `events ${canonicalJson(values)}`;
  if (kind === 'ledger_rows')
    return `ledger_rows ${ledger.key.map((name) => String(values[name] ?? sourceName)).join(' ')}`;
  return code;
}

function reportDuplicate(context: CheckContext, draft: RowDraft, first: RowDraft): void {
  const site = textOf(draft.values.siteCode);
  const firstSite = textOf(first.values.siteCode);
  const isInTwoSites = draft.table.kind === 'households' && site !== null && firstSite !== null && site !== firstSite;
  reportRow(context, draft, {
    rule: isInTwoSites ? 'household_in_two_sites' : 'duplicate_in_file',
    ...(isInTwoSites ? { field: 'siteCode' } : {}),
    got: isInTwoSites ? site : (draft.code ?? ''),
    expected: isInTwoSites ? firstSite : `${first.table.source.name} ${first.source.row}`,
    repairs: [{ kind: 'leave_out' }],
  });
}
