import type { TablePlace } from '#client/api/imports-requests.ts';
import type { FindingRow } from '#core/api/import-records.ts';
import type { ImportRule, Repair, RepairChoice } from '#core/ledgers/import-finding.ts';

/** What is done about findings: a repair, or of each finding its own proposal. */
export type ChosenRepair = RepairChoice['repair'];

const isFor =
  ({ rule, file, table }: Pick<RepairChoice, 'rule' | 'file' | 'table'>, row: number | null) =>
  (choice: RepairChoice): boolean =>
    choice.rule === rule && choice.file === file && choice.table === table && choice.row === row;

/** Chooses for one row; null takes the choice back. The choice for a row wins over that for its rule. */
export function chooseForRow(
  choices: readonly RepairChoice[],
  { rule, file, table, row }: Pick<FindingRow, 'rule' | 'file' | 'table' | 'row'>,
  repair: ChosenRepair | null,
): readonly RepairChoice[] {
  const isOld = isFor({ rule, file, table }, row);
  const others = choices.filter((choice) => !isOld(choice));
  return repair === null ? others : [...others, { rule, file, table, row, repair }];
}

/** Chooses for every finding of a rule in the given tables, in the place of what was chosen for single rows; null takes all choices back. */
export function chooseForRule(
  choices: readonly RepairChoice[],
  { rule, tables }: { readonly rule: ImportRule; readonly tables: readonly TablePlace[] },
  repair: ChosenRepair | null,
): readonly RepairChoice[] {
  const others = choices.filter((choice) => choice.rule !== rule);
  if (repair === null) return others;
  return [...others, ...tables.map(({ file, table }) => ({ rule, file, table, row: null, repair }))];
}

/** What was chosen for all findings of a rule: one repair, `mixed` where tables or rows differ, null where nothing was. */
export function findRuleChoice(choices: readonly RepairChoice[], rule: ImportRule): ChosenRepair | 'mixed' | null {
  const own = choices.filter((choice) => choice.rule === rule);
  const [first] = own;
  if (!first) return null;
  const isOne = own.every((choice) => choice.row === null && isSameRepair(choice.repair, first.repair));
  return isOne ? first.repair : 'mixed';
}

/** What was chosen for a finding, by its row or by its rule. */
export function findChoice(choices: readonly RepairChoice[], finding: FindingRow): ChosenRepair | null {
  const own = choices.find(isFor(finding, finding.row)) ?? choices.find(isFor(finding, null));
  return own?.repair ?? null;
}

/** The repair that a choice comes to for a finding; null where it proposes none. */
export const resolveRepair = (chosen: ChosenRepair, finding: FindingRow): Repair | null =>
  chosen.kind === 'proposed' ? (finding.repairs[0]?.repair ?? null) : chosen;

/** Whether two repairs do the same. */
export const isSameRepair = (one: ChosenRepair, other: ChosenRepair): boolean => keyOf(one) === keyOf(other);

/** Text that is the same for the same repair. */
export const keyOf = (repair: ChosenRepair): string =>
  [repair.kind, 'field' in repair ? repair.field : '', 'value' in repair ? JSON.stringify(repair.value) : ''].join(' ');
