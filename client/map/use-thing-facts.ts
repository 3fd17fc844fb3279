import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect } from 'react';
import { useMapStore } from '#client/state/map-store.ts';
import { useView } from '#client/state/view-store.ts';
import type { MapDefinition } from '#core/cartography/map-definition.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';

/** Finds the thing whose card is open in the map's data: its facts for the card, its place for the ring. */
export function useThingFacts(map: MapLibre | null, definition: MapDefinition, idle: boolean): void {
  const thing = useView((view) => view.thing);
  useEffect(() => {
    if (!thing) return useMapStore.setState({ thingFacts: null, thingPlace: null });
    if (!map || !idle) return;
    const source = Object.entries(definition.sources).find(
      ([, one]) => one.kind === 'features' && one.layer === thing.layer,
    )?.[0];
    if (!source || !map.getSource(source)) return;
    const [feature] = map.querySourceFeatures(source, { filter: ['==', ['get', 'code'], thing.code] });
    if (!feature) return;
    const { geometry } = feature;
    const place = geometry.type === 'Point' ? (geometry.coordinates as unknown as LonLat) : null;
    useMapStore.setState({
      thingFacts: feature.properties,
      thingPlace: place && { code: thing.code, position: place },
    });
  }, [map, definition, idle, thing]);
}
