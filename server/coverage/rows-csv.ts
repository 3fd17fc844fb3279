import type { FigureRowsAnswer } from '#core/api/figures.ts';
import type { Figure } from '#core/indicators/figure.ts';
import { nameCountUnit, nameCountUnits } from '#core/indicators/format-figure.ts';
import type { Language } from '#core/texts/language.ts';
import { type TextKey, text } from '#core/texts/text.ts';
import { type CsvCell, formatCsv } from '../http/csv-text.ts';

type Row = FigureRowsAnswer['items'][number];

/** Head and cell. */
type Column = readonly [TextKey<'indicators'>, (row: Row, language: Language) => CsvCell];

/** Columns of every file. */
const COLUMNS: readonly Column[] = [
  ['column_code', (row) => row.code],
  ['column_name', (row) => row.name],
  ['column_area_code', (row) => row.areaCode],
  ['column_area', (row) => row.areaName],
  ['column_numerator', (row) => row.numerator],
  ['column_denominator', (row) => row.denominator],
  ['column_counts', (row, language) => text(language, 'indicators', row.counts ? 'yes' : 'no')],
  ['column_note', (row) => row.noteText],
  ['column_lon', (row) => row.position?.[0] ?? null],
  ['column_lat', (row) => row.position?.[1] ?? null],
];

/** Columns of a figure with a pair, after all others, so that those keep their places. */
const PAIR_COLUMNS: readonly Column[] = [
  ['column_pair_numerator', (row) => row.pairNumerator],
  ['column_pair_denominator', (row) => row.pairDenominator],
];

/**
 * The rows behind a figure as CSV (RFC 4180) with a UTF-8 byte order mark, without which spreadsheets misread Chinese. The head names the
 * units of numerator and denominator. A figure with a pair has two more columns with what each row adds to the pair.
 */
export function rowsToCsv(
  rows: readonly Row[],
  figure: Pick<Figure, 'unit' | 'countUnit' | 'pair'>,
  language: Language,
): string {
  const units = nameCountUnits(figure, language);
  const { pair } = figure;
  const pairUnit = pair === null ? '' : nameCountUnit(pair.countUnit, language);
  const unitOf = {
    column_numerator: units.numerator,
    column_denominator: units.denominator,
    column_pair_numerator: pairUnit,
    column_pair_denominator: pairUnit,
  };
  const columns = pair === null ? COLUMNS : [...COLUMNS, ...PAIR_COLUMNS];
  const head = columns.map(([key]) => {
    const column = text(language, 'indicators', key);
    const unit = unitOf[key as keyof typeof unitOf] ?? '';
    return unit === '' ? column : text(language, 'indicators', 'column_with_unit', { column, unit });
  });
  const lines = rows.map((row) => columns.map(([, cell]) => cell(row, language)));
  return formatCsv([head, ...lines]);
}
