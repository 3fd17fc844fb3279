import { CAUSES } from '../../../county/kinds.ts';
import { type CheckContext, reportRow } from '../check-context.ts';
import type { RowDraft } from '../row-draft.ts';
import { readReportedJson } from './reported-json.ts';

/** Households by main cause (`cause_<cause>`) that do not add up to the households of the same reported row. */
export function checkCauses(context: CheckContext, draft: RowDraft): void {
  if (draft.table.kind !== 'ledger_rows') return;
  const reported = readReportedJson(draft);
  const causes = CAUSES.map((cause) => reported[`cause_${cause}`]).filter((value) => typeof value === 'number');
  if (causes.length === 0 || typeof reported.households !== 'number') return;
  const sum = causes.reduce((total, value) => total + value, 0);
  if (sum === reported.households) return;
  reportRow(context, draft, {
    rule: 'causes_do_not_add_up',
    field: 'values',
    got: String(sum),
    expected: String(reported.households),
  });
}
