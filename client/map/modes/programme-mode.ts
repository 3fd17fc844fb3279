import type { Map as MapLibre } from 'maplibre-gl';
import { chooseStep, pointAtStep } from '#client/state/choices-store.ts';
import { PROGRAMME_LAYER } from '../layers/programme-layer.ts';
import type { CanvasPoint } from './find-features.ts';
import { findProperty, type PlanMode } from './plan-mode.ts';

/** Looking at a road programme: the pointer shows a step, a click chooses it in the list. */
export function createProgrammeMode(): PlanMode {
  const find = (map: MapLibre, point: CanvasPoint): number | null => {
    const step = findProperty(map, point, { layer: PROGRAMME_LAYER, by: 'mouse', property: 'step' });
    return step === null ? null : Number(step);
  };
  return {
    enter: () => undefined,
    exit: (map) => {
      map.getCanvas().style.cursor = '';
    },
    onMove: ({ target, point }) => {
      const step = find(target, point);
      target.getCanvas().style.cursor = step === null ? '' : 'pointer';
      pointAtStep(step);
    },
    onLeave: () => pointAtStep(null),
    onClick: ({ target, point }) => chooseStep(find(target, point)),
    onPress: (map) => chooseStep(find(map, map.project(map.getCenter()))),
  };
}
