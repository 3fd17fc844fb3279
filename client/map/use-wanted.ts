import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect } from 'react';
import { useMapStore } from '#client/state/map-store.ts';
import { FRAME_PADDING } from './create-map.ts';

/** A single place is shown with what surrounds it. */
const CLOSEST_ZOOM = 15;

/** Goes to what a list wants to be seen, beside what the legend covers; the address remembers it like a move by hand. */
export function useWanted(map: MapLibre | null, leftPixels: number): void {
  const wanted = useMapStore((store) => store.wanted);
  useEffect(() => {
    if (!map || !wanted) return;
    const padding = {
      top: 2 * FRAME_PADDING,
      right: FRAME_PADDING,
      bottom: FRAME_PADDING,
      left: FRAME_PADDING + leftPixels,
    };
    map.fitBounds([...wanted], { padding, maxZoom: CLOSEST_ZOOM, animate: false }, { originalEvent: 'list' });
    useMapStore.setState({ wanted: null });
  }, [map, wanted, leftPixels]);
}
