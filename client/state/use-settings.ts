import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { fetchSettings, type SettingsChange, saveSettings } from '#client/api/settings-requests.ts';
import type { SettingsAnswer } from '#core/api/network.ts';
import { useView } from './view-store.ts';

/** The county's switches. */
export function useSettings(): UseQueryResult<SettingsAnswer> {
  const county = useView((view) => view.area?.slice(0, 6) ?? null);
  const lang = useView((view) => view.language);
  return useQuery({
    queryKey: ['settings', county, lang],
    queryFn: ({ signal }) => fetchSettings({ county: county ?? '', lang }, signal),
    enabled: county !== null,
  });
}

/** Changes switches; every figure and map of the county is asked for anew, since they rest on another revision now. */
export function useSaveSettings(): UseMutationResult<SettingsAnswer, Error, SettingsChange> {
  const county = useView((view) => view.area?.slice(0, 6) ?? '');
  const lang = useView((view) => view.language);
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: SettingsChange) => saveSettings({ county, lang }, change),
    onSuccess: async () => {
      await client.invalidateQueries();
    },
    // Somebody else may have been faster: what is in force now is asked for.
    onError: () => client.invalidateQueries({ queryKey: ['settings'] }),
  });
}
