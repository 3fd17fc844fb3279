import {
  type InfiniteData,
  keepPreviousData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import {
  type ChangesQuestion,
  fetchChanges,
  fetchPrint,
  fetchPrints,
  getChangesSheetAddress,
  getPrintFileAddress,
  type PrintPage,
} from '#client/api/prints-requests.ts';
import type { ChangesAnswer, PrintDetail } from '#core/api/sheet-register.ts';
import { useRegisterQuestion } from './use-sheet-register.ts';
import { useView } from './view-store.ts';

/** What was printed of the open area and what lies in it, newest first. */
export function usePrints(): UseInfiniteQueryResult<InfiniteData<PrintPage>> {
  const question = useRegisterQuestion();
  const area = useView((view) => view.area);
  return useInfiniteQuery({
    queryKey: ['prints', question, area],
    queryFn: ({ signal, pageParam }) => fetchPrints({ ...question, area, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last: PrintPage) => last.next,
    enabled: question.county !== '',
    staleTime: 0,
  });
}

/** A printed sheet with its state, and where its file is. */
export interface ShownPrint extends PrintDetail {
  readonly fileAddress: string;
}

const addFileAddress = (print: PrintDetail): ShownPrint => ({ ...print, fileAddress: getPrintFileAddress(print.id) });

/** A printed sheet; null asks for nothing. */
export function usePrint(id: string | null): UseQueryResult<ShownPrint> {
  const lang = useView((view) => view.language);
  return useQuery({
    queryKey: ['print', id, lang],
    queryFn: ({ signal }) => fetchPrint({ id: id ?? '', lang }, signal),
    select: addFileAddress,
    enabled: id !== null,
  });
}

/** What changed in the open area between two days, and where the A4 pages are that tell the same; null asks for nothing. */
export function useChanges(question: ChangesQuestion | null): {
  readonly answer: UseQueryResult<ChangesAnswer>;
  readonly sheetAddress: string | null;
} {
  const answer = useQuery({
    queryKey: ['changes', question],
    queryFn: ({ signal }) => fetchChanges(question ?? NO_DAYS, signal),
    enabled: question !== null,
    placeholderData: keepPreviousData,
  });
  return { answer, sheetAddress: question && getChangesSheetAddress(question) };
}

const NO_DAYS: ChangesQuestion = { area: '', from: '', to: null, lang: 'zh' };
