import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { fetchSettings, saveSettings } from '#client/api/settings-requests.ts';
import type { SettingsAnswer, SettingsPatch } from '#core/api/network.ts';
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
export function useSaveSettings(): UseMutationResult<SettingsAnswer, Error, SettingsPatch> {
  const county = useView((view) => view.area?.slice(0, 6) ?? '');
  const lang = useView((view) => view.language);
  const client = useQueryClient();
  return useMutation({
    mutationFn: (patch: SettingsPatch) => saveSettings({ county, lang }, patch),
    onSuccess: async () => {
      await client.invalidateQueries();
    },
  });
}
