import {
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import { fetchImportLimits, fetchImports, getKeptFileAddress, type ImportList } from '#client/api/imports-requests.ts';
import type { ImportLimits } from '#core/api/import-records.ts';
import { useRegisterQuestion } from './use-sheet-register.ts';
import { useView } from './view-store.ts';

/** Imports of the county, newest first. */
export function useImports(): UseInfiniteQueryResult<InfiniteData<ImportList>> {
  const question = useRegisterQuestion();
  return useInfiniteQuery({
    queryKey: ['imports', question],
    queryFn: ({ signal, pageParam }) => fetchImports({ ...question, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last: ImportList) => last.next,
    enabled: question.county !== '',
    staleTime: 0,
  });
}

/** What may be sent. */
export function useImportLimits(): UseQueryResult<ImportLimits> {
  const lang = useView((view) => view.language);
  return useQuery({ queryKey: ['import-limits', lang], queryFn: ({ signal }) => fetchImportLimits(lang, signal) });
}

/** Address of the copy that is kept of a file. */
export const keptFileAddress = getKeptFileAddress;
