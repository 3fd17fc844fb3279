import type { FindingRow, ImportRecord } from '#core/api/import-records.ts';
import { formatValue } from '#core/ledgers/format-field.ts';
import type { ImportRule, Repair } from '#core/ledgers/import-finding.ts';
import type { LedgerKind, LedgerValue } from '#core/ledgers/ledger.ts';
import { findField } from '#core/ledgers/ledgers.ts';
import type { Language } from '#core/texts/language.ts';
import { hasText, type TextKey, text } from '#core/texts/text.ts';
import { type ChosenRepair, isSameRepair } from './import-repairs.ts';

/** What a rule means; null where it says all by its name. */
export function describeRule(rule: ImportRule, language: Language): string | null {
  const key = `about_${rule}`;
  return hasText('importRules', key) ? text(language, 'importRules', key) : null;
}

type RuleCount = NonNullable<ImportRecord['summary']>['rules'][number];

/** What can be chosen for all findings of a rule at once. */
export function listRuleRepairs(
  rule: Pick<RuleCount, 'severity' | 'repairable'>,
): readonly { readonly repair: ChosenRepair; readonly key: TextKey<'importRoom'> }[] {
  return [
    ...(rule.repairable > 0 ? [{ repair: { kind: 'proposed' }, key: 'all_proposed' } as const] : []),
    ...(rule.severity === 'error' ? [] : [{ repair: { kind: 'keep' }, key: 'all_keep' } as const]),
    ...(rule.severity === 'note' ? [] : [{ repair: { kind: 'leave_out' }, key: 'all_leave_out' } as const]),
  ];
}

/** What can be done about one finding: its own repairs, and what is possible with any row. */
export function listRowRepairs(
  finding: FindingRow,
  language: Language,
): readonly { readonly repair: Repair; readonly sentence: string; readonly isProposed: boolean }[] {
  const own = finding.repairs.map(({ repair, sentence }, place) => ({ repair, sentence, isProposed: place === 0 }));
  const always: readonly Repair[] = [
    ...(finding.severity === 'error' ? [] : [{ kind: 'keep' } as const]),
    ...(finding.row === 0 || finding.severity === 'note' ? [] : [{ kind: 'leave_out' } as const]),
  ];
  const added = always
    .filter((repair) => !own.some((each) => isSameRepair(each.repair, repair)))
    .map((repair) => ({ repair, sentence: describeRepair(repair, finding, language), isProposed: false }));
  return [...own, ...added];
}

/** A repair in words: those of the server where it proposes it. */
export function describeRepair(repair: Repair, finding: FindingRow, language: Language): string {
  const own = finding.repairs.find((each) => isSameRepair(each.repair, repair));
  if (own) return own.sentence;
  const field = 'field' in repair ? findField(finding.ledger, repair.field) : undefined;
  const values = {
    field: finding.fieldName ?? field?.name ?? '',
    value: 'value' in repair ? (field ? formatValue(language, field, repair.value) : String(repair.value)) : '',
  };
  return text(language, 'importRoom', `repair_${repair.kind}`, values);
}

/** Values of a field of which only some are possible; null for one that is typed. */
export function listValues(
  ledger: LedgerKind,
  name: string,
  language: Language,
): readonly { readonly value: LedgerValue; readonly label: string }[] | null {
  const field = findField(ledger, name);
  const values: readonly LedgerValue[] | null =
    field?.type === 'boolean' ? [true, false] : field?.type === 'choice' ? field.choices : null;
  return field && values ? values.map((value) => ({ value, label: formatValue(language, field, value) })) : null;
}

/** A value that a person typed for a field; null where it is nothing that the field can hold. */
export function readTyped(ledger: LedgerKind, field: string, typed: string): LedgerValue {
  const value = typed.trim();
  if (value === '') return null;
  const type = findField(ledger, field)?.type ?? 'text';
  if (type === 'number' || type === 'integer' || type === 'year') {
    const number = Number(value);
    return Number.isFinite(number) && (type === 'number' || Number.isInteger(number)) ? number : null;
  }
  if (type === 'choices' || type === 'list') return value.split(/[、，,;；]/).map((item) => item.trim());
  return value;
}
