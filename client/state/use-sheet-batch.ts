import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { fetchArea } from '#client/api/areas-requests.ts';
import { type BatchKind, useBatchStore } from './sheet-batch-store.ts';
import { type FollowedJob, useJob } from './use-job.ts';
import { useView } from './view-store.ts';

/** The job of a kind: started here, or found again. */
export function useBatchJob(kind: BatchKind): FollowedJob {
  const lang = useView((view) => view.language);
  const known = useBatchStore((store) => store.jobs[kind] ?? null);
  const keepJob = useBatchStore((store) => store.keepJob);
  const client = useQueryClient();
  const followed = useJob(lang, known);
  const { job } = followed;
  const state = job?.state;
  useEffect(() => {
    if (job) keepJob(kind, job.id);
  }, [job, kind, keepJob]);
  useEffect(() => {
    // what was made may have been entered in the list of prints
    if (state === 'done') void client.invalidateQueries({ queryKey: ['prints'] });
  }, [state, client]);
  return followed;
}

/** Asks for the codes of the areas that lie in others. */
export function useListBelow(): (areas: readonly string[]) => Promise<readonly string[]> {
  const asOf = useView((view) => view.asOf);
  const lang = useView((view) => view.language);
  const client = useQueryClient();
  return async (areas) => {
    const found = await Promise.all(
      areas.map((area) =>
        client.fetchQuery({
          queryKey: ['area', area, asOf, lang],
          queryFn: ({ signal }) => fetchArea({ area, asOf, lang }, signal),
        }),
      ),
    );
    return found.flatMap(({ children }) => children.map(({ code }) => code));
  };
}
