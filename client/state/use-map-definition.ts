import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { fetchMapDefinition } from '#client/api/maps-requests.ts';
import type { MapDefinition } from '#core/cartography/map-definition.ts';
import { useView } from './view-store.ts';

/** The open map at its as-of date, or at the earlier date of the comparison. */
export function useMapDefinition(date: 'asOf' | 'compare' = 'asOf'): UseQueryResult<MapDefinition> {
  const area = useView((view) => view.area);
  const map = useView((view) => view.map);
  const asOf = useView((view) => view[date]);
  const lang = useView((view) => view.language);
  const palette = useView((view) => view.theme);
  return useQuery({
    queryKey: ['map', area, map, asOf, lang, palette],
    queryFn: ({ signal }) => fetchMapDefinition({ area: area ?? '', map, asOf, lang, palette }, signal),
    enabled: area !== null && asOf !== null,
    placeholderData: keepPreviousData,
  });
}
