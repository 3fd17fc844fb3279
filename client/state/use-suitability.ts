import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { fetchSuitability, fetchSuitabilityAudit, fetchSuitabilityGrid } from '#client/api/suitability-requests.ts';
import type { SuitabilityAnswer, SuitabilityAudit, SuitabilityGrid } from '#core/api/suitability.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { useArea } from './use-area.ts';
import { useOpenPlan } from './use-plan-edit.ts';
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

/** The county as a picture of classes, with its legend. */
export function useSuitabilityGrid(): UseQueryResult<SuitabilityGrid> {
  const county = useView((view) => view.area?.slice(0, 6) ?? '');
  const lang = useView((view) => view.language);
  const asOf = useArea().data?.county.dataDate ?? null;
  return useQuery({
    queryKey: ['suitability-grid', county, asOf, lang],
    queryFn: ({ signal }) => fetchSuitabilityGrid({ county, asOf, lang }, signal),
    enabled: asOf !== null,
  });
}

/** Every site under the open plan, judged; asked for anew with every version of the plan. */
export function useSuitabilityAudit(): UseQueryResult<SuitabilityAudit> {
  const county = useView((view) => view.area?.slice(0, 6) ?? '');
  const lang = useView((view) => view.language);
  const plan = usePlanQuestion()?.plan ?? null;
  const version = useOpenPlan().plan?.version ?? null;
  const asOf = useArea().data?.county.dataDate ?? null;
  return useQuery({
    queryKey: ['suitability-audit', county, plan, version, asOf, lang],
    queryFn: ({ signal }) => fetchSuitabilityAudit({ county, plan, asOf, lang }, signal),
    enabled: asOf !== null,
    placeholderData: keepPreviousData,
  });
}
