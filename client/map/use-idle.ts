import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import { useMapStore } from '#client/state/map-store.ts';
import type { MapDefinition } from '#core/cartography/map-definition.ts';

const setIdleSide = (side: string, idle: boolean | undefined): void =>
  useMapStore.setState((store) => {
    const { [side]: _, ...others } = store.idle;
    return { idle: idle === undefined ? others : { ...others, [side]: idle } };
  });

/** Whether the map has drawn everything of its definition; told to the others, so that playing waits for it. */
export function useIdle(map: MapLibre | null, definition: MapDefinition, side: string): boolean {
  const [drawn, setDrawn] = useState<MapDefinition | null>(null);
  const idle = drawn === definition;
  useEffect(() => {
    if (!map) return;
    const finish = (): void => setDrawn(definition);
    map.on('idle', finish);
    map.triggerRepaint();
    return () => {
      map.off('idle', finish);
    };
  }, [map, definition]);
  useEffect(() => setIdleSide(side, idle), [side, idle]);
  useEffect(() => () => setIdleSide(side, undefined), [side]);
  return idle;
}
