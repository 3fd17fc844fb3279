import { askPlace } from '#client/state/choices-store.ts';
import { changeForm, selectSite, usePlanMapStore } from '#client/state/plan-map-store.ts';
import { writeKm } from '#client/state/trip-words.ts';
import { usePlaceSite } from '#client/state/use-apply-choice.ts';
import { useSuitability } from '#client/state/use-suitability.ts';
import { useTopic } from '#client/state/use-text.ts';
import { openPlanTab, useView } from '#client/state/view-store.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import type { SuitabilityAnswer } from '#core/api/suitability.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { formatNumber } from '#core/indicators/format-figure.ts';
import { writePosition } from '#core/planning/describe-command.ts';
import { metersToKilometers } from '#core/units.ts';
import { AnswerPanel } from '../side/answer-panel.tsx';
import { NeedDraftPanel } from './need-draft-panel.tsx';
import { NumberField } from './number-field.tsx';

const SCORE = 100;

/** The place that was clicked: its class, the first rule it fails, every finding, the factors, the nearest place that passes. */
export function PlacePanel({ position }: { readonly position: LonLat }) {
  const say = useTopic('plans');
  const answer = useSuitability(position);
  return (
    <section className="plan-card" aria-label={say('where_place')}>
      <div className="thing-head">
        <h3>
          {say('where_place')} <small className="numeral">{writePosition(position)}</small>
        </h3>
        <IconButton icon="close" label={say('where_clear')} onPress={() => askPlace(null)} />
      </div>
      <AnswerPanel answer={answer} lines={4}>
        {(judged) => (
          <>
            <VerdictPanel answer={judged} />
            <PlaceSitePanel answer={judged} />
            <FindingsPanel answer={judged} />
          </>
        )}
      </AnswerPanel>
    </section>
  );
}

function VerdictPanel({ answer: { place, nearest } }: { readonly answer: SuitabilityAnswer }) {
  const say = useTopic('plans');
  const language = useView((view) => view.language);
  const first = place.rules.find(({ isBroken, strength }) => isBroken && strength === 'forbidden');
  return (
    <>
      <p className="plan-suitability" data-class={place.suitabilityClass}>
        <strong>{place.className}</strong>{' '}
        {place.score === null ? null : (
          <span className="numeral">{say('where_total', { n: formatNumber(place.score * SCORE, 0) })}</span>
        )}
      </p>
      <p>
        {first ? (
          <>
            <strong>{say('where_first_failing')}</strong> · {first.name}：{first.text} <small>{first.source}</small>
          </>
        ) : (
          say('where_no_failing')
        )}
      </p>
      {nearest ? (
        <p className="numeral">
          {say('where_nearest', {
            km: writeKm(metersToKilometers(nearest.straightMeters), language),
            className: nearest.place.className,
          })}
        </p>
      ) : first ? (
        <p>{say('nearest_none')}</p>
      ) : null}
    </>
  );
}

/** Places a site where it may stand; its account is opened. */
function PlaceSitePanel({ answer: { place, nearest } }: { readonly answer: SuitabilityAnswer }) {
  const say = useTopic('plans');
  const capacity = usePlanMapStore((store) => store.form.capacityHouseholds);
  const placeSite = usePlaceSite();
  const isRefused = place.suitabilityClass === 'refused';
  const position = isRefused ? nearest?.place.position : place.position;
  if (!placeSite) return <NeedDraftPanel />;
  if (!position) return null;
  return (
    <div className="choices-place">
      <NumberField
        label={say('capacity')}
        value={String(capacity)}
        onType={(typed) => {
          const value = Math.round(Number(typed));
          if (value >= 0 && value <= 20_000) changeForm({ capacityHouseholds: value });
        }}
      />
      <button
        type="button"
        className="plain-button is-main"
        onClick={() => {
          const code = placeSite(position);
          askPlace(null);
          openPlanTab('edit');
          selectSite(code);
        }}
      >
        {say(isRefused ? 'where_place_nearest' : 'where_place_here')}
      </button>
    </div>
  );
}

function FindingsPanel({ answer: { place } }: { readonly answer: SuitabilityAnswer }) {
  const say = useTopic('plans');
  const rules = [...place.rules].sort((a, b) => Number(b.isBroken) - Number(a.isBroken));
  return (
    <>
      <details className="choices-more">
        <summary>{say('where_findings')}</summary>
        <ul className="choices-findings">
          {rules.map(({ code, name, strengthName, isBroken, text, source }) => (
            <li key={code} data-broken={isBroken}>
              <strong>
                <span aria-hidden="true">{isBroken ? '×' : '✓'}</span> {name}
              </strong>{' '}
              {isBroken ? <em className="mark">{strengthName}</em> : null}
              <p>{text}</p>
              <small>{source}</small>
            </li>
          ))}
        </ul>
      </details>
      <details className="choices-more">
        <summary>{say('where_factors')}</summary>
        <table className="choices-table is-legend">
          <thead>
            <tr>
              <th scope="col">{say('where_factor')}</th>
              <th scope="col">{say('where_score')}</th>
              <th scope="col">{say('where_weight')}</th>
            </tr>
          </thead>
          <tbody>
            {place.factors.map(({ code, name, score, weight, text }) => (
              <tr key={code}>
                <th scope="row">
                  {name} <small>{text}</small>
                </th>
                <td className="numeral">{formatNumber(score * SCORE, 0)}</td>
                <td className="numeral">{weight}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
