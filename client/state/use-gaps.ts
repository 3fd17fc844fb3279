import {
  type InfiniteData,
  keepPreviousData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import {
  fetchGaps,
  fetchJoinDefinitions,
  fetchNewlyJoined,
  type GapSort,
  gapsTableAddress,
} from '#client/api/network-requests.ts';
import type { GapsAnswer, JoinDefinitionsAnswer, NewlyJoinedAnswer } from '#core/api/network.ts';
import { useView, useViewStore } from './view-store.ts';

const GAPS_PER_PAGE = 50;

/** Settlements of the open area that are not joined, page after page. */
export function useGaps(sort: GapSort, enabled = true): UseInfiniteQueryResult<GapsAnswer[]> {
  const area = useView((view) => view.area);
  const asOf = useView((view) => view.asOf);
  const lang = useView((view) => view.language);
  return useInfiniteQuery({
    queryKey: ['gaps', area, asOf, lang, sort],
    queryFn: ({ signal, pageParam }) =>
      fetchGaps({ area: area ?? '', asOf, lang, sort, cursor: pageParam, limit: GAPS_PER_PAGE }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last: GapsAnswer) => last.next,
    select: (data: InfiniteData<GapsAnswer>) => data.pages,
    enabled: enabled && area !== null && asOf !== null,
    placeholderData: keepPreviousData,
  });
}

/** Where the gap list can be downloaded. */
export function getGapsTableAddress(sort: GapSort): string {
  const { area, asOf, language } = useViewStore.getState().view;
  return gapsTableAddress({ area: area ?? '', asOf, lang: language, sort });
}

/** What hardening these segments would join. */
export function useNewlyJoined(segments: readonly string[]): UseQueryResult<NewlyJoinedAnswer> {
  const area = useView((view) => view.area);
  const asOf = useView((view) => view.asOf);
  const lang = useView((view) => view.language);
  return useQuery({
    queryKey: ['newly-joined', area, asOf, lang, segments],
    queryFn: ({ signal }) => fetchNewlyJoined({ area: area ?? '', asOf, lang, segments }, signal),
    enabled: area !== null && asOf !== null && segments.length > 0,
    placeholderData: keepPreviousData,
  });
}

/** R2 of the open area under every definition. */
export function useJoinDefinitions(): UseQueryResult<JoinDefinitionsAnswer> {
  const area = useView((view) => view.area);
  const asOf = useView((view) => view.asOf);
  const lang = useView((view) => view.language);
  return useQuery({
    queryKey: ['join-definitions', area, asOf, lang],
    queryFn: ({ signal }) => fetchJoinDefinitions({ area: area ?? '', asOf, lang }, signal),
    enabled: area !== null && asOf !== null,
    placeholderData: keepPreviousData,
  });
}
