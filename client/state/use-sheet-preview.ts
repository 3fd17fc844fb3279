import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import {
  fetchSheetAdvice,
  fetchSheetPicture,
  fetchSheetReport,
  type SheetPicture,
  type SheetQuestion,
} from '#client/api/sheets-requests.ts';
import type { SheetAdvice, SheetReportAnswer } from '#core/api/sheet-report.ts';
import { formatSheetQuery, type SheetWish } from './sheet-wish.ts';
import { useView } from './view-store.ts';

/** Pictures of sheets are megabytes: those of the last minute stay at hand. */
const KEPT_MILLISECONDS = 60_000;

/** The chosen sheet as a question to the server. */
export function useSheetQuestion(wish: SheetWish): SheetQuestion {
  const area = useView((view) => view.area) ?? '';
  const map = useView((view) => view.map);
  const asOf = useView((view) => view.asOf);
  const reader = useView((view) => view.language);
  const lang = wish.language ?? reader;
  const written = JSON.stringify(formatSheetQuery(wish));
  return useMemo(
    () => ({ area, map, asOf, lang, query: JSON.parse(written) as Record<string, string> }),
    [area, map, asOf, lang, written],
  );
}

/** A page of the chosen sheet; the last one stays until the next has come, and a question that is not asked any more is given up. */
export function useSheetPicture(wish: SheetWish, page: number): UseQueryResult<SheetPicture> {
  const question = useSheetQuestion(wish);
  return useQuery({
    queryKey: ['sheet-picture', question, page],
    queryFn: ({ signal }) => fetchSheetPicture({ ...question, page }, signal),
    enabled: question.area !== '',
    placeholderData: keepPreviousData,
    gcTime: KEPT_MILLISECONDS,
  });
}

/** The report of the chosen sheet, asked for when its picture is there: the server has it composed then. */
export function useSheetReport(wish: SheetWish, isAsked: boolean): UseQueryResult<SheetReportAnswer> {
  const question = useSheetQuestion(wish);
  const reader = useView((view) => view.language);
  return useQuery({
    queryKey: ['sheet-report', question, reader],
    queryFn: ({ signal }) => fetchSheetReport({ ...question, reader }, signal),
    enabled: isAsked && question.area !== '',
    placeholderData: keepPreviousData,
  });
}

/** Papers for the open area. */
export function useSheetAdvice(): UseQueryResult<SheetAdvice> {
  const area = useView((view) => view.area);
  const lang = useView((view) => view.language);
  return useQuery({
    queryKey: ['sheet-advice', area, lang],
    queryFn: ({ signal }) => fetchSheetAdvice({ area: area ?? '', asOf: null, lang }, signal),
    enabled: area !== null,
    placeholderData: keepPreviousData,
  });
}
