import { useMemo } from 'react';
import type { SiteEvaluationAnswer } from '#core/api/plans.ts';
import { metersToKilometers } from '#core/units.ts';
import {
  drawCloseness,
  drawFlows,
  drawPlaced,
  drawRefusal,
  drawSites,
  findMovedPosition,
  listPlannedRoads,
} from './plan-drawing.ts';
import { usePlanMapStore } from './plan-map-store.ts';
import { writeKm } from './trip-words.ts';
import { useOpenPlan } from './use-plan-edit.ts';
import { usePlanEvaluation, useTodayEvaluation } from './use-plan-evaluation.ts';
import { useCountyFeatures, usePlanPlaces } from './use-plan-places.ts';
import { useRefusingArea } from './use-refusing-area.ts';
import { findSite } from './use-site-account.ts';
import { useTopic } from './use-text.ts';
import { useView } from './view-store.ts';

/** What the open plan draws, apart from what is in hand. */
export function usePlanDrawing() {
  const { plan, commands: all, queue } = useOpenPlan();
  // what the server refused is kept in the list, but the map does not show it as done
  const refused = queue.state === 'refused';
  const commands = useMemo(() => (refused ? all.filter(({ by }) => by !== null) : all), [all, refused]);
  const places = usePlanPlaces();
  const action = usePlanMapStore((store) => store.action);
  const today = useTodayEvaluation().data;
  const own = usePlanEvaluation().data;
  const evaluation = plan ? own : today;
  const planned = useMemo(() => listPlannedRoads(commands), [commands]);
  const segments = useCountyFeatures('segments', action === 'harden' || planned.hardened.size > 0).data;
  const sites = useMemo(() => drawSites(places, commands, evaluation), [places, commands, evaluation]);
  const flows = useMemo(() => drawFlows(evaluation, places), [evaluation, places]);
  const placed = useMemo(() => drawPlaced(commands), [commands]);
  const settlements = useMemo(
    () => [...places.settlements.values()].filter(({ facts }) => Number(facts.relocationHouseholds) > 0),
    [places],
  );
  return { sites, flows, placed, settlements, planned, segments, evaluation, action };
}

/** What is in hand, or the ties of the chosen site. */
export function useDragDrawing() {
  const language = useView((view) => view.language);
  const say = useTopic('plans');
  const places = usePlanPlaces();
  const own = usePlanEvaluation().data;
  const selected = usePlanMapStore((store) => store.selectedSite);
  const drag = usePlanMapStore((store) => store.drag);
  const dragged = usePlanMapStore((store) => store.dragEvaluation);
  const refusal = usePlanMapStore((store) => store.refusal);
  const evaluation = drag ? dragged?.evaluation : own;
  const isRefused = dragged?.place?.suitabilityClass === 'refused';
  const area = useRefusingArea(drag ? (refusal?.answer.place ?? dragged?.place ?? null) : null);
  const code = drag?.siteCode ?? selected;
  const site = code === null ? undefined : findSite(evaluation, code);
  const { commands } = useOpenPlan();
  // after a drop the numbers are older than the place for a moment: lines begin where the site is
  const at = drag?.position ?? (code === null ? null : findMovedPosition(commands, code));
  const flows = useMemo(
    () =>
      drag && dragged ? drawFlows(dragged.evaluation, places).filter(({ siteCode }) => siteCode === drag.siteCode) : [],
    [drag, dragged, places],
  );
  return useMemo(() => {
    const writeTie = ({ kind, name, nameEn, km }: SiteEvaluationAnswer['closeness'][number]): string =>
      `${(language === 'en' ? nameEn : name) ?? say(`close_${kind}`)} ${writeKm(km, language)}`;
    const nearest = refusal?.answer.nearest;
    const km = nearest ? writeKm(metersToKilometers(nearest.straightMeters), language) : '';
    return {
      position: drag?.position ?? null,
      label: drag?.name ?? '',
      isRefused: drag !== null && (refusal !== null || isRefused),
      // the numbers may be a moment older than the place: lines end where the site is
      flows: drag ? flows.map((flow) => ({ ...flow, to: drag.position })) : flows,
      ties: refusal ? drawRefusal(refusal, say('nearest_label', { km })) : drawCloseness(site, at, writeTie),
      area,
    };
  }, [drag, at, site, flows, refusal, isRefused, area, language, say]);
}
