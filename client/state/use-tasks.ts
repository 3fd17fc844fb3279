import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { fetchTasks, type TaskPage } from '#client/api/areas-requests.ts';
import { useView } from './view-store.ts';

/** Late tasks of the open area, numbered as on the map. */
export function useLateTasks(): UseQueryResult<TaskPage> {
  const area = useView((view) => view.area);
  const asOf = useView((view) => view.asOf);
  const lang = useView((view) => view.language);
  return useQuery({
    queryKey: ['tasks', area, asOf, lang, 'late'],
    queryFn: ({ signal }) => fetchTasks({ area: area ?? '', asOf, lang, state: 'late' }, signal),
    enabled: area !== null && asOf !== null,
    placeholderData: keepPreviousData,
  });
}
