import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { fetchSuitability } from '#client/api/suitability-requests.ts';
import type { SuitabilityAnswer } from '#core/api/suitability.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { useArea } from './use-area.ts';
import { usePlanQuestion } from './use-plans.ts';
import { useView } from './view-store.ts';

/** What the rules say of a place under the open plan. */
export function useSuitability(position: LonLat | null): UseQueryResult<SuitabilityAnswer> {
  const county = useView((view) => view.area?.slice(0, 6) ?? '');
  const lang = useView((view) => view.language);
  const plan = usePlanQuestion()?.plan ?? null;
  const asOf = useArea().data?.county.dataDate ?? null;
  return useQuery({
    queryKey: ['suitability', county, position, plan, asOf, lang],
    queryFn: ({ signal }) => fetchSuitability({ county, position: position ?? [0, 0], plan, asOf, lang }, signal),
    enabled: position !== null,
  });
}
