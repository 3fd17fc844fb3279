import { useState } from 'react';
import { createPlacedCode, nextNumber } from '#client/state/plan-edits.ts';
import { usePlanMapStore } from '#client/state/plan-map-store.ts';
import { parsePosition } from '#client/state/tool.ts';
import { useOpenPlan } from '#client/state/use-plan-edit.ts';
import { useSiteDrop } from '#client/state/use-site-drop.ts';
import { useTopic } from '#client/state/use-text.ts';
import { ActionForm } from './action-form.tsx';
import { DrawnRoadPanel } from './drawn-road-panel.tsx';

/** What a click on the map does now, and what is typed before it. */
export function ActionPanel() {
  const say = useTopic('plans');
  const { canEdit } = useOpenPlan();
  const action = usePlanMapStore((store) => store.action);
  const year = usePlanMapStore((store) => store.form.year);
  if (!canEdit) return <p className="tool-hint">{say('hint_look_frozen')}</p>;
  return (
    <div className="plan-action" data-action={action}>
      {action === 'look' ? null : <h3>{say(`${action}_label`)}</h3>}
      <p className="tool-hint">{say(`hint_${action}`, { year })}</p>
      <ActionForm action={action} />
      {action === 'place_site' ? <TypedSite /> : null}
      {action === 'draw_road' ? <DrawnRoadPanel /> : null}
    </div>
  );
}

/** A new site at coordinates that are typed. */
function TypedSite() {
  const say = useTopic('plans');
  const { plan, commands } = useOpenPlan();
  const drop = useSiteDrop();
  const capacityHouseholds = usePlanMapStore((store) => store.form.capacityHouseholds);
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState(false);
  const position = parsePosition(typed);
  const submit = (): void => {
    setAsked(true);
    if (!position || !plan) return;
    const number = nextNumber(commands, 'S');
    const siteCode = createPlacedCode(plan.code, 'S', number);
    const name = say('new_site_name', { n: number });
    void drop({ kind: 'place', siteCode, name, capacityHouseholds, from: null, position, isDropped: false });
  };
  return (
    <form
      className="plan-typed"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label className="plan-field">
        {say('coordinates')}
        <input value={typed} placeholder={say('coordinates_hint')} onChange={(event) => setTyped(event.target.value)} />
      </label>
      <button type="submit" className="plain-button">
        {say('go_there')}
      </button>
      {asked && !position ? <p role="alert">{say('coordinates_invalid')}</p> : null}
    </form>
  );
}
