import type { Map as MapLibre } from 'maplibre-gl';
import { beginDrag, moveDrag, usePlanMapStore } from '#client/state/plan-map-store.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { keepInSight } from './look-mode.ts';
import { type PlanMode, pointing, type ReadParts, stepByKey, toLonLat } from './plan-mode.ts';

/** A new site in hand: it follows the pointer, a click or Enter places it. */
export function createPlaceSiteMode(read: ReadParts): PlanMode {
  const put = (position: LonLat): void => {
    const { drag, form } = usePlanMapStore.getState();
    if (drag) {
      moveDrag(position);
      return;
    }
    beginDrag(
      {
        kind: 'place',
        ...read().nextSite(),
        capacityHouseholds: form.capacityHouseholds,
        from: null,
        position,
        isDropped: false,
      },
      read().evaluation ?? null,
    );
  };
  const place = (): void => {
    const { drag, form } = usePlanMapStore.getState();
    if (drag && !drag.isDropped) void read().drop({ ...drag, capacityHouseholds: form.capacityHouseholds });
  };
  const middleOf = (map: MapLibre): LonLat => toLonLat(map, map.project(map.getCenter()));
  return {
    ...pointing('crosshair'),
    onMove: ({ target, point }) => {
      if (!usePlanMapStore.getState().refusal) put(toLonLat(target, point));
    },
    onLeave: () => undefined,
    onClick: ({ target, point }) => {
      // another place is tried where the last one was refused
      if (usePlanMapStore.getState().refusal) usePlanMapStore.setState({ drag: null, refusal: null });
      put(toLonLat(target, point));
      place();
    },
    onPress: (map) => {
      if (!usePlanMapStore.getState().drag) put(middleOf(map));
      place();
    },
    onKey: (event, map) => {
      const next = stepByKey(usePlanMapStore.getState().drag?.position ?? middleOf(map), event);
      if (!next || usePlanMapStore.getState().drag?.isDropped) return false;
      put(next);
      keepInSight(map, next);
      return true;
    },
  };
}
