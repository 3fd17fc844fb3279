import { listProgrammeRows, writeStatus, writeWan } from '#client/state/choice-words.ts';
import { writeKm } from '#client/state/trip-words.ts';
import { useChoiceRun, useProgramme } from '#client/state/use-choices.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import type { RoadProgramme } from '#core/api/choices.ts';
import { formatNumber } from '#core/indicators/format-figure.ts';
import { AnswerActionsPanel } from './answer-actions-panel.tsx';
import { ChoiceRowsPanel } from './choice-rows-panel.tsx';
import { ProgrammeStepsPanel } from './programme-steps-panel.tsx';

/** The best programme so far, then the result: what it comes to, its steps, its years, what cannot be. */
export function ProgrammeAnswerPanel() {
  const say = useTopic('plans');
  const language = useView((view) => view.language);
  const run = useChoiceRun('road_programme');
  const answer = useProgramme();
  if (!answer) return null;
  const isDone = run.result !== null;
  return (
    <section className="plan-card" aria-label={say('choice_result')} aria-busy={!isDone}>
      <h3>{say(isDone ? 'choice_result' : 'choice_best_yet')}</h3>
      <p className="choices-status" data-status={isDone ? answer.status : 'running'}>
        {writeStatus(answer, language)}
      </p>
      <ChoiceRowsPanel rows={listProgrammeRows(answer, run.request, language)} />
      {answer.hasSampleCosts ? <p className="tool-note">{say('roads_sample_costs')}</p> : null}
      <AnswerActionsPanel answer={answer} />
      <YearsTable years={answer.years} />
      <ProgrammeStepsPanel answer={answer} />
      <LeftPanel answer={answer} />
    </section>
  );
}

function YearsTable({ years }: Pick<RoadProgramme, 'years'>) {
  const say = useTopic('plans');
  if (years.length === 0) return null;
  return (
    <>
      <h4>{say('roads_by_year')}</h4>
      <table className="choices-table">
        <thead>
          <tr>
            <th scope="col">{say('year')}</th>
            <th scope="col">{say('roads_km_short')}</th>
            <th scope="col">{say('roads_wan_short')}</th>
            <th scope="col">{say('roads_settlements_short')}</th>
            <th scope="col">{say('roads_households_short')}</th>
          </tr>
        </thead>
        <tbody className="numeral">
          {years.map(({ year, km, wanYuan, settlements, households }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td>{formatNumber(km, 1)}</td>
              <td>{formatNumber(wanYuan, 1)}</td>
              <td>{formatNumber(settlements, 0)}</td>
              <td>{formatNumber(households, 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** What is not in the programme, and why. */
function LeftPanel({ answer: { unplaced, impossible, leftOut } }: { readonly answer: RoadProgramme }) {
  const say = useTopic('plans');
  const language = useView((view) => view.language);
  return (
    <>
      {unplaced.length > 0 ? (
        <section className="plan-banner is-waiting">
          <strong>{say('roads_unplaced')}</strong>
          <ul className="plan-rules">
            {unplaced.map(({ text, segments, km, wanYuan }) => (
              <li key={segments.join()} title={`${writeKm(km, language)} ${writeWan(wanYuan, language)}`}>
                {text}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {impossible.length > 0 ? (
        <details className="choices-more">
          <summary>{say('roads_impossible', { n: formatNumber(impossible.length, 0) })}</summary>
          <p className="tool-note">{impossible[0]?.reason}</p>
          <NamesList items={impossible} />
        </details>
      ) : null}
      {leftOut.length > 0 ? (
        <details className="choices-more">
          <summary>{say('roads_left_out', { n: formatNumber(leftOut.length, 0) })}</summary>
          <NamesList items={leftOut} />
        </details>
      ) : null}
    </>
  );
}

function NamesList({ items }: { readonly items: readonly { readonly code: string; readonly name: string }[] }) {
  return (
    <ul className="choices-names">
      {items.map(({ code, name }) => (
        <li key={code}>{name}</li>
      ))}
    </ul>
  );
}
