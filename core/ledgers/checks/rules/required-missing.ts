import type { Repair } from '../../import-finding.ts';
import { type CheckContext, reportRow } from '../check-context.ts';
import { type RowDraft, textOf } from '../row-draft.ts';

/**
 * A new thing needs its code and every required field; a field that is required with another needs a value where that one has one, now or in the
 * county. What a known thing has and the table does not say stays as it is.
 */
export function checkRequired(context: CheckContext, draft: RowDraft): void {
  const { table, values } = draft;
  if (draft.state !== 'good') return;
  if (draft.before === null) {
    if (draft.code === null && table.ledger.key.length === 1 && table.ledger.key[0] === 'code')
      reportRow(context, draft, { rule: 'required_missing', field: 'code' });
    for (const { name, required, finds } of table.ledger.fields) {
      if (required && finds === undefined && isEmpty(values[name])) reportMissing(context, draft, name);
    }
  }
  for (const { name, requiredWith } of table.ledger.fields) {
    if (requiredWith === undefined || isEmpty(values[requiredWith]) || !isEmpty(values[name])) continue;
    if (!hasBefore(draft, requiredWith, name)) reportMissing(context, draft, name);
  }
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null;

/** Whether the stored thing has both values already, so that nothing is missing. */
function hasBefore({ table, before }: RowDraft, requiredWith: string, name: string): boolean {
  if (before === null) return false;
  const { values } = table.ledger.toEntry(before, { asOf: table.mapping.asOf });
  return !isEmpty(values[requiredWith]) && !isEmpty(values[name]);
}

function reportMissing(context: CheckContext, draft: RowDraft, field: string): void {
  if (draft.state !== 'good') return;
  reportRow(context, draft, { rule: 'required_missing', field, repairs: proposeHolder(context, draft, field) });
}

/** The area in which the place of the row lies, the only settlement of its village. */
function proposeHolder({ things }: CheckContext, { values, geometry }: RowDraft, field: string): readonly Repair[] {
  if (field === 'areaCode' || field === 'villageCode') {
    const code = geometry?.type === 'Point' ? things.areaAt(geometry.coordinates) : undefined;
    const fits = code !== undefined && (field === 'areaCode' || code.length === 12);
    return fits ? [{ kind: 'set', field, value: code }] : [];
  }
  const village = textOf(values.villageCode);
  if (field !== 'settlementCode' || village === null) return [];
  const within = things.listNamed('settlements', village);
  const [only] = within;
  return only !== undefined && within.length === 1 ? [{ kind: 'set', field, value: only.code }] : [];
}
