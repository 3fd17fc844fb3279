import {
  type InfiniteData,
  keepPreviousData,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
} from '@tanstack/react-query';
import { fetchNetworkReport, networkReportTableAddress } from '#client/api/network-requests.ts';
import type { NetworkReport } from '#core/api/network.ts';
import type { RoadFaultKind } from '#core/county/county.ts';
import { useView, useViewStore } from './view-store.ts';

const FINDINGS_PER_PAGE = 50;

/** The roads of the open area as a graph, with the findings of one kind or of all, page after page. */
export function useNetworkReport(kind: RoadFaultKind | null): UseInfiniteQueryResult<NetworkReport[]> {
  const area = useView((view) => view.area);
  const asOf = useView((view) => view.asOf);
  const lang = useView((view) => view.language);
  return useInfiniteQuery({
    queryKey: ['network', area, asOf, lang, kind],
    queryFn: ({ signal, pageParam }) =>
      fetchNetworkReport({ area: area ?? '', asOf, lang, kind, cursor: pageParam, limit: FINDINGS_PER_PAGE }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last: NetworkReport) => last.next,
    select: (data: InfiniteData<NetworkReport>) => data.pages,
    enabled: area !== null && asOf !== null,
    placeholderData: keepPreviousData,
  });
}

/** Where the findings can be downloaded. */
export function getNetworkReportTableAddress(kind: RoadFaultKind | null): string {
  const { area, asOf, language } = useViewStore.getState().view;
  return networkReportTableAddress({ area: area ?? '', asOf, lang: language, kind });
}
