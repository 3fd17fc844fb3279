import type { DifferenceRow } from '#core/api/import-records.ts';
import type { LedgerKind, LedgerValue } from '#core/ledgers/ledger.ts';
import { findField } from '#core/ledgers/ledgers.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import { writeValue } from './import-ledgers.ts';
import { joinWords } from './import-words.ts';

/** Fields named in one line. */
const NAMED_FIELDS = 4;

type FieldChange = DifferenceRow['fields'][number];

/** What a row changes, in one line: the fields that differ, of new and removed things what they are. */
export function describeChange(row: DifferenceRow, language: Language): string {
  if (row.kind === 'unchanged') return text(language, 'importRoom', 'nothing_changes');
  const parts = row.fields.map((field) => {
    const { before, after } = describeFieldChange(row.ledger, field, language);
    if (row.kind === 'changed') return `${field.fieldName} ${before} → ${after}`;
    return `${field.fieldName} ${row.kind === 'new' ? after : before}`;
  });
  if (row.kind === 'changed' && row.geometryChanged) parts.push(text(language, 'importRoom', 'geometry_changed'));
  const more = parts.length > NAMED_FIELDS ? text(language, 'importRoom', 'more_fields', { count: parts.length }) : '';
  return joinWords(parts.slice(0, NAMED_FIELDS), language) + more;
}

/** A field before and after, as people read it. */
export function describeFieldChange(
  ledger: LedgerKind,
  { field, before, after }: FieldChange,
  language: Language,
): { readonly before: string; readonly after: string } {
  const known = findField(ledger, field);
  const write = (value: LedgerValue): string => writeValue(known, value, language);
  return { before: write(before), after: write(after) };
}
