import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { useEffect, useMemo, useRef } from 'react';
import { createPlacedCode, nextNumber } from '#client/state/plan-edits.ts';
import { leaveAction, type PlanAction, usePlanMapStore } from '#client/state/plan-map-store.ts';
import { findLock } from '#client/state/site-lock.ts';
import { useDragEvaluation } from '#client/state/use-drag-evaluation.ts';
import { useFinishRoad } from '#client/state/use-finish-road.ts';
import { useDragDrawing, usePlanDrawing } from '#client/state/use-plan-drawing.ts';
import { useOpenPlan, usePlanEdit } from '#client/state/use-plan-edit.ts';
import { usePlanPlaces } from '#client/state/use-plan-places.ts';
import { useSiteDrop } from '#client/state/use-site-drop.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import type { PaletteName } from '#core/cartography/map-definition.ts';
import { PALETTES } from '#core/cartography/palettes.ts';
import { text } from '#core/texts/text.ts';
import type { Overlay } from '../create-style.ts';
import { createPlanDragLayer, drawDrag, PLAN_DRAG_SOURCE } from '../layers/plan-drag-layer.ts';
import { createPlanFlowsLayer } from '../layers/plan-flows-layer.ts';
import { createPlanRoadsLayer } from '../layers/plan-roads-layer.ts';
import { createPlanSitesLayer } from '../layers/plan-sites-layer.ts';
import { createAssignMode } from '../modes/assign-mode.ts';
import { createDrawRoadMode } from '../modes/draw-road-mode.ts';
import { createHardenMode } from '../modes/harden-mode.ts';
import { createLookMode } from '../modes/look-mode.ts';
import { createPlaceSiteMode } from '../modes/place-site-mode.ts';
import { createPlaceParkMode, createPlaceServiceMode } from '../modes/place-thing-mode.ts';
import { enterPlanMode, type PlanMode, type PlanModeParts, type ReadParts } from '../modes/plan-mode.ts';
import { ChoicesControl, isChoicesTab } from './choices-control.tsx';
import { CompareControl } from './compare-control.tsx';
import { PlanActionsControl } from './plan-actions-control.tsx';
import { PlanLegendControl } from './plan-legend-control.tsx';
import { PlanNoticeControl } from './plan-notice-control.tsx';

/** The mode of each action. */
const MODES: Readonly<Record<PlanAction, (read: ReadParts) => PlanMode>> = {
  look: createLookMode,
  place_site: createPlaceSiteMode,
  assign: createAssignMode,
  harden: createHardenMode,
  draw_road: createDrawRoadMode,
  place_park: createPlaceParkMode,
  place_service: createPlaceServiceMode,
};

interface PlanningControlProps {
  readonly map: MapLibre;
  readonly paletteName: PaletteName;
  /** Tells what the plan lays over the map. */
  readonly onOverlays: (overlays: readonly Overlay[]) => void;
}

/** The planning map: what the open part of planning lays over the map, exactly one mode. Loaded when planning is opened. */
export function PlanningControl(props: PlanningControlProps) {
  const tab = useView((view) => view.planTab);
  if (tab === 'compare') return <CompareControl {...props} />;
  return isChoicesTab(tab) ? <ChoicesControl tab={tab} {...props} /> : <EditingControl {...props} />;
}

/** The plan drawn over the map, and the bar of actions. */
function EditingControl({ map, paletteName, onOverlays }: PlanningControlProps) {
  const drawing = usePlanDrawing();
  const { canEdit } = useOpenPlan();
  useDragEvaluation();
  useOverlays({ drawing, paletteName, onOverlays });
  useDragSource(map);
  usePlanMode(map, drawing);
  return (
    <>
      {canEdit ? <PlanActionsControl /> : null}
      <PlanNoticeControl />
      <PlanLegendControl paletteName={paletteName} />
    </>
  );
}

type Drawing = ReturnType<typeof usePlanDrawing>;

