import type { FigureAnswer, FigureRowsAnswer } from '#core/api/figures.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import type { Figure, FigureRow, FigureWithParts } from '#core/indicators/figure.ts';
import { describeIndicator, describeReason } from '#core/indicators/indicator-words.ts';
import { labelPart } from '#core/indicators/part-label.ts';
import { rowToReaderUnits, toReaderUnits } from '#core/indicators/reader-units.ts';
import { INDICATORS } from '#core/indicators/register.ts';
import type { Language } from '#core/texts/language.ts';
import { hasText, text } from '#core/texts/text.ts';

/** In what words and of which county an answer is written. */
export interface Reader {
  readonly language: Language;
  readonly context: IndicatorContext;
}

/** A figure of core as the interface tells it: in readers' units, with names. */
export function figureToAnswer({ language, context }: Reader, figure: FigureWithParts): FigureAnswer {
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
    benchmarks: [],
    trend: null,
    pace: null,
    parts: figure.parts.map(tell),
  };
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
  const { code, areaCode, numerator, denominator, counts, note, position, name, nameEn } = rowToReaderUnits(
    row,
    figure,
  );
  return {
    code,
    name: reader.language === 'zh' ? name : nameEn,
    areaCode,
    areaName: nameArea(reader, areaCode),
    numerator,
    denominator,
    counts,
    note,
    noteText: note === null ? null : describeNote(reader.language, note),
    position: position === null ? null : [position[0], position[1]],
  };
}

/** Name of an area in the reader's language; its code when the county does not know it. */
export function nameArea({ language, context }: Reader, areaCode: string): string {
  const area = context.county.areas[context.index.areaIndex.get(areaCode) ?? -1];
  if (!area) return areaCode;
  return language === 'zh' ? area.name : area.nameEn;
}

function describeNote(language: Language, note: string): string {
  const key = `row_${note}`;
  return hasText('indicators', key) ? text(language, 'indicators', key) : note;
}
