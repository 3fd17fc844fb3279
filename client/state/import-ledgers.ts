import { formatFieldName, formatLedgerName, formatValue } from '#core/ledgers/format-field.ts';
import type { LedgerField, LedgerKind, LedgerValue } from '#core/ledgers/ledger.ts';
import { getLedger } from '#core/ledgers/ledgers.ts';
import type { TableMapping } from '#core/ledgers/table-mapping.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import { hasSource } from './import-mapping.ts';

/** Fields of a ledger in their order; none for no ledger. */
export const listFields = (kind: LedgerKind | null): readonly LedgerField[] => (kind ? getLedger(kind).fields : []);

/** A ledger as people call it. */
export const nameLedger = (kind: LedgerKind, language: Language): string => formatLedgerName(language, kind);

/** A field as people call it, with its unit. */
export const nameField = (kind: LedgerKind, field: LedgerField, language: Language): string =>
  formatFieldName(language, kind, field);

/** A value as people read it; what is not known says so. */
export function writeValue(field: LedgerField | undefined, value: LedgerValue, language: Language): string {
  if (value === null) return text(language, 'importRoom', 'value_unknown');
  return field ? formatValue(language, field, value) : String(value);
}

/** Required fields that have no source, neither of their own nor by a field through which they are found. */
export function listMissing(mapping: TableMapping): readonly LedgerField[] {
  const fields = listFields(mapping.ledger);
  const isFound = ({ name }: LedgerField): boolean =>
    hasSource(mapping, name) || fields.some((each) => each.finds?.field === name && hasSource(mapping, each.name));
  return fields.filter((field) => field.required && !isFound(field));
}