function useOverlays(setup: { readonly drawing: Drawing } & Omit<PlanningControlProps, 'map'>): void {
  const { drawing, paletteName, onOverlays } = setup;
  const selectedSite = usePlanMapStore((store) => store.selectedSite);
  const selectedSettlement = usePlanMapStore((store) => store.selectedSettlement);
  const dragged = usePlanMapStore((store) => store.drag?.siteCode ?? null);
  const sketch = usePlanMapStore((store) => store.sketch);
  const drag = useDragDrawing();
  const inHand = useRef(drag);
  inHand.current = drag;
  const { sites, flows, placed, settlements, planned, segments, action } = drawing;
  const overlays = useMemo(() => {
    const palette = PALETTES[paletteName];
    return [
      createPlanRoadsLayer({ planned, segments, sketch, isChoosing: action === 'harden' }, palette),
      // what is in hand has flows of its own: those of the plan step back
      createPlanFlowsLayer(flows, dragged === null ? selectedSite : '', palette),
      createPlanSitesLayer({ sites, placed, settlements, selectedSite, selectedSettlement }, palette),
      createPlanDragLayer(inHand.current, palette),
    ];
  }, [
    sites,
    flows,
    placed,
    settlements,
    planned,
    segments,
    action,
    sketch,
    selectedSite,
    selectedSettlement,
    dragged,
    paletteName,
  ]);
  useEffect(() => onOverlays(overlays), [overlays, onOverlays]);
}

/** What is in hand goes to the map by its own small source, once a frame: the style stays as it is. */
function useDragSource(map: MapLibre): void {
  const drawing = useDragDrawing();
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      map.getSource<GeoJSONSource>(PLAN_DRAG_SOURCE)?.setData(drawDrag(drawing));
    });
    return () => cancelAnimationFrame(frame);
  }, [map, drawing]);
}

/** Exactly one mode, that of the action; Escape puts back what is in hand, then lays the action down. */
function usePlanMode(map: MapLibre, drawing: Drawing): void {
  const { canEdit } = useOpenPlan();
  const taken = usePlanMapStore((store) => store.action);
  const action = canEdit ? taken : 'look';
  const parts = useParts(drawing);
  const latest = useRef(parts);
  latest.current = parts;
  useEffect(
    () =>
      enterPlanMode(
        map,
        MODES[action](() => latest.current),
      ),
    [map, action],
  );
  useEffect(() => {
    const handleKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]')) leaveAction();
    };
    window.addEventListener('keydown', handleKey);
    return () => window.removeEventListener('keydown', handleKey);
  }, []);
}

function useParts({ sites, evaluation, planned }: Drawing): PlanModeParts {
  const say = useTopic('plans');
  const language = useView((view) => view.language);
  const { plan, commands, canEdit } = useOpenPlan();
  const { add } = usePlanEdit();
  const places = usePlanPlaces();
  const code = plan?.code ?? '';
  return {
    canEdit,
    plan: code,
    sites,
    evaluation,
    hardened: planned.hardened,
    add,
    lockOf: (siteCode) => {
      const place = places.sites.get(siteCode);
      return place ? findLock(place) : null;
    },
    drop: useSiteDrop(),
    finishRoad: useFinishRoad(),
    nextSite: () => {
      const n = nextNumber(commands, 'S');
      return { siteCode: createPlacedCode(code, 'S', n), name: say('new_site_name', { n }) };
    },
    nextPark: () => {
      const n = nextNumber(commands, 'P');
      return { parkCode: createPlacedCode(code, 'P', n), name: say('new_park_name', { n }) };
    },
    nextService: () => {
      const n = nextNumber(commands, 'F');
      const kind = text(language, 'things', `service_${usePlanMapStore.getState().form.serviceKind}`);
      return { serviceCode: createPlacedCode(code, 'F', n), name: say('new_service_name', { kind, n }) };
    },
  };
}
