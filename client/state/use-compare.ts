import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type CompareQuestion, fetchComparison, formatComparePage } from '#client/api/compare-requests.ts';
import type { CompareAnswer } from '#core/api/plans.ts';
import { useCompareStore } from './compare-store.ts';
import { usePlanAnswer, usePlans } from './use-plans.ts';
import { useView } from './view-store.ts';

/** In an address: the county without any draft. */
export const TODAY = 'today';
/** Fewest and most columns. */
export const COMPARED_RANGE = { least: 2, most: 6 } as const;

/** The columns: those chosen as far as there are such plans, else today and the plan at hand. */
export function useComparedPlans(): readonly string[] {
  const chosen = useCompareStore((store) => store.plans);
  const open = useView((view) => view.plan);
  const list = usePlans().data;
  return useMemo(() => {
    const known = new Set([TODAY, ...(list?.items.map(({ code }) => code) ?? [])]);
    const first = open ?? list?.inForce ?? list?.items[0]?.code;
    return (chosen ?? [TODAY, ...(first ? [first] : [])]).filter((plan) => known.has(plan));
  }, [chosen, open, list]);
}

/** What is asked; null while fewer than two plans are chosen. */
export function useCompareQuestion(): CompareQuestion | null {
  const county = useView((view) => view.area?.slice(0, 6) ?? null);
  const lang = useView((view) => view.language);
  const year = useCompareStore((store) => store.year);
  const plans = useComparedPlans();
  return useMemo(
    () => (county === null || plans.length < COMPARED_RANGE.least ? null : { county, plans, year, lang }),
    [county, plans, year, lang],
  );
}

/** The comparison; asked anew when one of its plans has changed. */
export function useComparison(): UseQueryResult<CompareAnswer> {
  const question = useCompareQuestion();
  const list = usePlans().data;
  const own = usePlanAnswer().data;
  const versions = question?.plans.map((plan) =>
    own?.code === plan ? own.version : list?.items.find(({ code }) => code === plan)?.version,
  );
  return useQuery({
    queryKey: ['comparison', question, versions],
    queryFn: ({ signal }) => fetchComparison(question ?? NOTHING, signal),
    enabled: question !== null,
    placeholderData: keepPreviousData,
  });
}

const NOTHING: CompareQuestion = { county: '', plans: [], year: null, lang: '' };

/** Address of the page to print, for a paper; null while there is nothing to compare. */
export function useComparePage(): ((paper: 'A3' | 'A4') => string) | null {
  const question = useCompareQuestion();
  return question && ((paper) => formatComparePage(question, paper));
}
