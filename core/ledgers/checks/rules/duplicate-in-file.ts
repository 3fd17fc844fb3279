import { canonicalJson } from '../canonical-json.ts';
import { type CheckContext, reportRow } from '../check-context.ts';
import { isNamedKind } from '../find-again.ts';
import { plainName } from '../names.ts';
import { type DraftTable, type RowDraft, textOf } from '../row-draft.ts';

/**
 * The same thing twice in what is imported: the same code; for rows without codes of their own the same key. Of households with two sites it is said
 * that they stand in two sites. The first row is right until somebody says otherwise.
 */
export function checkDuplicates(context: CheckContext): void {
  const seen = new Map<string, RowDraft>();
  const names = new Map<string, RowDraft>();
  for (const table of context.tables) {
    for (const draft of table.drafts) {
      if (draft.state === 'left_out') continue;
      const key = keyOf(table, draft);
      const first = key === null ? undefined : seen.get(key);
      if (key !== null && first === undefined) seen.set(key, draft);
      if (first !== undefined) reportDuplicate(context, draft, first);
      else checkName(context, draft, names);
    }
  }
}

function keyOf({ kind, ledger, sourceName }: DraftTable, { code, values }: RowDraft): string | null {
  if (kind === 'events') return `events ${canonicalJson(values)}`;
  if (kind === 'ledger_rows')
    return `ledger_rows ${ledger.key.map((name) => String(values[name] ?? sourceName)).join(' ')}`;
  return code;
}

/** New things without codes that have the same name in the same area: perhaps one, perhaps two. */
function checkName(context: CheckContext, draft: RowDraft, names: Map<string, RowDraft>): void {
  const { table, values, isCodeMade } = draft;
  const name = textOf(values.name);
  if (name === null || !isNamedKind(table.kind)) return;
  const area = textOf(values.areaCode) ?? textOf(values.villageCode) ?? '';
  const key = `${table.kind} ${area} ${plainName(name)}`;
  const first = names.get(key);
  if (first === undefined) names.set(key, draft);
  else if (isCodeMade) reportRow(context, draft, describeDuplicate(first, { got: name, severity: 'warning' }));
}

const describeDuplicate = (first: RowDraft, about: { readonly got: string; readonly severity?: 'warning' }) =>
  ({
    rule: 'duplicate_in_file',
    expected: `${first.table.source.name} ${first.source.row}`,
    repairs: [{ kind: 'leave_out' }],
    ...about,
  }) as const;

function reportDuplicate(context: CheckContext, draft: RowDraft, first: RowDraft): void {
  const site = textOf(draft.values.siteCode);
  const firstSite = textOf(first.values.siteCode);
  const isInTwoSites = draft.table.kind === 'households' && site !== null && firstSite !== null && site !== firstSite;
  if (!isInTwoSites) reportRow(context, draft, describeDuplicate(first, { got: draft.code ?? '' }));
  else
    reportRow(context, draft, {
      rule: 'household_in_two_sites',
      field: 'siteCode',
      got: site,
      expected: firstSite,
      repairs: [{ kind: 'leave_out' }],
    });
}
