import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { fetchSearch, type SearchAnswer } from '#client/api/areas-requests.ts';
import { useView } from './view-store.ts';

/** Places of the county that match what was typed: name, code, pinyin or its initials. */
export function useSearch(typed: string): UseQueryResult<SearchAnswer> {
  const county = useView((view) => view.area?.slice(0, 6) ?? null);
  const lang = useView((view) => view.language);
  const q = typed.trim();
  return useQuery({
    queryKey: ['search', county, lang, q],
    queryFn: ({ signal }) => fetchSearch({ q, county: county ?? '', lang }, signal),
    enabled: county !== null && q !== '',
  });
}
