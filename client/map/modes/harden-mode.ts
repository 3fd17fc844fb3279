import type { Map as MapLibre } from 'maplibre-gl';
import { usePlanMapStore } from '#client/state/plan-map-store.ts';
import { PLAN_SEGMENTS_LAYER } from '../layers/plan-roads-layer.ts';
import type { CanvasPoint } from './find-features.ts';
import { findCode, type PlanMode, type ReadParts } from './plan-mode.ts';

/** Choosing segments to harden: a click takes one into the year that is set, another click takes it out. */
export function createHardenMode(read: ReadParts): PlanMode {
  const toggle = (map: MapLibre, point: CanvasPoint): void => {
    const segmentCode = findCode(map, point, { layer: PLAN_SEGMENTS_LAYER, by: 'mouse' });
    if (segmentCode === null) return;
    const { year } = usePlanMapStore.getState().form;
    const isIn = read().hardened.get(segmentCode) === year;
    read().add([
      isIn
        ? { kind: 'leave_segment', input: { segmentCode } }
        : { kind: 'harden_segment', input: { segmentCode, year } },
    ]);
  };
  return {
    enter: () => undefined,
    exit: (map) => {
      map.getCanvas().style.cursor = '';
    },
    onMove: ({ target, point }) => {
      target.getCanvas().style.cursor = findCode(target, point, { layer: PLAN_SEGMENTS_LAYER, by: 'mouse' })
        ? 'pointer'
        : 'crosshair';
    },
    onLeave: () => undefined,
    onClick: ({ target, point }) => toggle(target, point),
    onPress: (map) => toggle(map, map.project(map.getCenter())),
  };
}
