import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
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
  return useQuery({
    queryKey: ['area', area, asOf, lang],
    queryFn: ({ signal }) => fetchArea({ area: area ?? '', asOf, lang }, signal),
    enabled: area !== null,
    placeholderData: keepPreviousData,
  });
}
