import {
  type FigureRowsAnswer,
  figureRowsAnswerSchema,
  type IndicatorsAnswer,
  indicatorsAnswerSchema,
  type RankingAnswer,
  type RowChoice,
  type RowSort,
  rankingAnswerSchema,
  type SeriesAnswer,
  seriesAnswerSchema,
} from '#core/api/figures.ts';
import type { AreaQuestion } from './areas-requests.ts';
import { formatAddress, requestJson } from './request.ts';

/** Figures of an area, or of its children. */
export interface FiguresQuestion extends AreaQuestion {
  readonly codes: readonly string[];
  readonly of: 'self' | 'children';
  readonly parts: 'all' | 'none';
  readonly compareWith: string | null;
}

/** A figure, or one part of it. */
export interface FigureQuestion extends AreaQuestion {
  readonly code: string;
  readonly part: string | null;
}

/** Which rows behind a figure, and in which order; null = the order of the area. */
export interface RowsChoice {
  readonly which: RowChoice;
  readonly sort: RowSort | null;
}

const figureAddress = (
  question: FigureQuestion,
  kind: 'rows' | 'series',
  query: Record<string, string | number | null>,
) =>
  formatAddress(`/api/areas/${question.area}/indicators/${question.code}/${kind}`, { lang: question.lang, ...query });

/** Figures of an area or its children, with those of an earlier date where one is asked for. */
export const fetchFigures = (question: FiguresQuestion, signal?: AbortSignal): Promise<IndicatorsAnswer> =>
  requestJson(
    indicatorsAnswerSchema,
    formatAddress(`/api/areas/${question.area}/indicators`, {
      asOf: question.asOf,
      codes: question.codes.join(','),
      of: question.of,
      parts: question.parts,
      compareWith: question.compareWith,
      lang: question.lang,
    }),
    signal,
  );

/** One page of the rows behind a figure. */
export const fetchFigureRows = (
  question: FigureQuestion & RowsChoice & { readonly cursor: string | null; readonly limit: number },
  signal?: AbortSignal,
): Promise<FigureRowsAnswer> =>
  requestJson(
    figureRowsAnswerSchema,
    figureAddress(question, 'rows', {
      asOf: question.asOf,
      part: question.part,
      which: question.which,
      sort: question.sort,
      cursor: question.cursor,
      limit: question.limit,
    }),
    signal,
  );

/** Where the rows behind a figure can be downloaded as a table. */
export const figureTableAddress = ({ which, sort, ...question }: FigureQuestion & RowsChoice): string =>
  figureAddress(question, 'rows', { asOf: question.asOf, part: question.part, which, sort, format: 'csv' });

/** A figure month by month, actual beside planned. */
export const fetchSeries = (
  question: FigureQuestion & { readonly from: string; readonly to: string },
  signal?: AbortSignal,
): Promise<SeriesAnswer> =>
  requestJson(seriesAnswerSchema, figureAddress(question, 'series', { from: question.from, to: question.to }), signal);

/** The children of an area ranked by one indicator. */
export const fetchRanking = (
  question: AreaQuestion & { readonly indicator: string; readonly compareWith: string | null },
  signal?: AbortSignal,
): Promise<RankingAnswer> =>
  requestJson(
    rankingAnswerSchema,
    formatAddress(`/api/areas/${question.area}/ranking`, {
      indicator: question.indicator,
      asOf: question.asOf,
      compareWith: question.compareWith,
      lang: question.lang,
    }),
    signal,
  );
