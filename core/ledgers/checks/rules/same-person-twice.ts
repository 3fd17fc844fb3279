import { type CheckContext, reportRow } from '../check-context.ts';
import type { RowDraft } from '../row-draft.ts';

/** Rows of a table with the same identity number, which the reader found by a hash that it forgot: the first is right. Rows with the same code are duplicates already. */
export function checkSamePersons(context: CheckContext): void {
  for (const { source, drafts } of context.tables) {
    if (source.samePersons.length === 0) continue;
    const byRow = new Map(drafts.map((draft) => [draft.source.row, draft]));
    for (const group of source.samePersons) {
      const [first, ...others] = group.flatMap((row) => byRow.get(row) ?? []);
      for (const draft of others) if (first !== undefined) reportSame(context, draft, first);
    }
  }
}

function reportSame(context: CheckContext, draft: RowDraft, first: RowDraft): void {
  if (draft.state === 'left_out' || (draft.code !== null && draft.code === first.code)) return;
  reportRow(context, draft, {
    rule: 'same_person_twice',
    got: draft.code ?? '',
    expected: `${first.source.row} ${first.code ?? ''}`.trim(),
    repairs: [{ kind: 'leave_out' }],
  });
}
