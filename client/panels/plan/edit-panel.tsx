import { usePlanMapStore } from '#client/state/plan-map-store.ts';
import { useOpenPlan } from '#client/state/use-plan-edit.ts';
import { ActionPanel } from './action-panel.tsx';
import { CommandsPanel } from './commands-panel.tsx';
import { CountyAccountPanel } from './county-account-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { RefusalPanel } from './refusal-panel.tsx';
import { SettlementPanel } from './settlement-panel.tsx';
import { SitePanel } from './site-panel.tsx';

/** Editing: what the map does, the account of the site in hand, the county's, the changes and who made them. */
export function EditPanel() {
  const { plan } = useOpenPlan();
  const site = usePlanMapStore((store) => store.drag?.siteCode ?? store.selectedSite);
  const refusal = usePlanMapStore((store) => store.refusal);
  const settlement = usePlanMapStore((store) => store.selectedSettlement);
  return (
    <>
      <ActionPanel />
      {refusal ? <RefusalPanel refusal={refusal} /> : null}
      {settlement === null ? null : <SettlementPanel code={settlement} />}
      {site === null ? null : <SitePanel key={site} code={site} />}
      <CountyAccountPanel />
      <CommandsPanel />
      {plan ? <HistoryPanel version={plan.version} /> : null}
    </>
  );
}
