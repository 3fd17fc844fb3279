import type { Map as MapLibre } from 'maplibre-gl';
import { useText } from '#client/state/use-text.ts';
import { useViewStore } from '#client/state/view-store.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import type { Bbox } from '#core/geo/bbox.ts';
import { frameArea } from '../use-camera.ts';

interface ZoomControlProps {
  readonly map: MapLibre;
  readonly bbox: Bbox;
  /** What the legend covers at the left. */
  readonly leftPixels: number;
}

/** Nearer, farther, and the whole area. */
export function ZoomControl({ map, bbox, leftPixels }: ZoomControlProps) {
  const say = useText();
  const showArea = (): void => {
    useViewStore.getState().change({ camera: null }, 'replace');
    frameArea(map, bbox, leftPixels);
  };
  // A move carries the event that caused it, so that the address remembers it like a move by hand.
  return (
    <div className="zoom">
      <IconButton icon="plus" label={say('zoom_in')} onPress={() => map.zoomIn({}, { originalEvent: 'button' })} />
      <IconButton icon="minus" label={say('zoom_out')} onPress={() => map.zoomOut({}, { originalEvent: 'button' })} />
      <IconButton icon="frame" label={say('zoom_area')} onPress={showArea} />
    </div>
  );
}
