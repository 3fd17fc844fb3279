import type { FigureAnswer, FigureRowsAnswer } from '#core/api/figures.ts';
import { listBenchmarks } from '#core/indicators/benchmarks.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import type { Figure, FigureRow, FigureWithParts } from '#core/indicators/figure.ts';
import { describeIndicator, describeReason } from '#core/indicators/indicator-words.ts';
import { computePace } from '#core/indicators/pace.ts';
import { labelPart } from '#core/indicators/part-label.ts';
import {
  rollUpToReaderUnits,
  rowToReaderUnits,
  toReaderUnits,
  valueToReaderUnits,
} from '#core/indicators/reader-units.ts';
import { INDICATORS } from '#core/indicators/register.ts';
import type { RollUp } from '#core/indicators/roll-up.ts';
import { computeTrend } from '#core/indicators/trend.ts';
import type { Language } from '#core/texts/language.ts';
import { hasText, text } from '#core/texts/text.ts';

/** In what words and of which county an answer is written. */
export interface Reader {
  readonly language: Language;
  readonly context: IndicatorContext;
}

/**
 * A figure of core as the interface tells it: in readers' units, with names, benchmarks and the pace still needed.
 *
 * @param withTrend the figure at the end of the month before is told too; costs a look at that day
 */
export function figureToAnswer(
  { language, context }: Reader,
  figure: FigureWithParts,
  { withTrend = false }: { readonly withTrend?: boolean } = {},
): FigureAnswer {
  const { county } = context;
  const words = describeIndicator(language, county.campaign, figure.code);
  const tell = (part: Figure) => ({
    ...inAnswerUnits(toReaderUnits(part)),
    partName: part.part === null ? null : labelPart(language, county, part.part),
  });
  return {
    ...tell(figure),
    name: words.name,
    definition: words.formula,
    numeratorName: words.numerator,
    denominatorName: words.denominator,
    source: words.source,
    betterDirection: INDICATORS[figure.code].betterDirection,
    reasonText: figure.reason === null ? null : describeReason(language, figure.reason),
    benchmarks: figure.part === null ? benchmarksToAnswer({ language, context }, figure.code) : [],
    trend: withTrend && figure.part === null ? trendToAnswer(context, figure) : null,
    pace: paceToAnswer(context, figure),
    parts: figure.parts.map(tell),
  };
}

/** The figures of several areas, one after the other, as the interface tells them. */
export const listFigureAnswers = (
  areas: Iterable<{ readonly figures: readonly FigureWithParts[] }>,
  reader: Reader,
): readonly FigureAnswer[] =>
  Array.from(areas).flatMap(({ figures }) => figures.map((figure) => figureToAnswer(reader, figure)));

/** Averages of the levels above, newest first, in the reader's language. */
export const benchmarksToAnswer = ({ language, context }: Reader, code: Figure['code']): FigureAnswer['benchmarks'] =>
  listBenchmarks(context, code)
    .map(({ name, nameEn, value, on, source }) => ({ name: language === 'zh' ? name : nameEn, value, on, source }))
    .toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));

function trendToAnswer(context: IndicatorContext, figure: Figure): NonNullable<FigureAnswer['trend']> {
  const { asOf, value, change } = computeTrend(context, figure);
  const tell = (amount: number | null) => (amount === null ? null : valueToReaderUnits(amount, figure));
  return { asOf, value: tell(value), change: tell(change) };
}

function paceToAnswer(context: IndicatorContext, figure: Figure): FigureAnswer['pace'] {
  const pace = computePace(context, figure);
  return (
    pace && {
      ...pace,
      remaining: valueToReaderUnits(pace.remaining, figure),
      perDay: pace.perDay === null ? null : valueToReaderUnits(pace.perDay, figure),
    }
  );
}

/** How the areas below add up to a figure, as the interface tells it. */
export function rollUpToAnswer(
  { language }: Reader,
  figure: Pick<Figure, 'unit' | 'countUnit'>,
  rollUp: RollUp,
): NonNullable<FigureRowsAnswer['rollUp']> {
  const { inNoChild, ...sums } = rollUpToReaderUnits(rollUp, figure);
  const differs = [sums.differenceNumerator, sums.differenceDenominator].some((amount) => (amount ?? 0) !== 0);
  const explanation = text(language, 'indicators', 'roll_up_in_no_child', { count: inNoChild });
  return { ...sums, explanation: differs ? explanation : null };
}

/** What is left of a figure once its unit is one that readers use. */
function inAnswerUnits(figure: Figure): Omit<FigureAnswer['parts'][number], 'partName'> {
  const { unit } = figure;
  if (unit === 'meters' || unit === 'yuan' || unit === 'meters_per_day') {
    throw new TypeError(`Got unit ${unit} when expected one that readers use`);
  }
  return { ...figure, unit };
}

/** A row behind a figure as the interface tells it. */
export function rowToAnswer(
  reader: Reader,
  figure: Pick<Figure, 'unit' | 'countUnit'>,
  row: FigureRow,
): FigureRowsAnswer['items'][number] {
  const { name, nameEn, noteValues, position, ...amounts } = rowToReaderUnits(row, figure);
  const { areaCode, note } = amounts;
  return {
    ...amounts,
    name: reader.language === 'zh' ? name : nameEn,
    areaName: nameArea(reader, areaCode),
    noteText: note === null ? null : describeNote(reader.language, note, noteValues),
    position: position === null ? null : [position[0], position[1]],
  };
}

/** Name of an area in the reader's language; its code when the county does not know it. */
export function nameArea({ language, context }: Reader, areaCode: string): string {
  const area = context.county.areas[context.index.areaIndex.get(areaCode) ?? -1];
  if (!area) return areaCode;
  return language === 'zh' ? area.name : area.nameEn;
}

/** The sentence of a note: of a state of joining from the topic `network`, any other from `indicators`. */
function describeNote(language: Language, note: string, noteValues: FigureRow['noteValues']): string {
  const values = Object.fromEntries(
    Object.entries(noteValues ?? {}).map(([key, value]) => [
      key,
      typeof value === 'object' ? (language === 'zh' ? value.name : value.nameEn) : value,
    ]),
  );
  if (hasText('network', note)) return text(language, 'network', note, values);
  const key = `row_${note}`;
  return hasText('indicators', key) ? text(language, 'indicators', key, values) : note;
}
