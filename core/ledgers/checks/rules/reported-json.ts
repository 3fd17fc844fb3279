import type { LedgerRow } from '../../../county/things.ts';
import type { RowDraft } from '../row-draft.ts';

/** The values of a row of the ledger `ledger_rows`; nothing where they are no JSON object. */
export function readReportedJson({ values }: RowDraft): LedgerRow['values'] {
  if (typeof values.values !== 'string') return {};
  try {
    const parsed: unknown = JSON.parse(values.values);
    return typeof parsed === 'object' && parsed !== null ? (parsed as LedgerRow['values']) : {};
  } catch {
    return {};
  }
}
