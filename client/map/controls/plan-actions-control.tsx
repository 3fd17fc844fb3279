import { PLAN_ACTIONS, type PlanAction, takeAction, usePlanMapStore } from '#client/state/plan-map-store.ts';
import { useTopic } from '#client/state/use-text.ts';
import type { IconName } from '#client/ui/icon.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';

const ICONS: Readonly<Record<PlanAction, IconName>> = {
  look: 'pointer',
  place_site: 'site',
  assign: 'assign',
  harden: 'harden',
  draw_road: 'draw_road',
  place_park: 'park',
  place_service: 'service',
};

/** The bar of planning actions at the top of the map; exactly one is taken up. */
export function PlanActionsControl() {
  const say = useTopic('plans');
  const action = usePlanMapStore((store) => store.action);
  return (
    <div className="tools plan-tools" role="toolbar" aria-label={say('actions')}>
      {PLAN_ACTIONS.map((one) => (
        <IconButton
          key={one}
          icon={ICONS[one]}
          label={say(`${one}_label`)}
          word={say(one)}
          pressed={action === one}
          onPress={() => takeAction(one)}
        />
      ))}
    </div>
  );
}
