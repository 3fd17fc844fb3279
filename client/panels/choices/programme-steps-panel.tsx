import { Fragment, useEffect, useRef, useState } from 'react';
import { writeWan } from '#client/state/choice-words.ts';
import { chooseStep, pointAtStep, useChoicesStore } from '#client/state/choices-store.ts';
import { writeKm } from '#client/state/trip-words.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import type { RoadProgramme } from '#core/api/choices.ts';
import { formatNumber, nameCountUnit } from '#core/indicators/format-figure.ts';

type Step = RoadProgramme['steps'][number];

/** Steps that are shown at first. */
const SHOWN_STEPS = 15;
const COLUMNS = 6;

/** Steps in their order; pointing at one shows it on the map, a click tells it in full. */
export function ProgrammeStepsPanel({ answer: { steps, target } }: { readonly answer: RoadProgramme }) {
  const say = useTopic('plans');
  const language = useView((view) => view.language);
  const chosen = useChoicesStore((store) => store.chosenStep);
  const pointed = useChoicesStore((store) => store.pointedStep);
  const [isWhole, setWhole] = useState(false);
  useEffect(() => () => useChoicesStore.setState({ pointedStep: null, chosenStep: null }), []);
  if (steps.length === 0) return <p className="tool-hint">{say('roads_step_none')}</p>;
  // a step that was chosen on the map is shown wherever it stands
  const shown = isWhole || (chosen ?? 0) > SHOWN_STEPS ? steps : steps.slice(0, SHOWN_STEPS);
  const unit = nameCountUnit(target === 'settlements' ? 'settlements' : 'households', language);
  return (
    <>
      <h4>{say('roads_steps')}</h4>
      <table className="choices-table is-steps">
        <thead>
          <tr>
            <th scope="col">{say('roads_step')}</th>
            <th scope="col">{say('year')}</th>
            <th scope="col">{say('roads_km_short')}</th>
            <th scope="col">{say('roads_wan_short')}</th>
            <th scope="col">{say('roads_households_short')}</th>
            <th scope="col">{say('roads_gain_short', { unit })}</th>
          </tr>
        </thead>
        <tbody className="numeral">
          {shown.map((step) => (
            <Fragment key={step.number}>
              <StepRow step={step} isChosen={step.number === chosen} isPointed={step.number === pointed} />
              {step.number === chosen ? <StepDetail step={step} /> : null}
            </Fragment>
          ))}
        </tbody>
      </table>
      {shown.length < steps.length ? (
        <button type="button" className="text-button" onClick={() => setWhole(true)}>
          {say('commands_more', { n: formatNumber(steps.length, 0) })}
        </button>
      ) : null}
    </>
  );
}

interface StepRowProps {
  readonly step: Step;
  readonly isChosen: boolean;
  readonly isPointed: boolean;
}

function StepRow({ step, isChosen, isPointed }: StepRowProps) {
  const row = useRef<HTMLTableRowElement>(null);
  const { number, year, km, wanYuan, households, gainPerMillionYuan } = step;
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    <tr
      ref={row}
      data-step={number}
      data-pointed={isPointed || isChosen}
      onMouseEnter={() => pointAtStep(number)}
      onMouseLeave={() => pointAtStep(null)}
      onClick={() => chooseStep(isChosen ? null : number)}
    >
      <th scope="row">
        <button
          type="button"
          aria-expanded={isChosen}
          onFocus={() => pointAtStep(number)}
          onBlur={() => pointAtStep(null)}
          onClick={(event) => {
            event.stopPropagation();
            chooseStep(isChosen ? null : number);
          }}
        >
          {number}
        </button>
      </th>
      <td>{year}</td>
      <td>{formatNumber(km, 1)}</td>
      <td>{formatNumber(wanYuan, 1)}</td>
      <td>{formatNumber(households, 0)}</td>
      <td>{formatNumber(gainPerMillionYuan, 1)}</td>
    </tr>
  );
}

/** A step in full: whom it joins, and its segments. */
function StepDetail({ step: { text, settlements, segments } }: { readonly step: Step }) {
  const say = useTopic('plans');
  const language = useView((view) => view.language);
  return (
    <tr className="choices-step">
      <td colSpan={COLUMNS}>
        <p>{text}</p>
        {settlements.length > 0 ? (
          <ul className="choices-names">
            {settlements.map(({ code, name, areaName }) => (
              <li key={code}>
                {name} <small>{areaName}</small>
              </li>
            ))}
          </ul>
        ) : null}
        <h5>{say('roads_segments')}</h5>
        <ul className="choices-segments">
          {segments.map(({ code, name, km, wanYuan, isEstimate }) => (
            <li key={code}>
              <span>
                {name || code} {isEstimate ? <em className="mark">{say('roads_estimate')}</em> : null}
              </span>
              <span>
                {writeKm(km, language)} · {writeWan(wanYuan, language)}
              </span>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
