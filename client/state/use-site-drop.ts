import { useCallback } from 'react';
import { fetchSuitability } from '#client/api/suitability-requests.ts';
import type { SuitabilityAnswer } from '#core/api/suitability.ts';
import { dragEdit, type PlanDrag, type Refusal, usePlanMapStore } from './plan-map-store.ts';
import { useArea } from './use-area.ts';
import { usePlanEdit } from './use-plan-edit.ts';
import { usePlanQuestion } from './use-plans.ts';

/** Longer than this nobody waits for the rules: the server asks them again when it saves. */
const RULES_MILLISECONDS = 4000;
/** Where the page itself found that the place is refused, the nearest place that passes is worth waiting for. */
const REFUSED_MILLISECONDS = 30_000;

/**
 * Lets the site in hand go. The rules are asked first: where a forbidding one is broken nothing is added to the plan and the refusal is shown with the
 * nearest place that passes. Without an answer the command waits for the server, which judges it again.
 */
export function useSiteDrop(): (drag: PlanDrag) => Promise<void> {
  const question = usePlanQuestion();
  const asOf = useArea().data?.county.dataDate ?? null;
  const { add } = usePlanEdit();
  return useCallback(
    async (drag) => {
      if (!question) return;
      const edit = dragEdit(drag);
      const held: PlanDrag = { ...drag, isDropped: true };
      usePlanMapStore.setState({ drag: held });
      const answer = await fetchSuitability(
        { county: question.county, position: drag.position, plan: question.plan, asOf, lang: question.lang },
        AbortSignal.timeout(isKnownRefused(drag) ? REFUSED_MILLISECONDS : RULES_MILLISECONDS),
      ).catch(() => null);
      // another site was taken in hand, or this one was put back, while the rules were asked
      if (usePlanMapStore.getState().drag !== held) return;
      if (answer && isRefused(answer)) usePlanMapStore.setState({ refusal: { edit, answer } });
      else {
        add([edit]);
        finish(edit);
      }
    },
    [question, asOf, add],
  );
}

/** Puts a refused site at the nearest place that passes. */
export function useMoveThere(): (refusal: Refusal) => void {
  const { add } = usePlanEdit();
  return ({ edit, answer }) => {
    const position = answer.nearest?.place.position;
    if (!position) return;
    const moved: Refusal['edit'] =
      edit.kind === 'move_site'
        ? { kind: 'move_site', input: { ...edit.input, position } }
        : { kind: 'place_site', input: { ...edit.input, position } };
    add([moved]);
    finish(moved);
  };
}

/** Whether the page has judged the very place, and refused it. */
function isKnownRefused({ siteCode, position: [lon, lat] }: PlanDrag): boolean {
  const { dragEvaluation } = usePlanMapStore.getState();
  if (dragEvaluation?.siteCode !== siteCode) return false;
  const [judgedLon, judgedLat] = dragEvaluation.position;
  return judgedLon === lon && judgedLat === lat && dragEvaluation.place?.suitabilityClass === 'refused';
}

const isRefused = ({ place }: SuitabilityAnswer): boolean => place.suitabilityClass === 'refused';

/** The placed site is the one whose account is shown; the map looks around again. */
const finish = (edit: Refusal['edit']): void =>
  usePlanMapStore.setState({
    action: 'look',
    selectedSite: edit.input.siteCode,
    drag: null,
    refusal: null,
    dragEvaluation: null,
  });
