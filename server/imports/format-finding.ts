import type { CheckedFinding } from '#core/ledgers/checks/check-input.ts';
import { BORDER_REPAIR_WIDTH_METERS } from '#core/ledgers/checks/rules/mend-borders.ts';
import { formatFieldName, formatValue } from '#core/ledgers/format-field.ts';
import type { ImportRule, Repair } from '#core/ledgers/import-finding.ts';
import type { LedgerKind } from '#core/ledgers/ledger.ts';
import { findField } from '#core/ledgers/ledgers.ts';
import { isErrorCell } from '#core/ledgers/read-cell.ts';
import type { Language } from '#core/texts/language.ts';
import { hasText, text } from '#core/texts/text.ts';

/** A rule as a sentence about many rows. */
export function formatRule(language: Language, rule: ImportRule): string {
  const key = `about_${rule}`;
  return hasText('importRules', key) ? text(language, 'importRules', key) : rule;
}

/** What is wrong with a row as a sentence. */
export function formatFinding(language: Language, finding: CheckedFinding): string {
  const { rule, ledger, field, got, expected, code } = finding;
  const plain = isErrorCell(got) ? 'rule_error_cell' : `rule_${rule}_plain`;
  const key = expected === '' && hasText('importRules', plain) ? plain : `rule_${rule}`;
  if (!hasText('importRules', key)) return rule;
  return text(language, 'importRules', key, {
    field: field === null ? '' : formatField(language, ledger, field),
    got: got === '' ? text(language, 'importDesk', 'nothing') : got,
    expected,
    code: code ?? '',
    width: BORDER_REPAIR_WIDTH_METERS,
  });
}

/** What mending means for borders of areas. */
const STRIP_REPAIRS: Readonly<Partial<Record<ImportRule, 'repair_cut_strip' | 'repair_add_strip'>>> = {
  areas_overlap: 'repair_cut_strip',
  areas_gap: 'repair_add_strip',
};

/** A repair of a finding in words. */
export function formatRepair(
  language: Language,
  { ledger, rule, row }: Pick<CheckedFinding, 'ledger' | 'rule' | 'row'>,
  repair: Repair,
): string {
  if (repair.kind === 'leave_out' && row === 0)
    return text(
      language,
      'importDesk',
      rule === 'removed_but_needed' ? 'repair_not_removed' : 'repair_leave_out_table',
    );
  const strip = repair.kind === 'mend_geometry' ? STRIP_REPAIRS[rule] : undefined;
  if (strip !== undefined) return text(language, 'importDesk', strip);
  if (repair.kind !== 'set' && repair.kind !== 'clear') return text(language, 'importDesk', `repair_${repair.kind}`);
  const field = findField(ledger, repair.field);
  const name = formatField(language, ledger, repair.field);
  if (repair.kind === 'clear') return text(language, 'importDesk', 'repair_clear', { field: name });
  const value = field === undefined ? String(repair.value) : formatValue(language, field, repair.value);
  return text(language, 'importDesk', 'repair_set', { field: name, value });
}

/** The header of a field; its name where the ledger has no such field. */
export function formatField(language: Language, ledger: LedgerKind, name: string): string {
  const field = findField(ledger, name);
  return field === undefined ? name : formatFieldName(language, ledger, field);
}
