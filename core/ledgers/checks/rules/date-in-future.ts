import type { LedgerField } from '../../ledger.ts';
import { type CheckContext, reportRow } from '../check-context.ts';
import type { DraftTable, RowDraft } from '../row-draft.ts';

/** Dates that are plans: deadlines, when works begin, from when to when somebody answers and works stop. */
const PLANNED_FIELDS: readonly string[] = ['deadline', 'startsOn', 'from', 'to'];

const datesOfTables = new WeakMap<DraftTable, readonly LedgerField[]>();

/** What happened cannot be dated after the county's data date and the date of the table. */
export function checkDates(context: CheckContext, draft: RowDraft): void {
  const { table } = draft;
  const latest = table.mapping.asOf > context.today ? table.mapping.asOf : context.today;
  const fields = datesOfTables.get(table) ?? listDates(table);
  datesOfTables.set(table, fields);
  for (const { name, required } of fields) {
    const date = draft.values[name];
    if (typeof date !== 'string' || date <= latest) continue;
    const repairs = required ? [] : [{ kind: 'clear', field: name } as const];
    reportRow(context, draft, {
      rule: 'date_in_future',
      field: name,
      got: date,
      expected: `\u2264 ${latest}`,
      repairs,
    });
  }
}

const listDates = ({ fields }: DraftTable): readonly LedgerField[] =>
  fields
    .map(({ field }) => field)
    .filter(({ name, type }) => type === 'event_date' || (type === 'date' && !PLANNED_FIELDS.includes(name)));
