import { formatNumber } from '#core/indicators/format-figure.ts';
import type { Language } from '#core/texts/language.ts';
import { type TextValues, text } from '#core/texts/text.ts';

/** So many names stand in a sentence. */
const MOST_NAMED = 8;

/** One decimal in sentences, none where it is nought. */
export const roundNumber = (value: number): string =>
  formatNumber(value, Number.isInteger(Number(value.toFixed(1))) ? 0 : 1);

/** Values of a sentence with their numbers as people read them: `2,917`. Years are no such numbers: they are given as texts. */
export const writeNumbers = (values: TextValues): TextValues =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? roundNumber(value) : value]),
  );

/** How good an answer is: optimal only when proved. */
export function describeStatus(
  language: Language,
  answer: { readonly status: 'optimal' | 'feasible' | 'infeasible' | 'unknown'; readonly gap: number | null },
): string {
  // a gap is never told smaller than it is
  const gap = answer.gap === null ? '–' : String(Math.ceil(answer.gap * 10_000) / 100);
  return text(language, 'choices', `status_${answer.status}`, { gap });
}

/** Some of the names, and that there are more. */
export function nameSome(language: Language, names: readonly string[]): string {
  const some = names.slice(0, MOST_NAMED).join(text(language, 'choices', 'names_join'));
  return names.length > MOST_NAMED ? text(language, 'choices', 'names_more', { names: some }) : some;
}
