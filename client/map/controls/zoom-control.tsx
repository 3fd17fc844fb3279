import type { Map as MapLibre } from 'maplibre-gl';
import { useText } from '#client/state/use-text.ts';
import { useViewStore } from '#client/state/view-store.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import type { Bbox } from '#core/geo/bbox.ts';
import { FRAME_PADDING } from '../create-map.ts';

/** Nearer, farther, and the whole area. */
export function ZoomControl({ map, bbox }: { readonly map: MapLibre; readonly bbox: Bbox }) {
  const say = useText();
  const showArea = (): void => {
    useViewStore.getState().change({ camera: null }, 'replace');
    map.fitBounds([...bbox], { padding: FRAME_PADDING, animate: false });
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
