import { useMemo } from 'react';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { drawCandidates, drawChosenFlows, drawProgramme, listYears } from './choice-drawing.ts';
import { type ChoiceKind, type ChoiceRun, readAnswer, selectRun, useChoiceJobStore } from './choice-job-store.ts';
import { useChoicesStore } from './choices-store.ts';
import { drawSites } from './plan-drawing.ts';
import { useOpenPlan } from './use-plan-edit.ts';
import { useCountyFeatures, usePlanPlaces } from './use-plan-places.ts';
import { useView } from './view-store.ts';

/** The question of a kind in the open county. */
export function useChoiceRun(kind: ChoiceKind): ChoiceRun {
  const county = useView((view) => view.area?.slice(0, 6) ?? '');
  return useChoiceJobStore(selectRun(kind, county));
}

/** The best answer about sites so far. */
export const useChosenSites = () => readAnswer(useChoiceRun('choose_sites'), 'choose_sites');

/** The best road programme so far. */
export const useProgramme = () => readAnswer(useChoiceRun('road_programme'), 'road_programme');

/** Sites of the open plan. */
export function usePlanSites() {
  const places = usePlanPlaces();
  const { commands } = useOpenPlan();
  return useMemo(() => drawSites(places, commands, undefined), [places, commands]);
}

/** Candidates, or the answer with its flows. */
export function useChooseDrawing() {
  const places = usePlanPlaces();
  const sites = usePlanSites();
  const form = useChoicesStore((store) => store.chooseForm);
  const answer = useChosenSites();
  const candidates = useMemo(() => drawCandidates(sites, form, answer), [sites, form, answer]);
  const flows = useMemo(() => drawChosenFlows(answer, places), [answer, places]);
  return { candidates, flows, answer };
}

/** The road programme on the map; `pointed`: segments of the step that the pointer or a click means. */
export function useProgrammeDrawing() {
  const answer = useProgramme();
  const { settlements } = usePlanPlaces();
  const features = useCountyFeatures('segments', answer !== null).data;
  const meant = useChoicesStore((store) => store.pointedStep ?? store.chosenStep);
  const segments = useMemo(() => drawProgramme(answer, features), [answer, features]);
  const pointed = useMemo(() => segments.filter(({ step }) => step === meant), [segments, meant]);
  const joined = useMemo(
    () =>
      (answer?.steps ?? [])
        .flatMap((step) => step.settlements)
        .flatMap(({ code }) => listPosition(settlements.get(code))),
    [answer, settlements],
  );
  const years = useMemo(() => (answer ? listYears(answer) : []), [answer]);
  return { segments, pointed, joined, years };
}

const listPosition = (place: { readonly position: LonLat } | undefined): readonly LonLat[] =>
  place ? [place.position] : [];
