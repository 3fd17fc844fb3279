import type { FigureAnswer } from '#core/api/figures.ts';
import type { CountUnit, Figure, FigureReason, FigureUnit } from '#core/indicators/figure.ts';
import { formatDifference } from '#core/indicators/format-figure.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';

/** A figure or a part of one, as the server answers it: units are already those people read. */
export type AnsweredFigure = FigureAnswer['parts'][number];

/** The same object in the words of the register; the contract's schema leaves the units as plain text. */
export const toFigure = (answer: AnsweredFigure): Figure => ({
  ...answer,
  unit: answer.unit as FigureUnit,
  countUnit: answer.countUnit as CountUnit,
  reason: answer.reason as FigureReason | null,
  pair: answer.pair && { ...answer.pair, countUnit: answer.pair.countUnit as CountUnit },
});

/** What has changed between two dates. */
export interface FigureChange {
  readonly direction: 'better' | 'worse' | 'same' | 'neutral';
  /** `+3.2 个百分点`, `−12 户`. */
  readonly words: string;
}

/** The difference of a figure from an earlier one; null when either has no value. */
export function describeChange(
  now: FigureAnswer,
  before: FigureAnswer | undefined,
  language: Language,
): FigureChange | null {
  if (now.value === null || before === undefined || before.value === null) return null;
  return judgeDifference(now.value - before.value, now, language);
}

/** A difference of a figure in words, with whether that is better. */
export function judgeDifference(difference: number, figure: FigureAnswer, language: Language): FigureChange {
  const style = { language };
  const { unit } = toFigure(figure);
  const words = formatDifference(difference, unit, style);
  if (words === formatDifference(0, unit, style)) {
    return { direction: 'same', words: text(language, 'app', 'same_as_before') };
  }
  return { direction: judgeChange(difference, figure.betterDirection), words: `${difference > 0 ? '+' : '−'}${words}` };
}

function judgeChange(difference: number, better: FigureAnswer['betterDirection']): FigureChange['direction'] {
  if (better === 'none') return 'neutral';
  return difference > 0 === (better === 'up') ? 'better' : 'worse';
}
