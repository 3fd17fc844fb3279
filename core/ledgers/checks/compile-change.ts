import { isNoChange, ledgerRowKey } from '../../county/apply-county-change.ts';
import { type CountyChange, NO_CHANGE } from '../../county/county-change.ts';
import type { LedgerRow } from '../../county/things.ts';
import type { LedgerKind } from '../ledger.ts';
import { type ListedKind, listOf } from '../ledgers.ts';
import type { CheckContext } from './check-context.ts';
import { type DraftOutcome, isSameValue } from './draft-outcome.ts';
import type { Removal } from './list-removals.ts';
import type { EventfulThing } from './merge-event-drafts.ts';
import { reportedValues } from './reported-values.ts';
import type { AnyRow, DraftTable } from './row-draft.ts';

/** What an import comes to, before it is written as a change. */
export interface Settled {
  /** Of the drafts that are written or say what is known. */
  readonly outcomes: readonly DraftOutcome[];
  readonly eventful: readonly EventfulThing[];
  readonly removals: readonly Removal[];
}

/** The change of a county that settled drafts, histories and removals make. */
export function compileChange(context: CheckContext, settled: Settled): CountyChange {
  const change = { ...compileThings(settled), ...compileLedgerRows(context, settled.outcomes) };
  return { ...change, dataDate: compileDataDate(context, !isNoChange(change)) };
}

/** The same for things alone, without rows as they were reported: what rules about the county as it would be look at. */
export function compileThings({ outcomes, eventful, removals }: Settled): CountyChange {
  const upserts = new Map<LedgerKind, Map<string, AnyRow>>();
  const put = (kind: LedgerKind, code: string, row: AnyRow) => {
    const rows = upserts.get(kind) ?? new Map<string, AnyRow>();
    rows.set(code, row);
    upserts.set(kind, rows);
  };
  for (const { draft, after, kind } of outcomes) {
    if (kind !== 'unchanged' && draft.code !== null) put(draft.table.kind, draft.code, after);
  }
  for (const { kind, code, before, after } of eventful) if (after !== before) put(kind, code, after);
  const removed = new Map<LedgerKind, string[]>();
  for (const { kind, code } of removals) removed.set(kind, [...(removed.get(kind) ?? []), code]);
  return {
    ...NO_CHANGE,
    upserts: Object.fromEntries([...upserts].map(([kind, rows]) => [listOf(kind as ListedKind), [...rows.values()]])),
    removed: Object.fromEntries([...removed].map(([kind, codes]) => [listOf(kind as ListedKind), codes])),
  };
}

/** The county is as new as its newest table, when that says anything new. */
function compileDataDate({ rows, tables }: CheckContext, isChange: boolean): string | null {
  const latest = tables.map(({ mapping }) => mapping.asOf).reduce((a, b) => (a > b ? a : b), rows.dataDate);
  return isChange && latest > rows.dataDate ? latest : null;
}

/** Ledger rows that come and go: those of the ledger `ledger_rows`, and household ledgers as they were reported. */
function compileLedgerRows(
  context: CheckContext,
  outcomes: readonly DraftOutcome[],
): Pick<CountyChange, 'ledgerRows' | 'removedLedgerRows'> {
  const known = new Map(context.rows.ledgerRows.map((row) => [ledgerRowKey(row), row]));
  const stated = outcomes.flatMap(({ draft, after }) =>
    draft.table.kind === 'ledger_rows' ? [after as unknown as LedgerRow] : [],
  );
  const hasOwn = context.tables.some(({ kind }) => kind === 'ledger_rows');
  const reporting = hasOwn ? [] : context.tables.filter((table) => isNews(table, outcomes));
  const reported = reporting.flatMap(reportTable);
  const incoming = new Map([...stated, ...reported].map((row) => [ledgerRowKey(row), row]));
  const spokenOf = new Set(reported.map(({ source, villageCode }) => `${source} ${villageCode}`));
  const replacing = [...reporting, ...context.tables.filter(({ kind }) => kind === 'ledger_rows')].filter(
    ({ mapping }) => mapping.mode === 'replace',
  );
  // a ledger of the same name and village takes the place of the former one, whatever rows that had
  const isReplaced = ({ source, villageCode }: LedgerRow) =>
    spokenOf.has(`${source} ${villageCode}`) ||
    replacing.some(({ mapping }) => villageCode.startsWith(mapping.areaCode));
  const removed = context.rows.ledgerRows.filter((row) => !incoming.has(ledgerRowKey(row)) && isReplaced(row));
  return {
    ledgerRows: [...incoming].flatMap(([key, row]) => (isSameValue(known.get(key), row) ? [] : [row])),
    removedLedgerRows: removed.map(({ source, villageCode, rowNumber }) => ({ source, villageCode, rowNumber })),
  };
}

/** Whether a household ledger says anything that is not known: one that was exported and comes back unchanged reports nothing. */
function isNews(table: DraftTable, outcomes: readonly DraftOutcome[]): boolean {
  if (table.kind !== 'households') return false;
  const unchanged = outcomes.filter(({ draft, kind }) => draft.table === table && kind === 'unchanged').length;
  return unchanged < table.drafts.length;
}

/** Every row of a household ledger, those that were left out included: what was reported twice was reported twice. */
const reportTable = ({ drafts, sourceName }: DraftTable): readonly LedgerRow[] =>
  drafts.map((draft) => ({
    source: sourceName,
    rowNumber: draft.source.row,
    ...reportedValues(draft),
    householdCode: draft.code,
  }));
