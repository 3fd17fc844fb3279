import type { Map as MapLibre } from 'maplibre-gl';
import { usePlanMapStore } from '#client/state/plan-map-store.ts';
import { PLAN_SETTLEMENTS_LAYER, PLAN_SITES_LAYER } from '../layers/plan-sites-layer.ts';
import type { CanvasPoint } from './find-features.ts';
import { findCode, type PlanMode, type ReadParts } from './plan-mode.ts';

/** Assigning: a click on a settlement chooses it, then a click on a site sends its people there. */
export function createAssignMode(read: ReadParts): PlanMode {
  const find = (map: MapLibre, point: CanvasPoint) => {
    const site = findCode(map, point, { layer: PLAN_SITES_LAYER, by: 'mouse' });
    return {
      site,
      settlement: site === null ? findCode(map, point, { layer: PLAN_SETTLEMENTS_LAYER, by: 'mouse' }) : null,
    };
  };
  const choose = (map: MapLibre, point: CanvasPoint): void => {
    const { site, settlement } = find(map, point);
    const { selectedSettlement } = usePlanMapStore.getState();
    if (settlement !== null) usePlanMapStore.setState({ selectedSettlement: settlement });
    else if (site !== null && selectedSettlement !== null) {
      read().add([{ kind: 'assign_settlement', input: { settlementCode: selectedSettlement, siteCode: site } }]);
      usePlanMapStore.setState({ selectedSettlement: null, selectedSite: site });
    }
  };
  return {
    enter: () => undefined,
    exit: (map) => {
      map.getCanvas().style.cursor = '';
    },
    onMove: ({ target, point }) => {
      const { site, settlement } = find(target, point);
      const isReady = settlement !== null || (site !== null && usePlanMapStore.getState().selectedSettlement !== null);
      target.getCanvas().style.cursor = isReady ? 'pointer' : 'crosshair';
    },
    onLeave: () => undefined,
    onClick: ({ target, point }) => choose(target, point),
    onPress: (map) => choose(map, map.project(map.getCenter())),
  };
}
