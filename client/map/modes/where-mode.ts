import { askPlace } from '#client/state/choices-store.ts';
import { type PlanMode, pointing, toLonLat } from './plan-mode.ts';

/** Asking where a site may stand: a click asks about its place, Enter about the middle of the map. */
export const createWhereMode = (): PlanMode => ({
  ...pointing('crosshair'),
  onMove: () => undefined,
  onLeave: () => undefined,
  onClick: ({ target, point }) => askPlace(toLonLat(target, point)),
  onPress: (map) => askPlace(toLonLat(map, map.project(map.getCenter()))),
});
