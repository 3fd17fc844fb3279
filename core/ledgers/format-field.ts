import type { Language } from '../texts/language.ts';
import { hasText, text } from '../texts/text.ts';
import type { LedgerField, LedgerKind, LedgerUnit, LedgerValue } from './ledger.ts';

/** Units that stand in headers; counts and degrees are plain from the name. */
const UNITS_IN_HEADERS: readonly (LedgerUnit | null)[] = ['m', 'km', 'wan_yuan', 'mu'];

/** Between items of a list in a cell; `readValue` parts them again. */
const ITEM_SEPARATORS = { zh: '\u3001', en: '; ' } as const;

/** The name of a ledger in words. */
export const formatLedgerName = (language: Language, kind: LedgerKind): string =>
  text(language, 'ledgers', `kind_${kind}`);

/** The header of a field, with its unit where it has one that is not plain; no two fields of a ledger have the same. */
export function formatFieldName(language: Language, ledger: LedgerKind, field: LedgerField): string {
  const own = `field_${ledger}_${field.name}`;
  const shared = `field_${field.name}`;
  const key = hasText('ledgers', own) ? own : shared;
  const name = hasText('ledgers', key) ? text(language, 'ledgers', key) : field.name;
  if (field.unit === null || !UNITS_IN_HEADERS.includes(field.unit)) return name;
  return text(language, 'ledgers', 'with_unit', { name, unit: formatUnit(language, field.unit) });
}

/** A unit in words. */
export const formatUnit = (language: Language, unit: LedgerUnit): string => text(language, 'ledgers', `unit_${unit}`);

/** The word for a value of a closed list; the value itself where the list has no word for it. */
export function formatChoice(language: Language, field: LedgerField, value: string): string {
  const key = `choice_${field.choiceList}_${value}`;
  return hasText('ledgers', key) ? text(language, 'ledgers', key) : value;
}

/**
 * A value as a person reads it in a cell, empty for "not known": words for choices and for yes and no, lists with separators (as JSON where an item holds
 * one itself). `readValue` gives the same value back.
 */
export function formatValue(language: Language, field: LedgerField, value: LedgerValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return text(language, 'ledgers', value ? 'yes' : 'no');
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return field.type === 'choice' ? formatChoice(language, field, value) : value;
  const items = field.type === 'choices' ? value.map((one) => formatChoice(language, field, one)) : value;
  return items.some(isAmbiguous) ? JSON.stringify(value) : items.join(ITEM_SEPARATORS[language]);
}

/** Whether an item could not be told from its neighbours, or from no item at all. */
function isAmbiguous(item: string): boolean {
  return /[\u3001\uFF1B;\uFF0C,/|\n]/.test(item) || item.trim() !== item || item === '' || item.startsWith('[');
}
