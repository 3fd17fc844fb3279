import { usePlanMapStore } from '#client/state/plan-map-store.ts';
import { useOpenPlan, usePlanEdit } from '#client/state/use-plan-edit.ts';
import { usePlanEvaluation } from '#client/state/use-plan-evaluation.ts';
import { usePlanNames, usePlanPlaces } from '#client/state/use-plan-places.ts';
import { useTopic } from '#client/state/use-text.ts';
import { formatNumber } from '#core/indicators/format-figure.ts';

/** A settlement whose people are given a site: where they go now, and the way to release them. */
export function SettlementPanel({ code }: { readonly code: string }) {
  const say = useTopic('plans');
  const { commands } = useOpenPlan();
  const nameOf = usePlanNames(commands);
  const { add } = usePlanEdit();
  const place = usePlanPlaces().settlements.get(code);
  const flows = usePlanEvaluation().data?.flows.filter(({ settlementCode }) => settlementCode === code) ?? [];
  const release = (): void => {
    add([{ kind: 'release_settlement', input: { settlementCode: code } }]);
    usePlanMapStore.setState({ selectedSettlement: null });
  };
  return (
    <section className="plan-card">
      <h3>
        {nameOf(code)} <small>{say('place_settlement')}</small>
      </h3>
      <p className="numeral">
        {say('settlement_households', { n: formatNumber(Number(place?.facts.relocationHouseholds ?? 0), 0) })} ·{' '}
        {flows.length === 0
          ? say('assigned_none')
          : say('assigned_to', { name: flows.map(({ siteCode }) => nameOf(siteCode)).join('、') })}
      </p>
      <p className="tool-hint">{say('hint_assign_to', { name: nameOf(code) })}</p>
      <p className="tool-actions">
        <button type="button" className="plain-button" onClick={release}>
          {say('release')}
        </button>
      </p>
    </section>
  );
}
