import { LANGUAGES } from '../../texts/language.ts';
import { formatChoice } from '../format-field.ts';
import type { LedgerField, LedgerValue } from '../ledger.ts';
import { nearestNames } from './names.ts';

/** Values of a closed list whose words, in any language, are nearest to what a cell says. */
export function proposeChoices(field: LedgerField, said: string): readonly LedgerValue[] {
  const candidates = (field.choices ?? []).flatMap((code) => [
    { name: code, code },
    ...LANGUAGES.map((language) => ({ name: formatChoice(language, field, code), code })),
  ]);
  const near = nearestNames(said, candidates).map(({ code }) => code);
  const unique = [...new Set(near)];
  return field.type === 'choices' ? unique.map((code) => [code]) : unique;
}
