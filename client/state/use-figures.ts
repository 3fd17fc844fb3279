import {
  keepPreviousData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import {
  fetchFigureRows,
  fetchFigures,
  fetchRanking,
  fetchSeries,
  figureTableAddress,
  type RowsChoice,
} from '#client/api/figures-requests.ts';
import type { FigureRowsAnswer, IndicatorsAnswer, RankingAnswer, SeriesAnswer } from '#core/api/figures.ts';
import type { IndicatorCode } from '#core/indicators/figure.ts';
import { useArea } from './use-area.ts';
import { useView, useViewStore } from './view-store.ts';

const ROWS_PER_PAGE = 50;

/** Figures of the open area or its children, with those of the comparison's date. */
export function useFigures(
  codes: readonly IndicatorCode[],
  { of = 'self', parts = 'none' }: { readonly of?: 'self' | 'children'; readonly parts?: 'all' | 'none' } = {},
): UseQueryResult<IndicatorsAnswer> {
  const area = useView((view) => view.area);
  const asOf = useView((view) => view.asOf);
  const lang = useView((view) => view.language);
  const compareWith = useView((view) => view.compare);
  return useQuery({
    queryKey: ['figures', area, asOf, lang, compareWith, of, parts, codes.join()],
    queryFn: ({ signal }) => fetchFigures({ area: area ?? '', asOf, lang, codes, of, parts, compareWith }, signal),
    enabled: area !== null && asOf !== null && codes.length > 0,
    placeholderData: keepPreviousData,
  });
}

/** Towns (villages) ranked by one indicator. */
export function useRanking(indicator: IndicatorCode | null): UseQueryResult<RankingAnswer> {
  const area = useView((view) => view.area);
  const asOf = useView((view) => view.asOf);
  const lang = useView((view) => view.language);
  const compareWith = useView((view) => view.compare);
  return useQuery({
    queryKey: ['ranking', area, asOf, lang, compareWith, indicator],
    queryFn: ({ signal }) =>
      fetchRanking({ area: area ?? '', asOf, lang, compareWith, indicator: indicator ?? '' }, signal),
    enabled: area !== null && asOf !== null && indicator !== null,
    placeholderData: keepPreviousData,
  });
}

/** A figure over the campaign's months. */
export function useSeries(code: IndicatorCode | null): UseQueryResult<SeriesAnswer> {
  const area = useView((view) => view.area);
  const lang = useView((view) => view.language);
  const months = useArea().data?.county.months;
  return useQuery({
    queryKey: ['series', area, code, lang, months?.first, months?.last],
    queryFn: ({ signal }) =>
      fetchSeries(
        {
          area: area ?? '',
          asOf: null,
          lang,
          code: code ?? '',
          part: null,
          from: months?.first ?? '',
          to: months?.last ?? '',
        },
        signal,
      ),
    enabled: area !== null && code !== null && months !== undefined,
    placeholderData: keepPreviousData,
  });
}

/** All rows behind a figure in the order of the area. */
export const ALL_ROWS: RowsChoice = { which: 'all', sort: null };

/** The rows behind a figure, page after page; while another choice loads, the last one stays. */
export function useFigureRows(
  code: IndicatorCode,
  part: string | null,
  choice: RowsChoice,
): UseInfiniteQueryResult<FigureRowsAnswer[]> {
  const area = useView((view) => view.area);
  const asOf = useView((view) => view.asOf);
  const lang = useView((view) => view.language);
  return useInfiniteQuery({
    queryKey: ['rows', area, asOf, lang, code, part, choice],
    queryFn: ({ signal, pageParam }) =>
      fetchFigureRows(
        { area: area ?? '', asOf, lang, code, part, ...choice, cursor: pageParam, limit: ROWS_PER_PAGE },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    select: (data) => data.pages,
    enabled: area !== null && asOf !== null,
    placeholderData: keepPreviousData,
  });
}

/** Where the rows behind a figure can be downloaded. */
export function getFigureTableAddress(
  code: IndicatorCode,
  part: string | null = null,
  choice: RowsChoice = ALL_ROWS,
): string {
  const { area, asOf, language } = useViewStore.getState().view;
  return figureTableAddress({ area: area ?? '', asOf, lang: language, code, part, ...choice });
}
