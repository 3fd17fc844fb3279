import type { CheckContext } from './check-context.ts';
import { indexChoices } from './check-context.ts';
import { checkCounty } from './check-county.ts';
import type { CheckedFinding, CheckInput, CheckProgress, CheckResult } from './check-input.ts';
import { compileChange, type Settled } from './compile-change.ts';
import { createThingFinder } from './find-again.ts';
import { type Identification, identifyDraft } from './identify-draft.ts';
import { countByLedger, listDifferences } from './list-differences.ts';
import { createConverters } from './locate-draft.ts';
import { createCodeMaker } from './make-codes.ts';
import { checkEvent } from './merge-event-drafts.ts';
import { type OpenTable, openTables } from './open-tables.ts';
import { readDraft } from './read-draft.ts';
import { resolveLookups } from './resolve-lookups.ts';
import type { RowDraft } from './row-draft.ts';
import { checkCauses } from './rules/causes-do-not-add-up.ts';
import { checkDates } from './rules/date-in-future.ts';
import { checkDuplicates } from './rules/duplicate-in-file.ts';
import { checkGeometry } from './rules/geometry.ts';
import { checkOtherSite } from './rules/household-in-two-sites.ts';
import { checkSplitHouseholds } from './rules/household-split.ts';
import { checkVillage } from './rules/outside-village.ts';
import { checkMembers } from './rules/people-differ-from-members.ts';
import { checkPlaced, locateDraft, reportUnknownCrs } from './rules/position.ts';
import { checkReportedRow } from './rules/reported-total-differs.ts';
import { checkRequired } from './rules/required-missing.ts';
import { checkSamePersons } from './rules/same-person-twice.ts';
import { checkTotals } from './rules/totals-differ.ts';
import { createThingIndex } from './thing-index.ts';

/** Rows between two reports of progress. */
const ROWS_AT_A_TIME = 500;

/**
 * Checks what files would bring to a county, carries out the repairs that were chosen, and says what would change. Nothing is written. Rows are read,
 * placed, given their code and compared one by one; then with each other; then the county as it would be. An error holds its row until it is repaired
 * or left out by choice.
 *
 * @yields progress every few hundred rows, so that whoever runs it can stop
 */
export function* checkImport(input: CheckInput): Generator<CheckProgress, CheckResult> {
  const tables = openTables(input);
  const context: CheckContext = {
    rows: input.rows,
    today: input.today,
    things: createThingIndex(input.rows),
    tables,
    findings: [],
    choices: indexChoices(input.repairs),
  };
  const rowsTotal = tables.reduce((sum, { source }) => sum + source.rows.length, 0);
  // each row is gone through twice, once alone, once when all are known: each time it is half done
  const tell = (): CheckProgress => ({ rowsDone: Math.floor(rowsDone / 2), rowsTotal });
  const identification = { finder: createThingFinder(context), maker: createCodeMaker(context.things) };
  let rowsDone = 0;
  for (const table of tables) {
    for (const _ of readTable(context, table, identification)) {
      rowsDone++;
      if (rowsDone % ROWS_AT_A_TIME === 0) yield tell();
    }
  }
  compareRows(context);
  for (const draft of tables.flatMap(({ drafts }) => drafts)) {
    checkAlone(context, draft);
    rowsDone++;
    if (rowsDone % ROWS_AT_A_TIME === 0) yield tell();
  }
  const settled = checkCounty(context);
  yield { rowsDone: rowsTotal, rowsTotal };
  return summarise(context, settled);
}

/** Reads the rows of a table: values, place, names, code. */
function* readTable(context: CheckContext, table: OpenTable, identification: Identification): Generator<void> {
  const converters = createConverters(table.mapping);
  const isLeftOut = converters === null && reportUnknownCrs(context, table)?.kind === 'leave_out';
  for (const source of table.source.rows) {
    const draft = readDraft(context, table, source);
    if (isLeftOut) draft.state = 'left_out';
    table.drafts.push(draft);
    if (draft.state === 'good') {
      if (converters !== null) locateDraft(context, draft, converters);
      resolveLookups(context, draft);
    }
    identifyDraft(context, draft, identification);
    context.things.add(draft);
    yield;
  }
  checkTotals(context, table);
}

/** Rules about rows beside each other. */
function compareRows(context: CheckContext): void {
  checkDuplicates(context);
  checkSamePersons(context);
  checkSplitHouseholds(context);
}

/** Rules about a row alone, in the order in which they are asked: what it is, where, when, and whether it adds up. */
const RULES_ALONE = [
  checkRequired,
  checkPlaced,
  checkGeometry,
  checkDates,
  checkEvent,
  checkVillage,
  checkMembers,
  checkCauses,
  checkOtherSite,
  checkReportedRow,
] as const;

/** Asks everything of a row when all that it may name is known. A row that is held is not asked further: one fault at a time. */
function checkAlone(context: CheckContext, draft: RowDraft): void {
  for (const check of RULES_ALONE) if (draft.state === 'good') check(context, draft);
}

function summarise(context: CheckContext, settled: Settled): CheckResult {
  const drafts = context.tables.flatMap((table) => table.drafts);
  const countOf = (state: RowDraft['state']) => drafts.filter((draft) => draft.state === state).length;
  const unchanged = new Set(settled.outcomes.filter(({ kind }) => kind === 'unchanged').map(({ draft }) => draft));
  for (const { before, after, drafts: events } of settled.eventful) {
    if (before === after) for (const draft of events) unchanged.add(draft);
  }
  return {
    findings: sortFindings(context.findings),
    change: compileChange(context, settled),
    differences: listDifferences(settled),
    counts: countByLedger(settled),
    rowsRead: drafts.length,
    rowsWritten: countOf('good') - unchanged.size,
    rowsUnchanged: unchanged.size,
    rowsHeld: countOf('held'),
    tableErrors: context.findings.filter(isTableError).length,
    rowsLeftOut: countOf('left_out'),
  };
}

const isTableError = ({ severity, row, settledBy }: CheckedFinding): boolean =>
  severity === 'error' && row === 0 && settledBy === null;

/** By file, table and row; findings of one row in the order in which they were made. */
const sortFindings = (findings: readonly CheckedFinding[]): readonly CheckedFinding[] =>
  [...findings].sort((a, b) => a.file - b.file || a.table - b.table || a.row - b.row);
