import type { CountyRows } from '../../county/county-rows.ts';
import type { IsoDate } from '../../county/dates.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import type { FindingSeverity, ImportRule, Repair, RepairChoice } from '../import-finding.ts';
import type { LedgerKind } from '../ledger.ts';
import type { CheckedFinding } from './check-input.ts';
import { fitsField } from './fits-field.ts';
import type { DraftTable, RowDraft } from './row-draft.ts';
import { RULE_SEVERITIES } from './rule-severities.ts';
import type { ThingIndex } from './thing-index.ts';

/** What a rule found; everything but the rule has a default that says nothing. */
export interface Report {
  readonly rule: ImportRule;
  readonly field?: string;
  readonly got?: string;
  readonly expected?: string;
  /** The proposed one first. Leaving a row out and keeping what is only a warning are possible without being offered. */
  readonly repairs?: readonly Repair[];
  readonly position?: LonLat | null;
  /** Where a case is milder than the rule. */
  readonly severity?: FindingSeverity;
  /** Code of the thing when it is not that of the row. */
  readonly code?: string | null;
}

/** What all rules share. */
export interface CheckContext {
  readonly rows: CountyRows;
  readonly today: IsoDate;
  readonly things: ThingIndex;
  readonly tables: readonly DraftTable[];
  readonly findings: CheckedFinding[];
  readonly choices: ChoiceIndex;
}

/** What persons chose, by rule, table and row. */
export type ChoiceIndex = ReadonlyMap<string, readonly RepairChoice['repair'][]>;

/** Characters of a cell that a finding quotes. */
const QUOTED_CHARACTERS = 60;

/** An index over choices. */
export function indexChoices(choices: readonly RepairChoice[]): ChoiceIndex {
  const index = new Map<string, RepairChoice['repair'][]>();
  for (const { rule, file, table, row, repair } of choices) {
    const key = choiceKey(rule, [file, table, row]);
    const known = index.get(key);
    if (known) known.push(repair);
    else index.set(key, [repair]);
  }
  return index;
}

/**
 * Reports what is wrong with a row. A chosen repair is carried out at once where it concerns values or leaves the row out; those of positions and
 * geometries are carried out by the rule that asked. An error without a repair holds the row.
 *
 * @returns the repair that was chosen; null when nothing was
 */
export function reportRow(context: CheckContext, draft: RowDraft, report: Report): Repair | null {
  const { table } = draft;
  const severity = report.severity ?? RULE_SEVERITIES[report.rule];
  const repairs = report.repairs ?? [];
  const chosen = findChoice(context.choices, { ...report, repairs, severity }, [
    table.file,
    table.place,
    draft.source.row,
  ]);
  const settledBy = chosen !== null && carryOut(draft, chosen) ? chosen : null;
  if (settledBy === null && severity === 'error' && draft.state === 'good') draft.state = 'held';
  context.findings.push({
    rule: report.rule,
    severity,
    file: table.file,
    table: table.place,
    row: draft.source.row,
    ledger: table.kind,
    field: report.field ?? null,
    code: report.code === undefined ? draft.code : report.code,
    got: quote(report.got ?? ''),
    expected: report.expected ?? '',
    repairs,
    position: report.position ?? null,
    settledBy,
  });
  return settledBy;
}

/** Reports what is wrong with a table as a whole, or with one of its rows of totals. Returns the chosen repair as `reportRow` does. */
export function reportTable(
  context: CheckContext,
  table: DraftTable,
  report: Report & { readonly row?: number },
): Repair | null {
  const severity = report.severity ?? RULE_SEVERITIES[report.rule];
  const repairs = report.repairs ?? [];
  const settledBy = findChoice(context.choices, { ...report, repairs, severity }, [
    table.file,
    table.place,
    report.row ?? 0,
  ]);
  context.findings.push({
    rule: report.rule,
    severity,
    file: table.file,
    table: table.place,
    row: report.row ?? 0,
    ledger: table.kind,
    field: report.field ?? null,
    code: report.code ?? null,
    got: quote(report.got ?? ''),
    expected: report.expected ?? '',
    repairs,
    position: report.position ?? null,
    settledBy,
  });
  return settledBy;
}

/** Kinds of things in the order in which tables are read: what others name by a name comes before them. */
export const READING_ORDER: readonly LedgerKind[] = [
  'areas',
  'sites',
  'settlements',
  'hazards',
  'parks',
  'services',
  'constraints',
  'rivers',
  'households',
  'homesteads',
  'projects',
  'segments',
  'tasks',
  'items',
  'responsibilities',
  'benchmarks',
  'calendar_stops',
  'reported_totals',
  'ledger_rows',
  'events',
];

type FoundReport = Report & { readonly repairs: readonly Repair[]; readonly severity: FindingSeverity };

/** The choice for the row, else for all rows of the table; of several the first that this finding can follow. */
function findChoice(
  choices: ChoiceIndex,
  report: FoundReport,
  [file, table, row]: readonly [number, number, number],
): Repair | null {
  for (const key of [choiceKey(report.rule, [file, table, row]), choiceKey(report.rule, [file, table, null])]) {
    for (const choice of choices.get(key) ?? []) {
      const repair = choice.kind === 'proposed' ? (report.repairs[0] ?? null) : choice;
      if (repair !== null && canFollow(repair, report)) return repair;
    }
  }
  return null;
}

function canFollow(repair: Repair, { repairs, severity, field }: FoundReport): boolean {
  switch (repair.kind) {
    case 'keep':
      return severity !== 'error';
    case 'leave_out':
      return true;
    case 'clear':
      return repairs.some((offered) => offered.kind === 'clear' && offered.field === repair.field);
    case 'set':
      // a value typed by hand is for the field that is wrong, or for one for which a value was proposed
      return (
        repair.field === field || repairs.some((offered) => offered.kind === 'set' && offered.field === repair.field)
      );
    case 'swap_axes':
    case 'mend_geometry':
      return repairs.some((offered) => offered.kind === repair.kind);
  }
}

/** Carries a repair out on values; false for a value that the field cannot hold. */
function carryOut(draft: RowDraft, repair: Repair): boolean {
  if (repair.kind === 'leave_out') draft.state = 'left_out';
  if (repair.kind === 'clear') draft.values[repair.field] = null;
  if (repair.kind !== 'set') return true;
  const field = draft.table.ledger.fields.find(({ name }) => name === repair.field);
  if (field === undefined || !fitsField(field, repair.value)) return false;
  draft.values[repair.field] = repair.value;
  return true;
}

const choiceKey = (rule: ImportRule, [file, table, row]: readonly [number, number, number | null]): string =>
  `${rule} ${file} ${table} ${row ?? '*'}`;

const quote = (got: string): string => {
  const characters = [...got];
  return characters.length > QUOTED_CHARACTERS ? `${characters.slice(0, QUOTED_CHARACTERS - 1).join('')}…` : got;
};
