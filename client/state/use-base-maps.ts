import { useQuery } from '@tanstack/react-query';
import { fetchBaseMaps } from '#client/api/base-maps-requests.ts';
import type { BaseMap } from '#core/api/base-maps.ts';
import { useBaseMapStore } from './base-map-store.ts';
import { useView } from './view-store.ts';

const NONE: readonly BaseMap[] = [];

/** Base maps there are, and the one that is chosen; null when none is, or when it went away. */
export function useBaseMaps(): { readonly maps: readonly BaseMap[]; readonly chosen: BaseMap | null } {
  const lang = useView((view) => view.language);
  const id = useBaseMapStore((store) => store.chosen);
  const { data } = useQuery({
    queryKey: ['base-maps', lang],
    queryFn: ({ signal }) => fetchBaseMaps({ lang }, signal),
  });
  const maps = data?.items ?? NONE;
  return { maps, chosen: maps.find((map) => map.id === id && map.problem === null) ?? null };
}
