import type { FigureAnswer } from '#core/api/figures.ts';
import type { CountUnit, FigureUnit } from '#core/indicators/figure.ts';
import { formatBenchmark, formatDifference } from '#core/indicators/format-figure.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import { type FigureChange, judgeDifference } from './figure-words.ts';

/** Averages of the level above, newest first, each with its day and source. */
export const describeBenchmarks = (figure: FigureAnswer, language: Language): readonly string[] =>
  figure.benchmarks.map(({ name, value, on, source }) =>
    text(language, 'tools', 'benchmark_words', {
      name,
      value: formatBenchmark(value, figure.unit as FigureUnit, { language }),
      date: on,
      source,
    }),
  );

/** What has changed since the end of the month before; null where that is not known. */
export function describeTrend(figure: FigureAnswer, language: Language): (FigureChange & { asOf: string }) | null {
  if (!figure.trend || figure.trend.change === null) return null;
  const { asOf, change } = figure.trend;
  return { asOf, ...judgeDifference(change, figure, language) };
}

/** What is left to the target and the pace that it needs; null where there is nothing left or no deadline. */
export function describePace(figure: FigureAnswer, language: Language): string | null {
  if (!figure.pace) return null;
  const { remaining, workingDays, perDay, deadline } = figure.pace;
  const write = (amount: number): string => formatDifference(amount, figure.unit as FigureUnit, { language });
  return perDay === null
    ? text(language, 'tools', 'pace_over', { remaining: write(remaining), deadline })
    : text(language, 'tools', 'pace_words', {
        remaining: write(remaining),
        deadline,
        days: workingDays,
        perDay: writePerDay(perDay, figure, language),
      });
}

/** A day's share is often less than what a figure's decimals show: then it is told with three. */
function writePerDay(perDay: number, figure: FigureAnswer, language: Language): string {
  const unit = figure.unit as FigureUnit;
  const written = formatDifference(perDay, unit, { language });
  if (perDay === 0 || !/^0(\.0+)?(\D|$)/.test(written)) return written;
  const inReaderUnit = unit === 'ratio' ? perDay * 100 : perDay;
  return written.replace(/^[\d.]+/, inReaderUnit.toFixed(3));
}

const MEAN_TOTALS: Partial<Record<FigureUnit, CountUnit | FigureUnit>> = {
  km: 'km',
  minutes: 'minutes',
  km_per_day: 'km',
};

/** Units in which the rows behind a figure state numerator and denominator. */
export function getRowUnits({ unit, countUnit }: Pick<FigureAnswer, 'unit' | 'countUnit'>): {
  readonly numerator: CountUnit | FigureUnit;
  readonly denominator: CountUnit;
} {
  const denominator = countUnit as CountUnit;
  const isMean = unit !== countUnit && MEAN_TOTALS[unit as FigureUnit] !== undefined;
  return { numerator: isMean ? (MEAN_TOTALS[unit as FigureUnit] ?? denominator) : denominator, denominator };
}
