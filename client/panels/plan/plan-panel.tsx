import { lazy, Suspense, useEffect } from 'react';
import { keepAnswer } from '#client/state/answer.ts';
import { resetPlanMap } from '#client/state/plan-map-store.ts';
import { writePlanName } from '#client/state/plan-name.ts';
import { useOpenPlan } from '#client/state/use-plan-edit.ts';
import { usePlanAnswer } from '#client/state/use-plans.ts';
import { useTopic } from '#client/state/use-text.ts';
import { PLAN_TABS, type PlanTab } from '#client/state/view.ts';
import { openPlan, openPlanTab, useView } from '#client/state/view-store.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import { ComparePanel, CompareSection } from '../compare/compare-panel.tsx';
import { AnswerPanel } from '../side/answer-panel.tsx';
import { ConflictPanel } from './conflict-panel.tsx';
import { EditPanel } from './edit-panel.tsx';
import { PlanListPanel } from './plan-list-panel.tsx';
import { PublishPanel } from './publish-panel.tsx';
import { QueuePanel } from './queue-panel.tsx';
import { StatusPanel } from './status-panel.tsx';
import { usePlanKeys } from './use-plan-keys.ts';
import './plan.css';

const WherePanel = lazy(() => import('../choices/where-panel.tsx').then((module) => ({ default: module.WherePanel })));
const ChoosePanel = lazy(() =>
  import('../choices/choose-panel.tsx').then((module) => ({ default: module.ChoosePanel })),
);
const ProgrammePanel = lazy(() =>
  import('../choices/programme-panel.tsx').then((module) => ({ default: module.ProgrammePanel })),
);

/** Parts of planning that there are; a part without an entry has no tab. */
const PARTS: Partial<Record<PlanTab, () => React.ReactNode>> = {
  edit: () => <EditPanel />,
  where: () => <WherePanel />,
  choose: () => <ChoosePanel />,
  roads: () => <ProgrammePanel />,
  compare: () => <ComparePanel />,
  publish: () => <PublishPanel />,
};

/** Beside the map on the planning page: the plans, or the one that is open. */
export function PlanPanel() {
  const plan = useView((view) => view.plan);
  const isComparing = useView((view) => view.planTab === 'compare');
  useEffect(() => {
    resetPlanMap();
    return resetPlanMap;
  }, []);
  if (plan !== null) return <OpenPlanPanel key={plan} />;
  return isComparing ? <CompareSection /> : <PlanListPanel />;
}

function OpenPlanPanel() {
  const say = useTopic('plans');
  const tab = useView((view) => view.planTab);
  const language = useView((view) => view.language);
  const answer = usePlanAnswer();
  const { queue } = useOpenPlan();
  usePlanKeys();
  return (
    <section className="section plan" aria-label={say('title')}>
      <AnswerPanel answer={keepAnswer(answer)} lines={6}>
        {(plan) => (
          <>
            <div className="thing-head">
              <h2>{writePlanName(plan, language)}</h2>
              <IconButton icon="close" label={say('back_to_list')} onPress={() => openPlan(null)} />
            </div>
            <StatusPanel plan={plan} />
            <QueuePanel plan={plan} queue={queue} />
            {queue.conflict ? <ConflictPanel conflict={queue.conflict} /> : null}
            <div className="plan-tabs" role="tablist" aria-label={say('tabs')}>
              {PLAN_TABS.filter((name) => name in PARTS).map((name) => (
                <button
                  key={name}
                  type="button"
                  role="tab"
                  aria-selected={tab === name}
                  onClick={() => openPlanTab(name)}
                >
                  {say(`tab_${name}`)}
                </button>
              ))}
            </div>
            <div role="tabpanel">
              <Suspense fallback={null}>{(PARTS[tab] ?? PARTS.edit)?.()}</Suspense>
            </div>
          </>
        )}
      </AnswerPanel>
    </section>
  );
}
