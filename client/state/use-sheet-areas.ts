import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { fetchArea } from '#client/api/areas-requests.ts';
import type { AreaDetail } from '#core/api/areas.ts';
import { useView } from './view-store.ts';

/** An area with what lies in it, by its code; the same answer that opening it asks for. */
export function useAreaOf(area: string | null): UseQueryResult<AreaDetail> {
  const asOf = useView((view) => view.asOf);
  const lang = useView((view) => view.language);
  return useQuery({
    queryKey: ['area', area, asOf, lang],
    queryFn: ({ signal }) => fetchArea({ area: area ?? '', asOf, lang }, signal),
    enabled: area !== null,
  });
}
