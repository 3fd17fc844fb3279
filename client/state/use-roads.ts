import { keepPreviousData, type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query';
import { fetchDistance, fetchNearest, fetchReach, type RoadQuestion } from '#client/api/network-requests.ts';
import type { DistanceAnswer, NearestAnswer, ReachAnswer } from '#core/api/network.ts';
import { DEFAULT_SETTINGS } from '#core/county/campaign.ts';
import type { TravelMetric, TravelMode } from '#core/network/travel.ts';
import { type Legs, sumLegs } from './measured-legs.ts';
import { formatPlace, type MeasureTool, type PlaceText, type ReachTool } from './tool.ts';
import { useSettings } from './use-settings.ts';
import { useView } from './view-store.ts';

/** What every question to the roads shares with the page: county, day, language. */
function useBasis(): Pick<RoadQuestion, 'county' | 'asOf' | 'lang'> {
  const county = useView((view) => view.area?.slice(0, 6) ?? '');
  const asOf = useView((view) => view.asOf);
  const lang = useView((view) => view.language);
  return { county, asOf, lang };
}

const distanceQuery = (question: Parameters<typeof fetchDistance>[0]) => ({
  queryKey: ['distance', question],
  queryFn: ({ signal }: { signal: AbortSignal }): Promise<DistanceAnswer> => fetchDistance(question, signal),
});

/** Each leg between clicked points, asked for on its own, so that a new point asks one question only. */
export function useLegs(tool: MeasureTool | null): Legs {
  const basis = useBasis();
  const points = tool?.points ?? [];
  const ends = points.slice(1).map((to, index) => ({ from: points[index] ?? to, to }));
  return useQueries({
    queries: ends.map(({ from, to }) =>
      distanceQuery({
        ...basis,
        from: formatPlace(from),
        to: formatPlace(to),
        mode: tool?.mode ?? 'drive',
        by: tool?.by ?? 'minutes',
      }),
    ),
    combine: sumLegs,
  });
}

/** The way to a place that a list points at. */
export function useWay(
  way: { readonly from: PlaceText; readonly to: PlaceText; readonly mode: TravelMode } | null,
): UseQueryResult<DistanceAnswer> {
  const basis = useBasis();
  const question = { ...basis, from: way?.from ?? '', to: way?.to ?? '', mode: way?.mode ?? 'drive' } as const;
  return useQuery({ ...distanceQuery({ ...question, by: 'minutes' }), enabled: way !== null });
}

/** The limits of the bands, metres or minutes: those of the county's settings, or the usual ones where settings cannot be read. */
function useReachLimits(by: TravelMetric): readonly number[] | null {
  const { data, isError } = useSettings();
  if (data) return by === 'minutes' ? data.reachMinutes : data.reachKm.map((km) => km * 1000);
  if (!isError) return null;
  return by === 'minutes' ? DEFAULT_SETTINGS.reachMinutes : DEFAULT_SETTINGS.reachMeters;
}

/** What is within reach of the tool's place; the bands of the last place stay while the next come. */
export function useReach(tool: ReachTool | null): UseQueryResult<ReachAnswer> {
  const basis = useBasis();
  const limits = useReachLimits(tool?.by ?? 'minutes');
  const { place, mode, by, direction } = tool ?? { place: null, mode: 'drive', by: 'minutes', direction: 'to' };
  const question = { ...basis, from: place ?? '', mode, by, direction, limits: limits?.join(',') ?? '' };
  return useQuery({
    queryKey: ['reach', question],
    queryFn: ({ signal }) => fetchReach(question, signal),
    enabled: place !== null && limits !== null,
    placeholderData: place === null ? undefined : keepPreviousData,
  });
}

/** The nearest place of each kind by one mode. */
export function useNearest(place: PlaceText | null, mode: TravelMode): UseQueryResult<NearestAnswer> {
  const basis = useBasis();
  const question = { ...basis, from: place ?? '', mode };
  return useQuery({
    queryKey: ['nearest', question],
    queryFn: ({ signal }) => fetchNearest(question, signal),
    enabled: place !== null,
  });
}
