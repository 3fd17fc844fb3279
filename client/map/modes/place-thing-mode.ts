import { usePlanMapStore } from '#client/state/plan-map-store.ts';
import type { PlanEdit } from '#core/county/plan.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { type PlanMode, pointing, type ReadParts, toLonLat } from './plan-mode.ts';

/** Placing a park: a click puts it where it is clicked, once its product is named. */
export const createPlaceParkMode = (read: ReadParts): PlanMode =>
  createPlaceMode(read, (position) => {
    const { parkKind, product, jobs } = usePlanMapStore.getState().form;
    if (product.trim() === '') return null;
    return {
      kind: 'place_park',
      input: { ...read().nextPark(), kind: parkKind, product: product.trim(), position, jobs },
    };
  });

/** Placing a public service. */
export const createPlaceServiceMode = (read: ReadParts): PlanMode =>
  createPlaceMode(read, (position) => {
    const { serviceKind } = usePlanMapStore.getState().form;
    return { kind: 'place_service', input: { ...read().nextService(), kind: serviceKind, position } };
  });

function createPlaceMode(read: ReadParts, createEdit: (position: LonLat) => PlanEdit | null): PlanMode {
  const place = (position: LonLat): void => {
    const edit = createEdit(position);
    if (edit) read().add([edit]);
  };
  return {
    ...pointing('crosshair'),
    onMove: () => undefined,
    onLeave: () => undefined,
    onClick: ({ target, point }) => place(toLonLat(target, point)),
    onPress: (map) => place(toLonLat(map, map.project(map.getCenter()))),
  };
}
