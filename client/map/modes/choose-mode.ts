import type { Map as MapLibre } from 'maplibre-gl';
import { changeChooseForm, drawCandidate, useChoicesStore } from '#client/state/choices-store.ts';
import { stepPick } from '#client/state/choose-form.ts';
import { CANDIDATES_LAYER } from '../layers/candidates-layer.ts';
import type { CanvasPoint } from './find-features.ts';
import { findCode, type PlanMode, toLonLat } from './plan-mode.ts';

/** Choosing sites: a click makes a site required, then excluded, then free again; while drawing it adds a candidate. */
export function createChooseMode(): PlanMode {
  const pick = (map: MapLibre, point: CanvasPoint): void => {
    const { isDrawing, chooseForm } = useChoicesStore.getState();
    if (isDrawing) {
      drawCandidate(toLonLat(map, point));
      return;
    }
    const code = findCode(map, point, { layer: CANDIDATES_LAYER, by: 'mouse' });
    if (code) changeChooseForm({ picks: stepPick(chooseForm.picks, code) });
  };
  return {
    enter: () => undefined,
    exit: (map) => {
      map.getCanvas().style.cursor = '';
    },
    onMove: ({ target, point }) => {
      const over = findCode(target, point, { layer: CANDIDATES_LAYER, by: 'mouse' });
      target.getCanvas().style.cursor = useChoicesStore.getState().isDrawing ? 'crosshair' : over ? 'pointer' : '';
    },
    onLeave: () => undefined,
    onClick: ({ target, point }) => pick(target, point),
    onPress: (map) => pick(map, map.project(map.getCenter())),
  };
}
