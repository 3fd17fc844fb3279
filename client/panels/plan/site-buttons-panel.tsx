import { useState } from 'react';
import { selectSite } from '#client/state/plan-map-store.ts';
import { useOpenPlan, usePlanEdit } from '#client/state/use-plan-edit.ts';
import { useTopic } from '#client/state/use-text.ts';
import { MOST_CAPACITY } from '#core/api/plan-inputs.ts';
import type { SiteEvaluationAnswer } from '#core/api/plans.ts';

/** What can be done to the chosen site without the map. */
export function SiteButtonsPanel({ site }: { readonly site: SiteEvaluationAnswer }) {
  const say = useTopic('plans');
  const { canEdit } = useOpenPlan();
  const { add } = usePlanEdit();
  const [typed, setTyped] = useState<number | null>(null);
  if (!canEdit) return null;
  const { siteCode } = site;
  const capacity = typed ?? site.capacityHouseholds ?? 0;
  const isFit = Number.isInteger(capacity) && capacity >= 0 && capacity <= MOST_CAPACITY;
  return (
    <form
      className="plan-buttons"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isFit) add([{ kind: 'set_capacity', input: { siteCode, capacityHouseholds: capacity } }]);
        setTyped(null);
      }}
    >
      <label className="plan-field">
        {say('capacity')}
        <input
          type="number"
          className="numeral"
          min={0}
          max={MOST_CAPACITY}
          value={Number.isNaN(capacity) ? '' : capacity}
          onChange={(event) => setTyped(event.target.valueAsNumber)}
        />
      </label>
      <button type="submit" className="plain-button" disabled={typed === null || !isFit}>
        {say('set_capacity')}
      </button>
      <button
        type="button"
        className="plain-button"
        onClick={() => add([{ kind: site.isOpen ? 'close_site' : 'open_site', input: { siteCode } }])}
      >
        {say(site.isOpen ? 'close_site' : 'open_site')}
      </button>
      <button
        type="button"
        className="plain-button"
        onClick={() => {
          add([{ kind: 'remove_site', input: { siteCode } }]);
          selectSite(null);
        }}
      >
        {say('remove_site')}
      </button>
    </form>
  );
}
