import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { fetchArea, fetchCounties } from '#client/api/areas-requests.ts';
import type { AreaDetail, CountyList } from '#core/api/areas.ts';
import { useView } from './view-store.ts';

/** The counties one may see; asked only while no area is chosen. */
export function useCounties(): UseQueryResult<CountyList> {
  const language = useView((view) => view.language);
  const missing = useView((view) => view.area === null);
  return useQuery({
    queryKey: ['counties', language],
    queryFn: ({ signal }) => fetchCounties(language, signal),
    enabled: missing,
  });
}

/** The open area; while the next one loads, the last one stays. */
export function useArea(): UseQueryResult<AreaDetail> {
  const area = useView((view) => view.area);
  const asOf = useView((view) => view.asOf);
  const lang = useView((view) => view.language);
  const client = useQueryClient();
  return useQuery({
    queryKey: ['area', area, asOf, lang],
    queryFn: async ({ signal }) => {
      const answer = await fetchArea({ area: area ?? '', asOf, lang }, signal);
      // Without a date the answer is that of the data date, which is asked for next.
      if (asOf === null) client.setQueryData(['area', area, answer.county.dataDate, lang], answer);
      return answer;
    },
    enabled: area !== null,
    placeholderData: keepPreviousData,
  });
}
