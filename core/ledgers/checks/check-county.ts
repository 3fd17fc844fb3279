import { applyCountyChange } from '../../county/apply-county-change.ts';
import type { CountyRows } from '../../county/county-rows.ts';
import type { LedgerKind } from '../ledger.ts';
import type { CheckContext } from './check-context.ts';
import { compileThings, type Settled } from './compile-change.ts';
import type { CountyDraft } from './county-draft.ts';
import { type DraftOutcome, settleDraft } from './draft-outcome.ts';
import { listRemovals, type Removal } from './list-removals.ts';
import { mergeEventDrafts } from './merge-event-drafts.ts';
import type { AnyRow, RowDraft } from './row-draft.ts';
import { checkAreas } from './rules/areas.ts';
import { checkCapacity } from './rules/capacity-exceeded.ts';
import { createReferenceCheck } from './rules/code-unknown.ts';
import { keepNeeded } from './rules/removed-but-needed.ts';
import { checkReportedCounts } from './rules/reported-total-differs.ts';
import { checkRoads } from './rules/roads.ts';

/**
 * Makes rows of the drafts that passed their own rules, checks the county as it would be, and says what is settled: rows that refer to nothing are
 * held last, when it is known what comes and what is left out.
 */
export function checkCounty(context: CheckContext): Settled {
  const draft = createCountyDraft(context);
  const { outcomes } = draft;
  const removals = listRemovals(context);
  const after = () => applyCountyChange(context.rows, compileThings(settle(draft, [])));
  if (hasKind(outcomes, ['areas'])) checkAreas(draft, after());
  if (hasKind(outcomes, ['segments'])) checkRoads(draft, after());
  const checkReferences = createReferenceCheck(context);
  for (const each of [...outcomes.keys(), ...listEventDrafts(context)]) {
    if (each.state !== 'good') continue;
    const findingCount = context.findings.length;
    checkReferences(each);
    if (context.findings.length > findingCount) draft.settleAgain(each);
  }
  const removed = removals.length === 0 ? removals : keepNeeded(context, removals, after());
  const settled = settle(draft, removed);
  checkCounts(draft, settled);
  return settled;
}

/** Rules that count households of the county as it would be. */
function checkCounts(draft: CountyDraft, settled: Settled): void {
  const { context, outcomes } = draft;
  if (!hasKind(outcomes, ['households', 'sites'])) return;
  const rows: CountyRows = applyCountyChange(context.rows, compileThings(settled));
  checkCapacity(draft, rows);
  checkReportedCounts(context, rows);
}

function createCountyDraft(context: CheckContext): CountyDraft {
  const outcomes = new Map<RowDraft, DraftOutcome>();
  const settleAgain = (draft: RowDraft) => {
    if (draft.table.kind === 'events') return;
    if (draft.state === 'good') outcomes.set(draft, settleDraft(draft));
    else outcomes.delete(draft);
  };
  for (const { drafts } of context.tables) for (const draft of drafts) if (draft.state === 'good') settleAgain(draft);
  return { context, outcomes, settleAgain };
}

function settle({ context, outcomes }: CountyDraft, removals: readonly Removal[]): Settled {
  const brought = new Map<string, AnyRow>();
  for (const { draft, after } of outcomes.values()) if (draft.code !== null) brought.set(draft.code, after);
  const rowAfter = (kind: LedgerKind, code: string) => brought.get(code) ?? context.things.rowOf(kind, code);
  return {
    outcomes: [...outcomes.values()],
    eventful: mergeEventDrafts(context.tables, context, rowAfter),
    removals,
  };
}

const listEventDrafts = ({ tables }: CheckContext): readonly RowDraft[] =>
  tables.flatMap(({ kind, drafts }) => (kind === 'events' ? drafts : []));

/** Whether something of one of the kinds is new or changed. */
function hasKind(outcomes: ReadonlyMap<RowDraft, DraftOutcome>, kinds: readonly LedgerKind[]): boolean {
  for (const { draft, kind } of outcomes.values())
    if (kind !== 'unchanged' && kinds.includes(draft.table.kind)) return true;
  return false;
}
