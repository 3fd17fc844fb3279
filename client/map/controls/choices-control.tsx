import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { useEffect, useMemo, useRef } from 'react';
import { useChoicesStore } from '#client/state/choices-store.ts';
import { writeKm } from '#client/state/trip-words.ts';
import { useChooseDrawing, usePlanSites, useProgrammeDrawing } from '#client/state/use-choices.ts';
import { useRefusingArea } from '#client/state/use-refusing-area.ts';
import { useSuitability, useSuitabilityGrid } from '#client/state/use-suitability.ts';
import type { PlanTab } from '#client/state/view.ts';
import { useView } from '#client/state/view-store.ts';
import type { PaletteName } from '#core/cartography/map-definition.ts';
import { PALETTES } from '#core/cartography/palettes.ts';
import { text } from '#core/texts/text.ts';
import { metersToKilometers } from '#core/units.ts';
import type { Overlay } from '../create-style.ts';
import { createCandidatesLayer } from '../layers/candidates-layer.ts';
import { createPlanFlowsLayer } from '../layers/plan-flows-layer.ts';
import { createPlanSitesLayer } from '../layers/plan-sites-layer.ts';
import { createProgrammeLayer, drawSegments, POINTED_STEP_SOURCE } from '../layers/programme-layer.ts';
import { createAskedPlaceLayer, createSuitabilityLayer } from '../layers/suitability-layer.ts';
import { createChooseMode } from '../modes/choose-mode.ts';
import { enterPlanMode, type PlanMode } from '../modes/plan-mode.ts';
import { createProgrammeMode } from '../modes/programme-mode.ts';
import { createWhereMode } from '../modes/where-mode.ts';
import { ChoicesLegendControl } from './choices-legend-control.tsx';

/** Parts of planning with a map of their own. */
const CONTROLS = {
  where: WhereControl,
  choose: ChooseControl,
  roads: ProgrammeControl,
} as const satisfies Partial<Record<PlanTab, unknown>>;
type ChoicesTab = keyof typeof CONTROLS;

/** Whether a part of planning has a map of its own. */
export const isChoicesTab = (tab: PlanTab): tab is ChoicesTab => tab in CONTROLS;

interface ChoicesControlProps {
  readonly map: MapLibre;
  readonly paletteName: PaletteName;
  readonly onOverlays: (overlays: readonly Overlay[]) => void;
}

/** The map of suitability, of the choice of sites, or of the road programme. */
export function ChoicesControl({ tab, ...props }: ChoicesControlProps & { readonly tab: ChoicesTab }) {
  const Control = CONTROLS[tab];
  return <Control {...props} />;
}

function WhereControl({ map, paletteName, onOverlays }: ChoicesControlProps) {
  const language = useView((view) => view.language);
  const grid = useSuitabilityGrid().data;
  const opacity = useChoicesStore((store) => store.opacity);
  const place = useChoicesStore((store) => store.place);
  const judged = useSuitability(place).data;
  const nearest = judged?.nearest ?? null;
  const area = useRefusingArea(judged?.place ?? null);
  const sites = usePlanSites();
  const overlays = useMemo(() => {
    const palette = PALETTES[paletteName];
    const away = nearest ? writeKm(metersToKilometers(nearest.straightMeters), language) : '';
    const asked = place && {
      position: place,
      area,
      nearest: nearest && {
        position: nearest.place.position,
        label: text(language, 'plans', 'nearest_label', { km: away }),
      },
    };
    return [
      ...(grid && opacity > 0 ? [createSuitabilityLayer(grid, opacity)] : []),
      createPlanSitesLayer(
        { sites, placed: [], settlements: [], selectedSite: null, selectedSettlement: null },
        palette,
      ),
      createAskedPlaceLayer(asked, palette),
    ];
  }, [grid, opacity, place, nearest, area, sites, paletteName, language]);
  useEffect(() => onOverlays(overlays), [overlays, onOverlays]);
  useOwnMode(map, createWhereMode);
  return <ChoicesLegendControl legend={{ kind: 'where' }} paletteName={paletteName} />;
}

function ChooseControl({ map, paletteName, onOverlays }: ChoicesControlProps) {
  const { candidates, flows, answer } = useChooseDrawing();
  const pointed = useChoicesStore((store) => store.pointedSite);
  const overlays = useMemo(() => {
    const palette = PALETTES[paletteName];
    return [createPlanFlowsLayer(flows, pointed, palette), createCandidatesLayer(candidates, pointed, palette)];
  }, [candidates, flows, pointed, paletteName]);
  useEffect(() => onOverlays(overlays), [overlays, onOverlays]);
  useOwnMode(map, createChooseMode);
  return <ChoicesLegendControl legend={{ kind: 'choose', isAnswered: answer !== null }} paletteName={paletteName} />;
}

function ProgrammeControl({ map, paletteName, onOverlays }: ChoicesControlProps) {
  const { segments, joined, pointed, years } = useProgrammeDrawing();
  const latest = useRef(pointed);
  latest.current = pointed;
  const overlays = useMemo(
    () => [createProgrammeLayer({ segments, joined, pointed: latest.current }, PALETTES[paletteName])],
    [segments, joined, paletteName],
  );
  useEffect(() => onOverlays(overlays), [overlays, onOverlays]);
  // what is pointed at goes to the map by its own small source
  useEffect(() => {
    map.getSource<GeoJSONSource>(POINTED_STEP_SOURCE)?.setData(drawSegments(pointed));
  }, [map, pointed]);
  useOwnMode(map, createProgrammeMode);
  return <ChoicesLegendControl legend={{ kind: 'roads', years }} paletteName={paletteName} />;
}

function useOwnMode(map: MapLibre, createMode: () => PlanMode): void {
  useEffect(() => enterPlanMode(map, createMode()), [map, createMode]);
}
