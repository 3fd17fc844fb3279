import { listChosenRows, writeStatus } from '#client/state/choice-words.ts';
import { useChoicesStore } from '#client/state/choices-store.ts';
import { flyTo } from '#client/state/map-store.ts';
import { useChoiceRun, useChosenSites } from '#client/state/use-choices.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import type { ChosenSites } from '#core/api/choices.ts';
import { formatNumber } from '#core/indicators/format-figure.ts';
import { AnswerActionsPanel } from './answer-actions-panel.tsx';
import { ChoiceRowsPanel } from './choice-rows-panel.tsx';

/** The best answer so far, then the result: what it comes to, how good it is, each site with its reason. */
export function ChosenSitesPanel() {
  const say = useTopic('plans');
  const language = useView((view) => view.language);
  const answer = useChosenSites();
  const isDone = useChoiceRun('choose_sites').result !== null;
  if (!answer) return null;
  return (
    <section className="plan-card" aria-label={say('choice_result')} aria-busy={!isDone}>
      <h3>{say(isDone ? 'choice_result' : 'choice_best_yet')}</h3>
      <p className="choices-status" data-status={isDone ? answer.status : 'running'}>
        {writeStatus(answer, language)}
      </p>
      <ChoiceRowsPanel rows={listChosenRows(answer, language)} />
      <AnswerActionsPanel answer={answer} />
      <ProblemsPanel answer={answer} />
      <OpenedPanel sites={answer.sites} />
      {answer.sites.some(({ isNew }) => isNew) ? <p className="tool-note">{answer.note}</p> : null}
    </section>
  );
}

function ProblemsPanel({ answer }: { readonly answer: ChosenSites }) {
  const say = useTopic('plans');
  if (answer.problems.length === 0) return null;
  const isBarred = answer.objective === null;
  return (
    <section className={isBarred ? 'plan-refusal' : 'plan-banner is-waiting'}>
      <strong>{say('choice_problems')}</strong>
      <ul className="plan-rules">
        {answer.problems.map(({ code, text }) => (
          <li key={`${code} ${text}`}>{text}</li>
        ))}
      </ul>
    </section>
  );
}

function OpenedPanel({ sites }: { readonly sites: ChosenSites['sites'] }) {
  const say = useTopic('plans');
  if (sites.length === 0) return null;
  const point = (pointedSite: string | null): void => useChoicesStore.setState({ pointedSite });
  return (
    <>
      <h4>{say('choice_opened')}</h4>
      <ul className="choices-sites">
        {sites.map(({ siteCode, name, position, isNew, households, capacityHouseholds, reason }) => (
          <li key={siteCode}>
            <button
              type="button"
              onMouseEnter={() => point(siteCode)}
              onMouseLeave={() => point(null)}
              onFocus={() => point(siteCode)}
              onBlur={() => point(null)}
              onClick={() => flyTo([position[0] - 0.05, position[1] - 0.04, position[0] + 0.05, position[1] + 0.04])}
            >
              <strong>
                {name} {isNew ? <em className="mark">{say('choice_new')}</em> : null}
              </strong>
              <span className="numeral">
                {capacityHouseholds === null
                  ? say('choice_room_free', { households: formatNumber(households, 0) })
                  : say('choice_room', {
                      households: formatNumber(households, 0),
                      capacity: formatNumber(capacityHouseholds, 0),
                    })}
              </span>
              <small>{reason}</small>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
