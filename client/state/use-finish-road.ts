import { useCallback } from 'react';
import { createPlacedCode, nextNumber } from './plan-edits.ts';
import { usePlanMapStore } from './plan-map-store.ts';
import { useOpenPlan, usePlanEdit } from './use-plan-edit.ts';
import { useTopic } from './use-text.ts';

/** Takes the drawn road into the plan; nothing while it has fewer than two points. */
export function useFinishRoad(): () => void {
  const say = useTopic('plans');
  const { plan, commands } = useOpenPlan();
  const { add } = usePlanEdit();
  return useCallback(() => {
    const { sketch, form } = usePlanMapStore.getState();
    if (!plan || sketch.length < 2) return;
    const number = nextNumber(commands, 'L');
    add([
      {
        kind: 'add_segment',
        input: {
          segmentCode: createPlacedCode(plan.code, 'L', number),
          name: say('new_road_name', { n: number }),
          line: { type: 'LineString', coordinates: sketch },
          roadClass: form.roadClass,
          roadFunction: 'group_access',
          surface: form.surface,
          widthMeters: form.widthMeters,
          year: form.year,
        },
      },
    ]);
    usePlanMapStore.setState({ sketch: [] });
  }, [plan, commands, add, say]);
}
