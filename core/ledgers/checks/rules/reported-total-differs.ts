import type { CountyRows } from '../../../county/county-rows.ts';
import type { IsoDate } from '../../../county/dates.ts';
import type { ReportedTotalRow } from '../../../county/things.ts';
import { type CheckContext, reportRow, reportTable } from '../check-context.ts';
import { type RowDraft, textOf } from '../row-draft.ts';

/** A total may differ from the last one that was reported by this share without an explanation: domain.md section 5, Q1. */
const TOLERATED_SHARE = 0.1;

/** Subjects of reported totals that a household ledger can be held against: target households and people. */
const COUNTED_SUBJECTS: Readonly<Record<string, 'households' | 'people'>> = {
  T1: 'households',
  'T1/households': 'households',
  'T1/people': 'people',
};

/** A reported total that differs from the one before it (same area, subject and recipient) by over 10 % and does not say why. */
export function checkReportedRow(context: CheckContext, draft: RowDraft): void {
  if (draft.table.kind !== 'reported_totals') return;
  const { values } = draft;
  const [areaCode, subject, recipient, on] = [values.areaCode, values.subject, values.recipient, values.on].map(textOf);
  const explanation = textOf(values.explanation) ?? (draft.before as ReportedTotalRow | null)?.explanation ?? null;
  if (typeof values.value !== 'number' || on === null || on === undefined || explanation !== null) return;
  const known = [...context.rows.reportedTotals, ...listImported(context, draft)];
  const last = latestOf(
    known.filter(
      (each) => each.areaCode === areaCode && each.subject === subject && each.recipient === recipient && each.on < on,
    ),
  );
  if (last === undefined || !differs(values.value, last.value)) return;
  reportRow(context, draft, {
    rule: 'reported_total_differs',
    field: 'value',
    got: String(values.value),
    expected: `${last.value} (${last.on})`,
  });
}

/** What of a reported total matters here. */
type Reported = Pick<ReportedTotalRow, 'areaCode' | 'subject' | 'recipient' | 'on' | 'value'>;

/** Other reported totals of the same import. */
function listImported(context: CheckContext, draft: RowDraft): readonly Reported[] {
  return context.tables
    .filter(({ kind }) => kind === 'reported_totals')
    .flatMap(({ drafts }) => drafts)
    .flatMap((other) => {
      const { areaCode, subject, recipient, on, value } = other.values;
      const isRead = [areaCode, subject, recipient, on].every((each) => typeof each === 'string');
      if (other === draft || other.state !== 'good' || !isRead || typeof value !== 'number') return [];
      return [{ areaCode, subject, recipient, on, value } as Reported];
    });
}

/**
 * Target households and people as an import of households would have them, against the last reported total of each area that the table speaks of.
 *
 * @param rows the county as it would be
 */
export function checkReportedCounts(context: CheckContext, rows: CountyRows): void {
  const table = context.tables.find(({ kind }) => kind === 'households');
  if (table === undefined || rows.reportedTotals.length === 0) return;
  const scope = table.mapping.areaCode || rows.code;
  const subjects = new Map<string, ReportedTotalRow[]>();
  for (const total of rows.reportedTotals) {
    const isTouched = total.areaCode.startsWith(scope) || scope.startsWith(total.areaCode);
    if (!isTouched || COUNTED_SUBJECTS[total.subject] === undefined) continue;
    const key = `${total.areaCode} ${total.subject}`;
    subjects.set(key, [...(subjects.get(key) ?? []), total]);
  }
  for (const totals of subjects.values()) {
    const last = latestOf(totals);
    if (last === undefined) continue;
    const count = countTargets(rows, { areaCode: last.areaCode, asOf: table.mapping.asOf, subject: last.subject });
    if (!differs(count, last.value)) continue;
    reportTable(context, table, {
      rule: 'reported_total_differs',
      field: COUNTED_SUBJECTS[last.subject] === 'people' ? 'people' : 'category',
      code: last.areaCode,
      got: String(count),
      expected: `${last.value} (${last.on})`,
    });
  }
}

/** T1 as the indicator counts it: households with a category that were identified by the day, or have no such event. */
function countTargets(
  { households }: CountyRows,
  { areaCode, asOf, subject }: { readonly areaCode: string; readonly asOf: IsoDate; readonly subject: string },
): number {
  let count = 0;
  for (const { settlementCode, category, events, people } of households) {
    if (category === null || !settlementCode.startsWith(areaCode)) continue;
    const identified = events.find(({ kind }) => kind === 'identified');
    if (identified === undefined || identified.on <= asOf) count += COUNTED_SUBJECTS[subject] === 'people' ? people : 1;
  }
  return count;
}

const latestOf = <Row extends Reported>(totals: readonly Row[]): Row | undefined =>
  totals.reduce<Row | undefined>((last, each) => (last === undefined || each.on > last.on ? each : last), undefined);

const differs = (value: number, last: number): boolean => Math.abs(value - last) > TOLERATED_SHARE * Math.abs(last);
