import type { Map as MapLibre, MapMouseEvent, MapTouchEvent } from 'maplibre-gl';
import { beginDrag, moveDrag, refuseDrag, selectSite, usePlanMapStore } from '#client/state/plan-map-store.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { PLAN_SITES_LAYER } from '../layers/plan-sites-layer.ts';
import type { CanvasPoint } from './find-features.ts';
import { findCode, type PlanMode, type ReadParts, stepByKey, toLonLat } from './plan-mode.ts';

/** A press that moves less than this is a click. */
const DRAG_PIXELS = 4;
/** How a pointer or a finger lets go. */
const RELEASES = ['mouseup', 'touchend', 'touchcancel'] as const;

/** Looking at sites: a click chooses one, a press takes it in hand, arrow keys move the chosen one. */
export function createLookMode(read: ReadParts): PlanMode {
  let pressed: { readonly code: string; readonly point: CanvasPoint } | null = null;
  const pull = (event: MapMouseEvent | MapTouchEvent): void => {
    if (!pressed) return;
    const { point, target } = event;
    const isFar = Math.hypot(point.x - pressed.point.x, point.y - pressed.point.y) >= DRAG_PIXELS;
    const { drag } = usePlanMapStore.getState();
    if (!drag && isFar && takeInHand(pressed.code, read) === null) {
      pressed = null;
      return;
    }
    if (usePlanMapStore.getState().drag) moveDrag(toLonLat(target, point));
  };
  const release = (): void => {
    if (pressed) letGo(read);
    pressed = null;
  };
  return {
    enter: () => {
      // a site may be let go beside the map
      for (const name of RELEASES) window.addEventListener(name, release);
    },
    exit: (map) => {
      map.getCanvas().style.cursor = '';
      for (const name of RELEASES) window.removeEventListener(name, release);
    },
    onDown: (event) => {
      const by = isTouch(event) ? 'touch' : 'mouse';
      if (isTouch(event) && event.points.length > 1) return;
      const code = findCode(event.target, event.point, { layer: PLAN_SITES_LAYER, by });
      if (code === null || !read().canEdit) return;
      event.preventDefault();
      pressed = { code, point: event.point };
    },
    onMove: (event) => {
      if (pressed) pull(event);
      const over = findCode(event.target, event.point, { layer: PLAN_SITES_LAYER, by: 'mouse' });
      const grab = read().canEdit ? 'grab' : 'pointer';
      event.target.getCanvas().style.cursor = pressed ? 'grabbing' : over ? grab : '';
    },
    onTouchMove: pull,
    onLeave: () => undefined,
    onClick: ({ target, point }) => {
      if (usePlanMapStore.getState().drag) return;
      selectSite(findCode(target, point, { layer: PLAN_SITES_LAYER, by: 'mouse' }));
    },
    onPress: (map) => {
      if (usePlanMapStore.getState().drag) letGo(read);
      else selectSite(findCode(map, map.project(map.getCenter()), { layer: PLAN_SITES_LAYER, by: 'touch' }));
    },
    onKey: (event, map) => stepChosen(event, map, read),
  };
}

const isTouch = (event: MapMouseEvent | MapTouchEvent): event is MapTouchEvent => 'points' in event;

/** Takes a site in hand where it stands. */
function takeInHand(code: string, read: ReadParts): LonLat | null {
  const { sites, evaluation, canEdit } = read();
  const site = sites.find((one) => one.code === code);
  if (!site || !canEdit) return null;
  const lock = read().lockOf(code);
  if (lock) {
    refuseDrag(lock);
    return null;
  }
  const capacity = evaluation?.sites.find(({ siteCode }) => siteCode === code)?.capacityHouseholds ?? 0;
  beginDrag(
    {
      kind: 'move',
      siteCode: code,
      name: site.label,
      capacityHouseholds: capacity,
      from: site.position,
      position: site.position,
      isDropped: false,
    },
    evaluation ?? null,
  );
  return site.position;
}

function letGo(read: ReadParts): void {
  const { drag } = usePlanMapStore.getState();
  if (drag?.kind === 'move' && !drag.isDropped) void read().drop(drag);
}

/** Arrow keys take the chosen site in hand and move it. */
function stepChosen(event: KeyboardEvent, map: MapLibre, read: ReadParts): boolean {
  const { drag, selectedSite } = usePlanMapStore.getState();
  if (drag?.isDropped) return false;
  const at = drag?.position ?? read().sites.find(({ code }) => code === selectedSite)?.position;
  const next = at && stepByKey(at, event);
  if (!next || (!drag && (selectedSite === null || takeInHand(selectedSite, read) === null))) return false;
  moveDrag(next);
  keepInSight(map, next);
  return true;
}

/** Moves the map after what is moved by keys. */
export function keepInSight(map: MapLibre, position: LonLat): void {
  if (!map.getBounds().contains([position[0], position[1]])) map.setCenter([position[0], position[1]]);
}
