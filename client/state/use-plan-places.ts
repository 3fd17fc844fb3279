import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { fetchFeatures } from '#client/api/maps-requests.ts';
import type { FeatureCollection, MapFeature } from '#core/cartography/features/map-feature.ts';
import type { FeatureLayer } from '#core/cartography/map-definition.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import type { ShownCommand } from './plan-edits.ts';
import { listPlacedNames } from './plan-words.ts';
import { useArea } from './use-area.ts';
import { useView } from './view-store.ts';

/** A point of the county as it is today. */
export interface PlanPlace {
  readonly code: string;
  readonly label: string;
  readonly position: LonLat;
  readonly facts: MapFeature['properties'];
}

/** Sites and settlements of the county today, by code. */
export interface PlanPlaces {
  readonly sites: ReadonlyMap<string, PlanPlace>;
  readonly settlements: ReadonlyMap<string, PlanPlace>;
}

/** A layer of the whole county at its data date: what plans stand over. */
export function useCountyFeatures(layer: FeatureLayer, enabled = true): UseQueryResult<FeatureCollection> {
  const county = useView((view) => view.area?.slice(0, 6) ?? null);
  const lang = useView((view) => view.language);
  const asOf = useArea().data?.county.dataDate ?? null;
  return useQuery({
    queryKey: ['county-features', county, layer, asOf, lang],
    queryFn: ({ signal }) => fetchFeatures({ area: county ?? '', asOf, lang }, layer, signal),
    enabled: enabled && county !== null && asOf !== null,
  });
}

/** Sites and settlements that a plan can speak of. */
export function usePlanPlaces(): PlanPlaces {
  const sites = useCountyFeatures('sites').data;
  const settlements = useCountyFeatures('settlements').data;
  return useMemo(() => ({ sites: indexPlaces(sites), settlements: indexPlaces(settlements) }), [sites, settlements]);
}

/** How things of the county and of the plan are called. */
export function usePlanNames(commands: readonly ShownCommand[]): (code: string) => string {
  const { sites, settlements } = usePlanPlaces();
  const hasSegments = commands.some(({ kind }) => kind === 'harden_segment' || kind === 'leave_segment');
  const segments = useCountyFeatures('segments', hasSegments).data;
  const roads = useMemo(() => indexLabels(segments), [segments]);
  const placed = useMemo(() => listPlacedNames(commands), [commands]);
  return useCallback(
    (code) => placed.get(code) ?? sites.get(code)?.label ?? settlements.get(code)?.label ?? roads.get(code) ?? code,
    [placed, sites, settlements, roads],
  );
}

function indexPlaces(collection: FeatureCollection | undefined): ReadonlyMap<string, PlanPlace> {
  const places = new Map<string, PlanPlace>();
  for (const { properties, geometry } of collection?.features ?? []) {
    if (geometry.type !== 'Point') continue;
    const { code, label, name } = properties;
    places.set(code, { code, label: String(label ?? name), position: geometry.coordinates, facts: properties });
  }
  return places;
}

const indexLabels = (collection: FeatureCollection | undefined): ReadonlyMap<string, string> =>
  new Map(
    (collection?.features ?? []).map(({ properties }) => [
      properties.code,
      String(properties.label || properties.name || properties.code),
    ]),
  );
