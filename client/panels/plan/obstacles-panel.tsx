import { listUnassessed, type PlanObstacle } from '#client/state/plan-obstacles.ts';
import { useOpenPlan } from '#client/state/use-plan-edit.ts';
import { usePlanEvaluation } from '#client/state/use-plan-evaluation.ts';
import { usePlanNames } from '#client/state/use-plan-places.ts';
import { useShowThing } from '#client/state/use-show-thing.ts';
import { useTopic } from '#client/state/use-text.ts';
import type { PlanAnswer } from '#core/api/plans.ts';
import { formatNumber } from '#core/indicators/format-figure.ts';

interface ObstaclesPanelProps {
  readonly plan: PlanAnswer;
  /** Reasons of the last refusal. */
  readonly refused: readonly PlanObstacle[];
}

/** What stands in the way of publishing, each with the way to it: commands that no longer fit, sites to be assessed, what the server refused. */
export function ObstaclesPanel({ plan, refused }: ObstaclesPanelProps) {
  const say = useTopic('plans');
  const { commands } = useOpenPlan();
  const nameOf = usePlanNames(commands);
  const known = new Set(refused.map(({ code, about }) => `${code} ${about}`));
  const unassessed = listUnassessed(commands).filter((code) => !known.has(`plan_not_assessed ${code}`));
  const obstacles: readonly PlanObstacle[] = [
    ...plan.faults,
    ...unassessed.map((about) => ({
      code: 'plan_not_assessed',
      about,
      text: say('unassessed', { name: nameOf(about) }),
    })),
    ...refused,
  ];
  if (commands.length === 0) return <p className="tool-hint">{say('no_commands')}</p>;
  return (
    <>
      {obstacles.length === 0 ? (
        <p className="tool-hint">{say('faults_none')}</p>
      ) : (
        <section className="plan-refusal">
          <strong>{say('faults')}</strong>
          {plan.faults.length > 0 ? <p>{say('faults_note')}</p> : null}
          <ul className="plan-rules">
            {obstacles.map((obstacle) => (
              <ObstacleItem key={`${obstacle.code} ${obstacle.about} ${obstacle.text}`} obstacle={obstacle} />
            ))}
          </ul>
        </section>
      )}
      <OverfullPanel />
    </>
  );
}

/** Changes of a published plan that an import after it made unfit, each with its reason: nobody can mend them, everybody must know. */
export function UnfitPanel({ plan: { faults } }: { readonly plan: PlanAnswer }) {
  const say = useTopic('plans');
  if (faults.length === 0) return null;
  return (
    <section className="plan-refusal">
      <strong>{say('faults_published', { n: formatNumber(faults.length, 0) })}</strong>
      <ul className="plan-rules">
        {faults.map((fault) => (
          <ObstacleItem key={`${fault.commandId} ${fault.code}`} obstacle={fault} />
        ))}
      </ul>
      <p>{say('faults_published_note')}</p>
    </section>
  );
}

function ObstacleItem({ obstacle }: { readonly obstacle: PlanObstacle }) {
  const say = useTopic('plans');
  const show = useShowThing()(obstacle.about);
  return (
    <li>
      {obstacle.text}{' '}
      {show ? (
        <button type="button" className="text-button" onClick={show}>
          {say(obstacle.code === 'plan_not_assessed' ? 'assess_now' : 'show_it')}
        </button>
      ) : null}
    </li>
  );
}

/** Sites with more households than they hold: what publishing may refuse where the plan made it worse. */
function OverfullPanel() {
  const say = useTopic('plans');
  const { commands } = useOpenPlan();
  const nameOf = usePlanNames(commands);
  const show = useShowThing();
  const over = usePlanEvaluation().data?.overCapacity ?? [];
  if (over.length === 0) return null;
  return (
    <>
      <h4>{say('overfull')}</h4>
      <ul className="plan-rules numeral">
        {over.map(({ siteCode, households, capacityHouseholds }) => (
          <li key={siteCode}>
            {say('overfull_site', {
              name: nameOf(siteCode),
              n: formatNumber(households, 0),
              of: formatNumber(capacityHouseholds, 0),
            })}{' '}
            <button type="button" className="text-button" onClick={show(siteCode) ?? undefined}>
              {say('show_it')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
